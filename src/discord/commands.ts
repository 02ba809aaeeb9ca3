import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  CommandInteractionOption,
} from 'discord.js';
import { languageSchema } from '../facts/model.ts';
import { plainReply } from '../replies/message/reply.ts';
import { wordingIn } from '../replies/wording/wording.ts';
import { languageOf } from '../search/language.ts';
import { offer, reply } from './acknowledge.ts';
import { detailsOf } from './command.ts';
import { askingOf, type Live } from './live.ts';
import { remembered } from './remembered.ts';
import { isAlone, saidOf, viewOf } from './viewing.ts';

/** Answers a slash command at once: everything needed is in memory. */
export async function answerCommand(interaction: ChatInputCommandInteraction, live: Live): Promise<void> {
  const { commandName } = interaction;
  const command = live.commands.find(({ name }) => name === commandName);
  const sent = valuesOf(interaction.options.data);
  const aside = typeof sent.private === 'boolean' ? sent.private : (command?.aside ?? true);
  const question = typeof sent.question === 'string' ? languageOf(sent.question, live.knowledge) : undefined;
  const view = viewOf(interaction, { aside, language: languageSent(sent), question }, live.language);
  const say = wordingIn(view.language);
  const answer = () => {
    if (command === undefined) return plainReply(say('problem.unknownCommand'));
    return command.reply(sent, askingOf(live, view)) ?? plainReply(say('problem.badOption'));
  };
  const { body, aside: forOne } = command?.changing
    ? saidOf(answer(), view)
    : remembered(live.knowledge, [commandName, sent, view], () => saidOf(answer(), view));
  await reply(interaction, body, isAlone(interaction, view, forOne));
}

/** Offers what the option that is being typed may become. */
export async function completeOption(interaction: AutocompleteInteraction, live: Live): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const option = live.commands.find((command) => command.name === interaction.commandName)?.options[name];
  const complete = option === undefined ? undefined : detailsOf(option).complete;
  // A list that is only for whoever types it: in their language, unless they chose another for the answer.
  const language = languageSent(valuesOf(interaction.options.data));
  const view = viewOf(interaction, { aside: true, language }, live.language);
  await offer(interaction, complete?.(String(value), askingOf(live, view)) ?? []);
}

const valuesOf = (options: readonly CommandInteractionOption[]): Record<string, unknown> =>
  Object.fromEntries(options.map(({ name, value }) => [name, value]));

const languageSent = ({ language }: Record<string, unknown>) => languageSchema.safeParse(language).data;
