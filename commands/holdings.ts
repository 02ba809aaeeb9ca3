import { defineCommand } from '../src/discord/command/command.ts';
import { libraryMeant } from '../src/discord/command/meant.ts';
import { languageOption, libraryOption, privateOption } from '../src/discord/command/options.ts';
import { topicReply } from '../src/replies/browse/topic.ts';

export default defineCommand({
  name: { en: 'holdings', ru: 'фонд', tr: 'koleksiyon' },
  description: {
    en: 'How much the libraries hold',
    az: 'Kitabxanaların fondu nə qədərdir',
    kk: 'Кітапханалардың қоры қанша',
    ru: 'Объём фондов библиотек',
    tr: 'Kütüphanelerin koleksiyon büyüklüğü',
  },
  options: { library: libraryOption, language: languageOption, private: privateOption },
  reply({ library }, { knowledge, view }) {
    const about = libraryMeant(library, knowledge, view.language);
    return 'problem' in about ? about.problem : topicReply('holdings', about.thing?.id, knowledge, view);
  },
});
