import { defineCommand } from '../src/discord/command/command.ts';
import { libraryMeant } from '../src/discord/command/meant.ts';
import { languageOption, libraryOption } from '../src/discord/command/options.ts';
import { topicsReply } from '../src/replies/browse/topics.ts';

export default defineCommand({
  name: { en: 'topics', ru: 'темы', tr: 'konular' },
  description: {
    en: 'Browse the facts by topic',
    az: 'Faktlara mövzular üzrə baxın',
    kk: 'Деректерді тақырып бойынша қараңыз',
    ru: 'Просмотр фактов по темам',
    tr: 'Bilgilere konularına göre göz atın',
  },
  aside: true,
  options: { library: libraryOption, language: languageOption },
  reply({ library }, { knowledge, view }) {
    const about = libraryMeant(library, knowledge, view.language);
    return 'problem' in about ? about.problem : topicsReply(about.thing?.id, knowledge, view);
  },
});
