import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  CommandInteractionOption,
} from 'discord.js';
import { plainReply } from '../../replies/message/reply.ts';
import { wordingIn } from '../../replies/wording/wording.ts';
import { languageOf } from '../../search/language.ts';
import { offer, replyWith } from '../acknowledge.ts';
import { detailsOf } from '../command/command.ts';
import { languageOption } from '../command/options.ts';
import { askingOf, type Live } from '../live.ts';
import { remembered, type Said } from '../remembered.ts';
import { isBetweenUs, saidOf, viewOf } from '../viewing.ts';
import { sendWithPicture } from './pictures.ts';

/** Answers a slash command at once: everything needed is in memory. */
export async function answerCommand(interaction: ChatInputCommandInteraction, live: Live): Promise<void> {
  const { commandName } = interaction;
  const command = live.commands.find(({ name }) => name === commandName);
  const sent = valuesOf(interaction.options.data);
  const aside = typeof sent.private === 'boolean' ? sent.private : (command?.aside ?? true);
  const answer = (forOne: boolean): Said => {
    const question =
      typeof sent.question === 'string' ? languageOf(sent.question, live.knowledge) : undefined;
    const view = viewOf(interaction, { aside: forOne, language: languageSent(sent), question }, live);
    const say = wordingIn(view.language);
    const told =
      command === undefined
        ? plainReply(say('problem.unknownCommand'))
        : (command.reply(sent, askingOf(live, view, isBetweenUs(interaction))) ??
          plainReply(say('problem.badOption')));
    // What turns out to be for its reader alone is said in the reader's language.
    return told.aside && !forOne ? answer(true) : saidOf(told, view);
  };
  // All that an answer depends on: members of a community ask the same things.
  const { locale, guildLocale, context } = interaction;
  const said = command?.changing
    ? answer(aside)
    : remembered(live.knowledge, [commandName, sent, aside, locale, guildLocale, context], () =>
        answer(aside),
      );
  const alone = (said.aside || aside) && !isBetweenUs(interaction);
  await sendWithPicture(interaction, said, {
    send: (body, along) => replyWith(interaction, body, alone, along),
    live,
  });
  if (said.told !== undefined) live.figures.told(said.told, said.language);
}

/** Offers what the option that is being typed may become. */
export async function completeOption(interaction: AutocompleteInteraction, live: Live): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const options = live.commands.find((command) => command.name === interaction.commandName)?.options ?? {};
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  const complete = option === undefined ? undefined : detailsOf(option).complete;
  // A list that is only for whoever types it: in their language, unless they chose another for the answer.
  const language = languageSent(valuesOf(interaction.options.data));
  const view = viewOf(interaction, { aside: true, language }, live);
  await offer(interaction, complete?.(String(value), askingOf(live, view)) ?? []);
}

const valuesOf = (options: readonly CommandInteractionOption[]): Record<string, unknown> =>
  Object.fromEntries(options.map(({ name, value }) => [name, value]));

const languageSent = ({ language }: Record<string, unknown>) => languageOption.safeParse(language).data;
