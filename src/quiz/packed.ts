import { z } from 'zod';
import { LANGUAGES } from '../facts/languages.ts';
import { type Answer, type Game, MOST_PLAYERS } from './game.ts';

/** What a message carries of a quiz beside the answers, in as few bytes as can be. */

const VERSION = 1;
/** Bytes of a seed, of a question's mark and of its print. */
export const SEED = 4;
export const MARK = 3;
const ID = 8;
const HEAD = 6;

const headSchema = z.object({
  version: z.literal(VERSION),
  language: z.number().max(LANGUAGES.length - 1),
  shown: z.union([z.literal(0), z.literal(1)]),
});

/** A quiz as bytes, without the answers to the question being asked. */
export function packed(game: Game): Buffer {
  const { language, shown, at, counted, marks, seed, print, players } = game;
  return Buffer.concat([
    Buffer.from([VERSION, LANGUAGES.indexOf(language), Number(shown), at, counted, marks.length]),
    Buffer.from([seed, ...marks, print].join(''), 'hex'),
    ...players.map(({ id, right }) => {
      const bytes = Buffer.alloc(ID + 1);
      bytes.writeBigUInt64BE(BigInt(id));
      bytes.writeUInt8(right, ID);
      return bytes;
    }),
  ]);
}

/** The quiz of such bytes; undefined if another version packed them. */
export function unpacked(bytes: Buffer): Game | undefined {
  const [version, language = 0, shown, at = 0, counted = 0, total = 0] = bytes;
  const length = HEAD + SEED + (total + 1) * MARK;
  if (!headSchema.safeParse({ version, language, shown }).success || bytes.length < length) return undefined;
  const hex = (from: number, size: number) => bytes.subarray(from, from + size).toString('hex');
  const people = bytes.subarray(length);
  const count = people.length / (ID + 1);
  const spoken = LANGUAGES[language];
  if (!Number.isInteger(count) || count > MOST_PLAYERS || at >= total || spoken === undefined)
    return undefined;
  return {
    language: spoken,
    shown: shown === 1,
    at,
    counted,
    seed: hex(HEAD, SEED),
    marks: Array.from({ length: total }, (_, index) => hex(HEAD + SEED + index * MARK, MARK)),
    print: hex(length - MARK, MARK),
    players: Array.from({ length: count }, (_, index) => {
      const from = index * (ID + 1);
      return { id: String(people.readBigUInt64BE(from)), right: people.readUInt8(from + ID) };
    }),
    answers: [],
  };
}

/** What was chosen, a byte each: who chose it is told beside, in the same order. */
export const packedAnswers = (answers: readonly Answer[]): Buffer =>
  Buffer.from(answers.map(({ option }) => option));
