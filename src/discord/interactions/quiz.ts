import { setTimeout as after } from 'node:timers/promises';
import { ComponentType, type MessageComponentInteraction } from 'discord.js';
import QuickLRU from 'quick-lru';
import type { Language } from '../../facts/model.ts';
import { type Game, merged } from '../../quiz/game.ts';
import type { Action } from '../../replies/message/action.ts';
import { plainReply } from '../../replies/message/reply.ts';
import { type Carrier, carriedBy, sealedGame } from '../../replies/quiz/carried.ts';
import { gameReply } from '../../replies/quiz/game.ts';
import { overReply } from '../../replies/quiz/over.ts';
import { type Turn, turn } from '../../replies/quiz/play.ts';
import type { Telling } from '../../replies/quiz/telling.ts';
import { wordingIn } from '../../replies/wording/wording.ts';
import { reply, update } from '../acknowledge.ts';
import type { Live } from '../live.ts';
import { isAlone, isBetweenUs, saidOf, viewOf } from '../viewing.ts';

/** A quiz as it was when last touched, what its buttons carry, and the sending of that. */
type Latest = { game: Game; sealed: string; sent: Promise<void> };

/**
 * Who presses at the same instant sends the message as it was before both: by what is kept here both count. After a
 * restart the message alone suffices.
 */
const latest = new QuickLRU<string, Latest>({ maxSize: 1000 });

/** A press waits so long for the one before to be shown, in milliseconds: it must be acknowledged within three seconds. */
const PATIENCE = 1500;

/** Does what a button of a quiz says. */
export async function playQuiz(
  interaction: MessageComponentInteraction,
  { b }: Extract<Action, { do: 'quiz' }>,
  live: Live,
): Promise<void> {
  const { knowledge, seal } = live;
  const carrier = carrierOf(interaction);
  const read = carrier.customIds.includes(interaction.customId) ? carriedBy(carrier, seal) : undefined;
  if (read === undefined) return aside(interaction, (language) => wordingIn(language)('quiz.foreign'), live);
  const telling = { knowledge, seal, direct: isBetweenUs(interaction) };
  const { id, content } = interaction.message;
  const before = latest.get(id);
  const game = before === undefined ? read.game : merged(before.game, read.game);
  const came = isSameQuestion(game, read.game) ? turn(game, b, interaction.user.id, telling) : late(game, b);
  if ('aside' in came) return aside(interaction, () => came.aside, live, game.language);
  const isSame = isSameQuestion(came.game, read.game) && came.game.shown === read.game.shown;
  const sealed = isSame ? read.sealed : sealedOnce(before, came.game, telling);
  const kept: Latest = { game: came.game, sealed, sent: Promise.resolve() };
  latest.set(id, kept);
  const sent = send(interaction, came, isSame ? content : '', before?.sent, telling);
  // The next press waits for this one, however it ends.
  kept.sent = sent.catch(() => undefined);
  await sent;
}

const isSameQuestion = (one: Game, other: Game) => one.at === other.at;

/** What was pressed stood under an earlier question: to go on from there was done already. */
const late = (game: Game, button: string): Turn =>
  button === 'next' ? { game, mended: false, over: false } : { aside: wordingIn(game.language)('quiz.late') };

/** What the buttons of a new question carry, the same for all who asked for it at once. */
const sealedOnce = (before: Latest | undefined, game: Game, { seal }: Telling): string =>
  before !== undefined && isSameQuestion(before.game, game) && before.game.shown === game.shown
    ? before.sealed
    : sealedGame(game, seal);

/** Turns the message into the quiz as it is by then: what others have pressed meanwhile is told as well. */
async function send(
  interaction: MessageComponentInteraction,
  came: Extract<Turn, { game: Game }>,
  content: string,
  before: Promise<void> | undefined,
  telling: Telling,
): Promise<void> {
  await Promise.race([before, after(PATIENCE, undefined, { ref: false })]);
  const { game, sealed } = latest.get(interaction.message.id) ?? { game: came.game, sealed: undefined };
  const told = came.over ? overReply(game, telling) : gameReply(game, telling, sealed);
  const { language } = game;
  const text = came.mended ? wordingIn(language)('quiz.mended') : content;
  await update(interaction, saidOf({ ...told, text }, { language, showable: false }).body);
}

/** A word to whoever pressed: in the quiz's language, else in theirs. */
async function aside(
  interaction: MessageComponentInteraction,
  said: (language: Language) => string,
  live: Live,
  language?: Language,
): Promise<void> {
  const view = viewOf(interaction, { aside: true, language }, live);
  await reply(
    interaction,
    saidOf(plainReply(said(view.language)), view).body,
    isAlone(interaction, view, true),
  );
}

function carrierOf({ message }: MessageComponentInteraction): Carrier {
  return {
    customIds: message.components.flatMap((row) => {
      const json = row.toJSON();
      return json.type === ComponentType.ActionRow
        ? json.components.flatMap((component) => ('custom_id' in component ? [component.custom_id] : []))
        : [];
    }),
    texts: message.embeds.flatMap(({ fields }) => fields.map(({ value }) => value)),
  };
}
