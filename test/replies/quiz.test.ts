import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/facts/languages.ts';
import type { Language } from '../../src/facts/model.ts';
import { messageFormSchema } from '../../src/playground/stand-in/message-form.ts';
import { begun, currentQuestion, dealt } from '../../src/quiz/draw.ts';
import { type Game, MOST_PLAYERS, withShown } from '../../src/quiz/game.ts';
import { askablesOf } from '../../src/quiz/questions/askables.ts';
import type { Askable } from '../../src/quiz/questions/question.ts';
import { Seal } from '../../src/quiz/seal.ts';
import { messageBody } from '../../src/replies/message/body.ts';
import { fitEmbeds, LIMITS } from '../../src/replies/message/fit.ts';
import type { Reply } from '../../src/replies/message/reply.ts';
import { MOST_QUESTIONS } from '../../src/replies/quiz/begin.ts';
import { carriedBy } from '../../src/replies/quiz/carried.ts';
import { gameReply } from '../../src/replies/quiz/game.ts';
import type { Knowledge } from '../../src/search/judging/knowledge.ts';
import { realKnowledge } from '../knowledge.ts';

let knowledge: Knowledge;
beforeAll(() => {
  knowledge = realKnowledge();
});

const seal = new Seal('a token');
/** The longest ids that there can be: twenty digits. */
const IDS = Array.from({ length: MOST_PLAYERS }, (_, index) => String(2n ** 64n - 1n - BigInt(index)));

function dealtIn(language: Language, asked: readonly Askable[]): Game {
  const game = dealt(asked, '0badcafe', knowledge, language);
  if (game === undefined) throw new Error('There is nothing to ask.');
  return game;
}

const optionsOf = (game: Game): string[] => currentQuestion(game, knowledge)?.options ?? [];

/** Everybody has answered, the last ones rightly. */
const answeredByAll = (game: Game, ids: readonly string[]): Game => ({
  ...game,
  answers: ids.map((id, index) => ({ id, option: index % optionsOf(game).length })),
});

const shownOf = (game: Game): Game => withShown(game, currentQuestion(game, knowledge)?.right ?? -1);

describe.each(LANGUAGES)('in %s', (language) => {
  const expectWhole = (reply: Reply, what: string) => {
    expect(fitEmbeds(reply.embeds, language), what).toEqual(reply.embeds);
    const body = messageBody(reply, language);
    expect(messageFormSchema.safeParse(body).error, what).toBeUndefined();
    expect(body.allowed_mentions, what).toEqual({ parse: [], replied_user: false });
    // Nobody's name is in the text of the message itself, where it might ring.
    expect(body.content, what).not.toMatch(/<@/);
    const components = body.components.flatMap(({ components }) => components);
    expect(components, what).toHaveLength(reply.rows.flat().length);
    for (const component of components)
      if ('custom_id' in component) expect(component.custom_id.length).toBeLessThanOrEqual(LIMITS.customId);
    for (const row of reply.rows)
      for (const { label } of Array.isArray(row) ? row : [])
        expect(label.length, `${what}: ${label}`).toBeLessThanOrEqual(LIMITS.buttonLabel);
    const read = body.embeds.map((embed) => JSON.stringify(embed)).join();
    expect(read, what).not.toMatch(/quiz\.|\{\{|undefined|NaN/);
  };

  test.each([false, true])('every question, asked, answered and shown, whole (alone: %s)', (direct) => {
    const telling = { knowledge, seal, direct };
    const ids = direct ? IDS.slice(0, 1) : IDS;
    const all = askablesOf(knowledge, language);
    for (let from = 0; from < all.length; from += MOST_QUESTIONS) {
      let game: Game | undefined = dealtIn(language, all.slice(from, from + MOST_QUESTIONS));
      while (game !== undefined) {
        const what = currentQuestion(game, knowledge)?.key ?? 'nothing';
        const asked = gameReply(game, telling);
        expectWhole(asked, what);
        const [choices] = asked.rows;
        expect(choices, what).toHaveLength(optionsOf(game).length);
        // Its library's colour would tell which one it is.
        expect(
          asked.embeds.map(({ colour }) => colour),
          what,
        ).toEqual([undefined]);
        expectWhole(gameReply(answeredByAll(game, ids), telling), what);
        game = shownOf(answeredByAll(game, ids));
        expectWhole(gameReply(game, telling), what);
        game = begun(game, knowledge);
      }
    }
  });

  test('the longest ones one after the other, with everybody a place of their own', () => {
    const lengthOf = ({ fact, sentence }: Askable) =>
      sentence.length + (fact.title[language] ?? '').length + (fact.value[language] ?? '').length;
    const longest = askablesOf(knowledge, language)
      .toSorted((one, other) => lengthOf(other) - lengthOf(one))
      .slice(0, MOST_QUESTIONS);
    const game = dealtIn(language, longest);
    const players = IDS.map((id, index) => ({ id, right: index % (MOST_QUESTIONS + 1) }));
    const last = { ...game, at: MOST_QUESTIONS - 2, players, counted: MOST_QUESTIONS - 1 };
    const at = begun(last, knowledge);
    if (at === undefined) throw new Error('There is no last question.');
    const telling = { knowledge, seal, direct: false };
    const over = gameReply(shownOf(answeredByAll(at, IDS)), telling);
    expectWhole(over, 'the end');
    expect(over.rows).toEqual([]);
    for (const id of IDS) expect(JSON.stringify(over.embeds)).toContain(id);
  });
});

test.each([3, 4])('a full quiz comes out of its message with %d options as it went in', (count) => {
  const all = askablesOf(knowledge, 'kk').toSorted(
    (one, other) => Number(other.kind === 'library') - Number(one.kind === 'library'),
  );
  const asked = count === 3 ? all.slice(0, MOST_QUESTIONS) : all.slice(-MOST_QUESTIONS);
  const dealt = dealtIn('kk', asked);
  expect(optionsOf(dealt)).toHaveLength(count);
  const game = answeredByAll({ ...dealt, players: IDS.map((id) => ({ id, right: 3 })) }, IDS);
  const { embeds, components } = messageBody(gameReply(game, { knowledge, seal, direct: false }), 'kk');
  const customIds = components.flatMap(({ components }) =>
    components.flatMap((component) => ('custom_id' in component ? [component.custom_id] : [])),
  );
  const texts = embeds.flatMap(({ fields }) => (fields ?? []).map(({ value }) => value));
  expect(carriedBy({ customIds, texts }, seal)?.game).toEqual(game);
  // Somebody else in the place of one who answered: what was chosen does not open.
  const forged = texts.map((text) => text.replace(IDS[0] ?? '', '1'));
  expect(carriedBy({ customIds, texts: forged }, seal)).toBeUndefined();
  expect(carriedBy({ customIds: customIds.slice(1), texts }, seal)).toBeUndefined();
  expect(carriedBy({ customIds, texts }, new Seal('another token'))).toBeUndefined();
});
