import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Conversation,
  outcomeOfConversation,
  readConversations,
} from '../../src/evaluate/conversations.ts';
import type { Knowledge } from '../../src/search/judging/knowledge.ts';
import { realKnowledge } from '../knowledge.ts';

const conversations = readConversations(path.resolve(import.meta.dirname, '../conversations'));

let knowledge: Knowledge;
beforeAll(() => {
  knowledge = realKnowledge();
});

/** The part of conversations whose second answer is right, and which are not. */
function held(some: readonly Conversation[]) {
  const wrong = some.filter((conversation) => !outcomeOfConversation(conversation, knowledge).right);
  return { right: 1 - wrong.length / some.length, wrong: wrong.map(({ id }) => id).join(' ') };
}

test('every conversation has its own id, and expects facts that there are', () => {
  expect(new Set(conversations.map(({ id }) => id)).size).toBe(conversations.length);
  for (const { id, expect: ids } of conversations)
    for (const fact of ids) expect(knowledge.facts.has(fact), `${id}: ${fact}`).toBe(true);
});

describe('what is asked right after an answer', () => {
  test('is answered as well as it was when it was tuned', () => {
    const { right, wrong } = held(conversations.filter(({ seen }) => seen));
    expect(right, wrong).toBeGreaterThanOrEqual(0.94);
  });

  test('and nearly so where nobody looked', () => {
    const { right, wrong } = held(conversations.filter(({ seen }) => !seen));
    expect(right, wrong).toBeGreaterThanOrEqual(0.9);
  });

  test.each([
    ['en', 0.9],
    ['az', 0.95],
    ['kk', 0.97],
    ['ru', 0.95],
    ['tr', 0.95],
  ])('in %s', (language, reached) => {
    const some = conversations.filter((conversation) => conversation.language === language);
    expect(some.length).toBeGreaterThanOrEqual(60);
    const { right, wrong } = held(some);
    expect(right, wrong).toBeGreaterThanOrEqual(reached);
  });
});
