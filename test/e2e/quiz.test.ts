import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/facts/languages.ts';
import { type Acting, useCommand, useComponent } from '../../src/playground/stand-in/people.ts';
import { type Message, newUser } from '../../src/playground/stand-in/world.ts';
import { currentQuestion } from '../../src/quiz/draw.ts';
import { Seal } from '../../src/quiz/seal.ts';
import { actionOf } from '../../src/replies/message/action.ts';
import { carriedBy } from '../../src/replies/quiz/carried.ts';
import { realKnowledge } from '../knowledge.ts';
import { type Discord, deploy, type Program, startBot, startDiscord, TOKEN } from './discord.ts';
import { componentsOf, idOf, isPrivate, messageOf, mistakes, textOf } from './told.ts';

const knowledge = realKnowledge();
/** What only the bot can do: read what a message carries. */
const seal = new Seal(TOKEN);

let discord: Discord;
let bot: Program;
let aysel: Acting;
let dana: Acting;
let murat: Acting;
let direct: Acting;
beforeAll(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
  bot = await startBot(discord);
  const someone = (name: string): Acting => ({
    user: discord.standIn.addUser(newUser(name)),
    channel: discord.general,
  });
  aysel = { user: discord.reader, channel: discord.general };
  [dana, murat] = [someone('Dana'), someone('Murat')];
  direct = { user: discord.reader, channel: discord.direct };
});
afterAll(async () => {
  expect(mistakes(discord)).toEqual([]);
  await bot.stop();
  await discord.standIn.stop();
});

const restart = async () => {
  await bot.stop();
  bot = await startBot(discord);
};

const begin = async (acting: Acting, options: Record<string, string | number> = {}) =>
  messageOf(await useCommand(acting, 'quiz', options, discord.standIn));
const press = (acting: Acting, message: Message, customId: string) =>
  useComponent(acting, message, customId, undefined, discord.standIn);
const show = (acting: Acting, message: Message) => press(acting, message, idOf(message, /Show the answer/));
const next = (acting: Acting, message: Message) => press(acting, message, idOf(message, /Next question/));

const customIds = (message: Message) =>
  componentsOf(message).flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
const letters = (message: Message) => customIds(message).filter((id) => /^quiz\?b=[abcd]&/.test(id));

/** The question that a message asks, as the bot reads it. */
function askedIn(message: Message) {
  const texts = message.embeds.flatMap(({ fields }) => (fields ?? []).map(({ value }) => value));
  const game = carriedBy({ customIds: customIds(message), texts }, seal)?.game;
  const question = game === undefined ? undefined : currentQuestion(game, knowledge);
  if (game === undefined || question === undefined) throw new Error('It asks nothing.');
  return { game, question };
}

/** Gives the right answer, or a wrong one. */
const answer = (acting: Acting, message: Message, rightly: boolean) => {
  const { right, options } = askedIn(message).question;
  return press(acting, message, letters(message)[rightly ? right : (right + 1) % options.length] ?? '');
};

describe('in a server', () => {
  test('a whole quiz of three people, two of them with as many right', async () => {
    const message = await begin(aysel, { questions: 3 });
    expect(isPrivate(message)).toBe(false);
    expect(textOf(message)).toMatch(/^Question 1 of 3/);
    const rights = [
      [true, true, false],
      [true, false, true],
      [false, false, false],
    ];
    for (let number = 0; number < 3; number++) {
      const { question } = askedIn(message);
      for (const [index, person] of [aysel, dana, murat].entries()) {
        const outcome = await answer(person, message, rights[index]?.[number] ?? false);
        expect(outcome.kind).toBe('updated');
        expect(textOf(message)).toContain(`Answered: ${index + 1}`);
        expect(textOf(message)).toContain(`<@${person.user.id}>`);
        expect(textOf(message)).not.toMatch(/[Rr]ight answer/);
      }
      expect((await show(murat, message)).kind).toBe('updated');
      const text = textOf(message);
      expect(text).toContain(`Right answer: ${'ABCD'[question.right]}. ${question.options[question.right]}`);
      expect(text).toContain(question.fact.statement.en);
      // Not every source has an address to link to.
      expect(text).toMatch(/Sources\n\S/);
      const who = /Who was right\n(.*)/.exec(text)?.[1] ?? '';
      for (const [index, { user }] of [aysel, dana, murat].entries())
        expect(who.includes(user.id)).toBe(rights[index]?.[number]);
      if (number < 2) expect((await next(murat, message)).kind).toBe('updated');
    }
    const text = textOf(message);
    expect(text).toContain('Final score');
    expect(text).toContain(`**1.** <@${aysel.user.id}> <@${dana.user.id}>: 2 of 3`);
    expect(text).toContain(`**3.** <@${murat.user.id}>: 0 of 3`);
    expect(text.match(/^• /gm)).toHaveLength(3);
    expect(componentsOf(message)).toEqual([]);
    // Nobody was pinged: the text is an embed's, and no mention is allowed.
    expect(message.mentions).toEqual([]);
  });

  test('three who press at the same instant all count, before a restart and after it', async () => {
    const message = await begin(aysel, { questions: 2 });
    const before = structuredClone(message);
    await Promise.all([aysel, dana, murat].map((person) => answer(person, message, true)));
    const ids = [aysel, dana, murat].map(({ user }) => user.id);
    expect(
      askedIn(message)
        .game.answers.map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.toSorted());
    expect(textOf(message)).toContain('Answered: 3');
    // What can be pressed did not change under anybody's finger.
    expect(letters(message)).toEqual(letters(before));
    expect(idOf(message, /Show the answer/)).toBe(idOf(before, /Show the answer/));
    await restart();
    await show(dana, message);
    for (const id of ids) expect(/Who was right\n(.*)/.exec(textOf(message))?.[1]).toContain(id);
    await restart();
    await Promise.all([next(aysel, message), next(dana, message)]);
    expect(textOf(message)).toMatch(/^Question 2 of 2/);
    await restart();
    await answer(murat, message, true);
    await show(murat, message);
    expect(textOf(message)).toContain(`**1.** <@${murat.user.id}>: 2 of 2`);
    expect(textOf(message)).toMatch(/\*\*2\.\*\* (<@\d+> ?){2}: 1 of 2/);
  });

  test('each answers once, and shows only after answering; a restart changes nothing in that', async () => {
    const message = await begin(aysel);
    const early = messageOf(await show(dana, message));
    expect([isPrivate(early), textOf(early)]).toEqual([true, expect.stringMatching(/Answer first/)]);
    await answer(dana, message, false);
    const asked = textOf(message);
    await restart();
    const again = messageOf(await answer(dana, message, true));
    expect([isPrivate(again), textOf(again)]).toEqual([
      true,
      expect.stringMatching(/answered this question already/),
    ]);
    expect(textOf(message)).toBe(asked);
    await show(dana, message);
    expect(textOf(message)).toMatch(/Nobody this time/);
  });

  test('who presses while another shows the answer is told so, or counts: nothing is between', async () => {
    const message = await begin(aysel);
    await answer(aysel, message, true);
    const [, late] = await Promise.all([show(aysel, message), answer(dana, message, true)]);
    const counted = late.kind === 'updated';
    if (!counted) expect(textOf(messageOf(late))).toMatch(/shown already/);
    expect(textOf(message)).toMatch(/Right answer/);
    expect(/Who was right\n(.*)/.exec(textOf(message))?.[1]?.includes(dana.user.id)).toBe(counted);
  });

  test('twenty may play; the next one is told so', async () => {
    const message = await begin(aysel, { questions: 10 });
    const people = Array.from({ length: 21 }, (_, index) => ({
      user: discord.standIn.addUser(newUser(`Reader ${index}`)),
      channel: discord.general,
    }));
    for (const person of people.slice(0, 20))
      expect((await answer(person, message, true)).kind).toBe('updated');
    const full = messageOf(await answer(people[20] ?? aysel, message, true));
    expect(textOf(full)).toMatch(/20 people are already playing this quiz/);
    await show(people[0] ?? aysel, message);
    await next(people[0] ?? aysel, message);
    await restart();
    await answer(people[19] ?? aysel, message, true);
    expect(askedIn(message).game.players).toHaveLength(20);
    for (const id of customIds(message)) expect(id.length).toBeLessThanOrEqual(100);
  });
});

describe('what a message carries', () => {
  test('does not tell the answer, and not who chose what', async () => {
    const message = await begin(aysel, { questions: 10 });
    for (const person of [aysel, dana]) await answer(person, message, person === aysel);
    const { question } = askedIn(message);
    expect(letters(message)).toHaveLength(question.options.length);
    const raw = JSON.stringify(message);
    expect(raw).not.toContain(question.fact.id);
    expect(raw).not.toContain(question.fact.statement.en);
    // The right option looks like the others: the letters carry parts of one seal, of one length.
    const carried = letters(message).map((id) => actionOf(id));
    const lengths = new Set(carried.map((action) => (action?.do === 'quiz' ? action.t.length : 0)));
    expect(lengths.size).toBe(1);
    const bytes = Buffer.from(
      carried.map((action) => (action?.do === 'quiz' ? action.t : '')).join(''),
      'base64url',
    ).toString('latin1');
    for (const { id } of [...askedIn(message).game.players, ...askedIn(message).game.answers])
      expect(bytes).not.toContain(id);
  });

  test('forged, foreign and old buttons get a kind word and change nothing', async () => {
    const message = await begin(aysel);
    const [own = ''] = letters(message);
    const other = letters(await begin(dana))[0] ?? '';
    const changed = own.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const before = textOf(message);
    for (const id of [
      other,
      changed,
      'quiz?b=a&t=x',
      'quiz?b=a&t=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    ]) {
      const reply = messageOf(await press(murat, message, id));
      expect([id, isPrivate(reply), textOf(reply)]).toEqual([
        id,
        true,
        expect.stringMatching(/no longer in use/),
      ]);
      expect(textOf(message)).toBe(before);
    }
    for (const id of ['quiz?b=e&t=x', 'quiz?b=a', 'quiz?b=a&t=%00', 'quiz'])
      expect(textOf(messageOf(await press(murat, message, id)))).toMatch(/do not know this button/);
    // The disabled button cannot be pressed, whatever a client sends.
    const count = customIds(message).find((id) => id.startsWith('quiz?b=count')) ?? '';
    expect((await press(murat, message, count)).kind).toBe('updated');
    expect(textOf(message)).toBe(before);
    await answer(murat, message, true);
    await show(murat, message);
    await next(murat, message);
    expect(textOf(messageOf(await press(dana, message, own)))).toMatch(/no longer in use/);
  });

  test('does not open with the token of another bot', async () => {
    const message = await begin(aysel);
    const texts: string[] = [];
    expect(carriedBy({ customIds: customIds(message), texts }, new Seal('another token'))).toBeUndefined();
    expect(carriedBy({ customIds: customIds(message), texts }, seal)).toBeDefined();
  });
});

test('alone with the bot the answer is shown at once', async () => {
  const message = await begin(direct, { questions: 2 });
  expect(() => idOf(message, /Show the answer/)).toThrow();
  await answer(direct, message, true);
  expect(textOf(message)).toMatch(/Right answer[\s\S]*Your answer was right/);
  await restart();
  await next(direct, message);
  expect(textOf(message)).toMatch(/^Question 2 of 2/);
  await answer(direct, message, false);
  expect(textOf(message)).toMatch(/You chose another answer[\s\S]*Your right answers: 1 of 2/);
  expect(componentsOf(message)).toEqual([]);
});

describe('filters', () => {
  test('a topic, and no question twice', async () => {
    const message = await begin(direct, { topic: 'people', questions: 4 });
    const facts: string[] = [];
    for (;;) {
      const { question } = askedIn(message);
      expect(question.fact.topic).toBe('people');
      facts.push(question.fact.id);
      await answer(direct, message, true);
      if (facts.length === 4) break;
      await next(direct, message);
    }
    expect(new Set(facts).size).toBe(4);
  });

  test('a library: which library it is, is not asked', async () => {
    const message = await begin(direct, {
      library: 'kazakhstan-national-academic-library',
      questions: 10,
    });
    for (;;) {
      const { question, game } = askedIn(message);
      expect(question.kind).not.toBe('library');
      expect(knowledge.things.get(question.fact.thing)?.folder).toBe('kazakhstan-national-academic-library');
      await answer(direct, message, true);
      if (game.at === game.marks.length - 1) break;
      await next(direct, message);
    }
  });

  test('fewer than wanted: says how many there are, and plays these', async () => {
    const few = await begin(aysel, { topic: 'projects', questions: 10 });
    const total = Number(/Question 1 of (\d+)/.exec(textOf(few))?.[1]);
    expect(total).toBeLessThan(10);
    expect(few.content).toContain(`only ${total} questions`);
  });

  test('none, and no such topic or library: a kind word', async () => {
    const none = await begin(aysel, { topic: 'staff' });
    expect([isPrivate(none), textOf(none)]).toEqual([true, expect.stringMatching(/no questions on that/)]);
    expect(textOf(await begin(aysel, { topic: 'zzzz' }))).toMatch(/no such topic/);
  });
});

test.each(LANGUAGES)('in %s, to the end', async (language) => {
  const message = await begin(direct, { language, questions: 10 });
  for (let number = 0; number < 10; number++) {
    const { game, question } = askedIn(message);
    expect(game.language).toBe(language);
    for (const option of question.options) expect(textOf(message)).toContain(option);
    expect(textOf(message)).not.toMatch(/quiz\.|\{\{|undefined/);
    await answer(direct, message, number % 2 === 0);
    expect(textOf(message)).toContain(question.fact.statement[language] ?? 'untold');
    expect(textOf(message)).not.toMatch(/quiz\.|\{\{|undefined/);
    if (number < 9) await press(direct, message, customIds(message).at(-1) ?? '');
  }
  expect(textOf(message)).toMatch(/5[^\d]+10/);
});
