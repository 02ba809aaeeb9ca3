import { defineCommand } from '../src/discord/command/command.ts';
import { languageOption } from '../src/discord/command/options.ts';
import { helpReply } from '../src/replies/guide/help.ts';

export default defineCommand({
  name: { en: 'help', ru: 'помощь', tr: 'yardım' },
  description: {
    en: 'What I can do',
    az: 'Nə edə bilirəm',
    kk: 'Не істей аламын',
    ru: 'Что я умею',
    tr: 'Neler yapabilirim',
  },
  aside: true,
  options: { language: languageOption },
  reply: (_, { commandsIn, knowledge, view }) => helpReply(commandsIn(view.language), knowledge.base, view),
});
