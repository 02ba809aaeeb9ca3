import type { FactBase } from '../../facts/base.ts';
import type { View } from '../cards/view.ts';
import type { Reply } from '../message/reply.ts';
import { wordingIn } from '../wording/wording.ts';
import { privacyText } from './privacy.ts';

/** A command as the help lists it: how it is typed, and what it does. */
export type Listed = { usage: string; description: string };

/** What the bot can do: its commands, and asking without one. */
export function helpReply(commands: readonly Listed[], base: FactBase, view: View): Reply {
  const { language } = view;
  const say = wordingIn(language);
  const vocabulary = base.vocabularies[language] ?? base.vocabularies.en;
  return {
    embeds: [
      {
        author: '',
        title: say('help.title'),
        description: vocabulary?.introduction ?? '',
        fields: [
          {
            name: say('help.commands'),
            value: commands.map(({ usage, description }) => `**${usage}** ${description}`).join('\n'),
          },
          { name: say('help.anywhere'), value: say('help.anywhereText') },
          {
            name: say('tryThese'),
            value: (vocabulary?.examples ?? []).map((example) => `• ${example}`).join('\n'),
          },
          { name: say('help.privacy'), value: privacyText(view) },
        ].filter(({ value }) => value !== ''),
        footer: '',
      },
    ],
    rows: [],
  };
}
