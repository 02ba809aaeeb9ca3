import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/facts/languages.ts';
import { begun, currentQuestion, drawn, questionsSoFar } from '../../src/quiz/draw.ts';
import { answered, type Game, MOST_PLAYERS, merged, score, withShown } from '../../src/quiz/game.ts';
import { packed, unpacked } from '../../src/quiz/packed.ts';
import { Seal } from '../../src/quiz/seal.ts';
import { realKnowledge } from '../knowledge.ts';

const knowledge = realKnowledge();

const seeded = (number: number) => number.toString(16).padStart(8, '0');

/** A quiz at its first question. */
function quizOf(count: number, seed = seeded(1)): Game {
  const quiz = drawn({}, count, seed, knowledge, 'en');
  if (quiz === undefined) throw new Error('There is nothing to ask.');
  return quiz.game;
}

/** The game with answers, all of which count. */
const withAnswers = (game: Game, ...answers: [id: string, option: number][]): Game =>
  answers.reduce((so, [id, option]) => {
    const next = answered(so, { id, option });
    if (typeof next === 'string') throw new Error(next);
    return next;
  }, game);

const hex = (bytes: number) =>
  fc
    .array(fc.integer({ min: 0, max: 255 }), { minLength: bytes, maxLength: bytes })
    .map((all) => Buffer.from(all).toString('hex'));
const snowflake = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String);
const anyGame: fc.Arbitrary<Game> = fc
  .record({
    language: fc.constantFrom(...LANGUAGES),
    seed: hex(4),
    marks: fc.array(hex(3), { minLength: 1, maxLength: 10 }),
    place: fc.nat(),
    print: hex(3),
    shown: fc.boolean(),
    counted: fc.integer({ min: 0, max: 10 }),
    players: fc.uniqueArray(fc.record({ id: snowflake, right: fc.integer({ min: 0, max: 10 }) }), {
      maxLength: MOST_PLAYERS,
      selector: ({ id }) => id,
    }),
  })
  .map(({ place, ...game }) => ({ ...game, at: place % game.marks.length, answers: [] }));

describe('drawing', () => {
  test('as many as wanted, no fact twice, and none that lies close to another', () => {
    for (let seed = 0; seed < 60; seed++) {
      const game = quizOf(10, seeded(seed));
      expect(game.marks).toHaveLength(10);
      const questions = questionsSoFar({ ...game, at: 9 }, knowledge);
      expect(new Set(questions.map(({ fact }) => fact.id)).size).toBe(10);
      expect(new Set(questions.map(({ fact }) => `${fact.thing} ${fact.topic}`)).size).toBe(10);
      expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
    }
  });

  test('another seed, another quiz; in time all facts come round', () => {
    const asked = new Set<string>();
    for (let seed = 0; seed < 200; seed++)
      for (const { fact } of questionsSoFar({ ...quizOf(10, seeded(seed)), at: 9 }, knowledge))
        asked.add(fact.id);
    expect(asked.size).toBeGreaterThan(80);
    expect(quizOf(5, seeded(1)).marks).not.toEqual(quizOf(5, seeded(2)).marks);
    expect(quizOf(5, seeded(1))).toEqual(quizOf(5, seeded(1)));
  });

  test('a question whose facts were mended is not the one that was asked', () => {
    const game = quizOf(3);
    expect(currentQuestion(game, knowledge)).toBeDefined();
    expect(currentQuestion({ ...game, print: 'ffffff' }, knowledge)).toBeUndefined();
    const gone = { ...game, marks: [game.marks[0] ?? '', 'ffffff', game.marks[2] ?? ''] };
    expect(begun(gone, knowledge)?.at).toBe(2);
    expect(begun({ ...game, at: 2 }, knowledge)).toBeUndefined();
  });
});

describe('answering', () => {
  test('once each, and not after the answer was shown', () => {
    const game = withAnswers(quizOf(2), ['1', 0], ['2', 3]);
    expect(answered(game, { id: '1', option: 2 })).toBe('again');
    expect(answered(withShown(game, 0), { id: '3', option: 2 })).toBe('late');
    expect(withShown(withShown(game, 0), 0)).toEqual(withShown(game, 0));
  });

  test('no more people than fit; those who play already go on', () => {
    const ids = Array.from({ length: MOST_PLAYERS }, (_, index) => String(index + 1));
    const full = withAnswers(quizOf(2), ...ids.map((id): [string, number] => [id, 0]));
    expect(answered(full, { id: '99', option: 0 })).toBe('full');
    const second = begun(withShown(full, 0), knowledge);
    if (second === undefined) throw new Error('There is no second question.');
    expect(answered(second, { id: '99', option: 0 })).toBe('full');
    const last = String(MOST_PLAYERS);
    expect(answered(second, { id: last, option: 0 })).toMatchObject({ answers: [{ id: last }] });
  });

  test('two states of one question are one with the answers of both, whichever is named first', () => {
    const game = quizOf(2);
    const [one, other] = [withAnswers(game, ['1', 0], ['2', 1]), withAnswers(game, ['2', 1], ['3', 2])];
    for (const both of [merged(one, other), merged(other, one)])
      expect(both.answers.map(({ id }) => id).toSorted()).toEqual(['1', '2', '3']);
  });

  test('the later state stands: shown beside asked, the next question beside the last', () => {
    const asked = withAnswers(quizOf(2), ['1', 0]);
    const shown = withShown(asked, 0);
    const next = begun(shown, knowledge);
    if (next === undefined) throw new Error('There is no second question.');
    expect(merged(asked, shown)).toEqual(shown);
    expect(merged(shown, asked)).toEqual(shown);
    expect(merged(next, shown)).toEqual(next);
    expect(merged(asked, next)).toEqual(next);
  });

  test('the score: equal people share a place, and the next place is so many further on', () => {
    const players = [3, 1, 3, 0, 1].map((right, index) => ({ id: String(index), right }));
    expect(score(players)).toEqual([
      { place: 1, right: 3, ids: ['0', '2'] },
      { place: 3, right: 1, ids: ['1', '4'] },
      { place: 5, right: 0, ids: ['3'] },
    ]);
    expect(score([])).toEqual([]);
  });
});

describe('what is carried', () => {
  test('comes out as it went in', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        expect(unpacked(packed(game))).toEqual(game);
      }),
    );
  });

  test('other bytes are no game', () => {
    const bytes = packed(quizOf(3));
    expect(unpacked(bytes)).toBeDefined();
    expect(unpacked(Buffer.from([9, ...bytes.subarray(1)]))).toBeUndefined();
    expect(unpacked(bytes.subarray(0, -1))).toBeUndefined();
    expect(unpacked(Buffer.alloc(0))).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (any) => {
        expect(() => unpacked(Buffer.from(any))).not.toThrow();
      }),
    );
  });
});

describe('the seal', () => {
  const seal = new Seal('a token');
  const plain = Buffer.from('the answer is B');

  test('opens what it closed, and only beside the same', () => {
    expect(seal.open(seal.close(plain, 'these'), 'these')).toEqual(plain);
    expect(seal.open(seal.close(plain, 'these'), 'others')).toBeUndefined();
    expect(new Seal('a token').open(seal.close(plain))).toEqual(plain);
    expect(new Seal('another').open(seal.close(plain))).toBeUndefined();
  });

  test('no two look alike, and none shows what is in it', () => {
    const sealed = Array.from({ length: 50 }, () => seal.close(plain));
    expect(new Set(sealed).size).toBe(50);
    for (const one of sealed)
      expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('answer');
  });

  test('nothing changed, cut or lengthened opens', () => {
    const sealed = seal.close(plain);
    for (let index = 0; index < sealed.length; index++) {
      const other = sealed[index] === 'A' ? 'B' : 'A';
      expect(seal.open(sealed.slice(0, index) + other + sealed.slice(index + 1))).toBeUndefined();
      expect(seal.open(sealed.slice(0, index))).toBeUndefined();
    }
    expect(seal.open(`${sealed}A`)).toBeUndefined();
    expect(seal.open(`${sealed}=`)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(seal.open(any)).toBeUndefined();
      }),
    );
  });
});
