import type { Language } from '../facts/model.ts';

/** So many people may play one quiz: they have to fit into its message, even where a question has only three buttons. */
export const MOST_PLAYERS = 20;

/** Who plays, and how many answers were right so far. */
export type Player = { id: string; right: number };

/** What someone chose: the option by its index. */
export type Answer = { id: string; option: number };

/** A quiz as it stands. */
export type Game = {
  language: Language;
  /** By it options are drawn and put in order. */
  seed: string;
  /** The questions in their order, by their marks. */
  marks: string[];
  /** Which question is being asked, from 0. */
  at: number;
  /** How its text and options were when it was asked. */
  print: string;
  /** Has its answer been shown? */
  shown: boolean;
  /** How many questions count so far: those whose answer was shown. */
  counted: number;
  players: Player[];
  /** The answers to the question being asked, in the order in which they came. */
  answers: Answer[];
};

/** The game with an answer more; or why it does not count. */
export function answered(game: Game, answer: Answer): Game | 'again' | 'late' | 'full' {
  if (game.shown) return 'late';
  if (game.answers.some(({ id }) => id === answer.id)) return 'again';
  const known = new Set([...game.players, ...game.answers].map(({ id }) => id));
  if (!known.has(answer.id) && known.size >= MOST_PLAYERS) return 'full';
  return { ...game, answers: [...game.answers, answer] };
}

/** The game with the answer shown and counted. */
export function withShown(game: Game, right: number): Game {
  if (game.shown) return game;
  const known = new Map(game.players.map((player) => [player.id, player.right]));
  for (const { id, option } of game.answers) known.set(id, (known.get(id) ?? 0) + Number(option === right));
  return {
    ...game,
    shown: true,
    counted: game.counted + 1,
    players: [...known].map(([id, right]) => ({ id, right })),
  };
}

/** Two states of one quiz as one: the later; of the same question, the answers of both. */
export function merged(one: Game, other: Game): Game {
  const [later, earlier] = isLater(other, one) ? [other, one] : [one, other];
  if (later.at !== earlier.at || later.shown !== earlier.shown || later.shown) return later;
  const known = new Set(later.answers.map(({ id }) => id));
  return { ...later, answers: [...later.answers, ...earlier.answers.filter(({ id }) => !known.has(id))] };
}

const isLater = (one: Game, other: Game) =>
  one.at !== other.at ? one.at > other.at : Number(one.shown) > Number(other.shown);

/** A place in the score, and who has it: whoever has as many shares it, and the next place is so many further on. */
export type Place = { place: number; right: number; ids: string[] };

/** The score, the best first. */
export function score(players: readonly Player[]): Place[] {
  const counts = [...new Set(players.map(({ right }) => right))].toSorted((one, other) => other - one);
  return counts.map((count) => ({
    place: players.filter(({ right }) => right > count).length + 1,
    right: count,
    ids: players.filter(({ right }) => right === count).map(({ id }) => id),
  }));
}
