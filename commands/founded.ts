import { defineCommand } from '../src/discord/command/command.ts';
import { libraryMeant } from '../src/discord/command/meant.ts';
import { languageOption, libraryOption, privateOption } from '../src/discord/command/options.ts';
import { topicReply } from '../src/replies/browse/topic.ts';

export default defineCommand({
  name: { en: 'founded', ru: 'основание', tr: 'kuruluş' },
  description: {
    en: 'When and how the libraries were founded',
    az: 'Kitabxanalar nə vaxt və necə yaranıb',
    kk: 'Кітапханалар қашан және қалай құрылған',
    ru: 'Когда и как основаны библиотеки',
    tr: 'Kütüphaneler ne zaman ve nasıl kuruldu',
  },
  options: { library: libraryOption, language: languageOption, private: privateOption },
  reply({ library }, { knowledge, view }) {
    const about = libraryMeant(library, knowledge, view.language);
    return 'problem' in about ? about.problem : topicReply('founding', about.thing?.id, knowledge, view);
  },
});
