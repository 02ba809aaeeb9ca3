import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { askingOf } from '../../src/discord/live.ts';
import { LANGUAGES } from '../../src/facts/languages.ts';
import { messageFormSchema } from '../../src/playground/stand-in/message-form.ts';
import { citedReply } from '../../src/replies/browse/cited.ts';
import { eventReply } from '../../src/replies/browse/events.ts';
import { timelineReply } from '../../src/replies/browse/timeline.ts';
import { topicReply } from '../../src/replies/browse/topic.ts';
import { browsedFactReply, factsOfTopicReply } from '../../src/replies/browse/topics.ts';
import { cardsReply } from '../../src/replies/cards/answer.ts';
import { messageBody, messageText } from '../../src/replies/message/body.ts';
import { fitEmbeds, LIMITS, shorten } from '../../src/replies/message/fit.ts';
import type { Reply } from '../../src/replies/message/reply.ts';
import { cardOfFact, cardOfThing } from '../../src/search/cards.ts';
import { eventThings } from '../../src/search/events.ts';
import type { Knowledge } from '../../src/search/judging/knowledge.ts';
import { realKnowledge } from '../knowledge.ts';

let knowledge: Knowledge;
beforeAll(() => {
  knowledge = realKnowledge();
});

describe.each(LANGUAGES)('in %s nothing has to be cut', (language) => {
  const view = { language, showable: true };
  const expectWhole = (reply: Reply, what: string) => {
    expect(fitEmbeds(reply.embeds, language), what).toEqual(reply.embeds);
    const body = messageBody(reply, language);
    expect(messageFormSchema.safeParse(body).error, what).toBeUndefined();
    const components = body.components.flatMap(({ components }) => components).length;
    const wanted = reply.rows.reduce(
      (sum, row) => sum + (Array.isArray(row) ? row.length : Number(row.entries.length > 0)),
      0,
    );
    expect(components, what).toBe(wanted);
  };

  test('of any fact, its sources, its place among others', () => {
    for (const fact of knowledge.base.facts) {
      expectWhole(cardsReply([cardOfFact(fact, knowledge)], knowledge, view), fact.id);
      expectWhole(browsedFactReply(fact, undefined, knowledge, view), fact.id);
      expectWhole(citedReply(fact, knowledge, view), fact.id);
    }
  });

  test('of any thing, topic, page of an event or a timeline', () => {
    const { base } = knowledge;
    for (const { id } of base.things) {
      const card = cardOfThing(id, knowledge);
      if (card !== undefined) expectWhole(cardsReply([card], knowledge, view), id);
    }
    for (const topic of Object.keys(base.topics))
      for (const thing of [undefined, ...base.things.filter(({ own }) => own).map(({ id }) => id)]) {
        expectWhole(topicReply(topic, thing, knowledge, view), `${topic} ${thing}`);
        const facts = factsOfTopicReply(topic, thing, knowledge, view);
        if (facts !== undefined) expectWhole(facts, `${topic} ${thing}`);
      }
    for (let page = 0; page < 20; page++) {
      for (const thing of eventThings(knowledge))
        expectWhole(eventReply(thing, page, knowledge, view), thing.id);
      expectWhole(timelineReply({}, page, knowledge, view), `timeline ${page}`);
    }
  });

  test('of any three facts in one message', () => {
    const { facts } = knowledge.base;
    fc.assert(
      fc.property(fc.array(fc.nat(facts.length - 1), { minLength: 3, maxLength: 3 }), (indexes) => {
        const cards = indexes
          .flatMap((index) => facts[index] ?? [])
          .map((fact) => cardOfFact(fact, knowledge));
        expectWhole(cardsReply(cards, knowledge, view), indexes.join());
      }),
      { numRuns: 300 },
    );
  });

  test('of what commands say without options', () => {
    const live = {
      knowledge,
      commands,
      running: () => ({ version: '1.0.0', latency: 12 }),
    };
    for (const command of commands) {
      const reply = command.reply({}, askingOf(live, view));
      if (reply !== undefined) expectWhole(reply, command.name);
    }
  });
});

describe('what is too long', () => {
  const text = (longest: number) => fc.string({ unit: 'grapheme', maxLength: longest });
  const embed = fc.record({
    author: text(400),
    title: text(400).map((title) => `t${title}`),
    description: text(6000),
    fields: fc.array(
      fc.record({ name: text(400).map((name) => `n${name}`), value: text(2000).map((value) => `v${value}`) }),
      { maxLength: 30 },
    ),
    footer: text(3000),
  });

  test('is cut to what Discord takes, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(embed, { maxLength: 12 }), (embeds) => {
        const body = messageBody({ text: 'x', embeds, rows: [] }, 'en');
        expect(messageFormSchema.safeParse(body).error).toBeUndefined();
        const plain = messageText({ embeds, rows: [] }, 'en');
        expect(plain.content.length).toBeLessThanOrEqual(LIMITS.content);
      }),
      { numRuns: 200 },
    );
  });

  test('is cut at a word and says so', () => {
    const long = 'word '.repeat(1000).trim();
    const [cut] = fitEmbeds([{ author: '', title: 't', description: long, fields: [], footer: '' }], 'en');
    expect(cut?.description).toMatch(/^word[\s\S]* word … \(shortened\)$/);
    expect(shorten('one two three', 9)).toBe('one two…');
    expect(shorten('short', 9)).toBe('short');
    expect(shorten('😀😀😀', 4)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
});
