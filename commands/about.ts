import { defineCommand } from '../src/discord/command/command.ts';
import { languageOption } from '../src/discord/command/options.ts';
import { aboutReply } from '../src/replies/guide/about.ts';

export default defineCommand({
  name: { en: 'about', ru: 'о-боте', tr: 'hakkında' },
  description: {
    en: 'Version, facts, languages, privacy',
    az: 'Versiya, faktlar, dillər, məxfilik',
    kk: 'Нұсқа, деректер, тілдер, құпиялылық',
    ru: 'Версия, факты, языки, конфиденциальность',
    tr: 'Sürüm, bilgiler, diller, gizlilik',
  },
  aside: true,
  changing: true,
  options: { language: languageOption },
  reply: (_, { running, knowledge, view }) => aboutReply(running, knowledge.base, view),
});
