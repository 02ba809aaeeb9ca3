import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { shuffled } from './chance.ts';
import type { Askable } from './question.ts';
import { told } from './text.ts';
import { isWorthy } from './worthy.ts';
import { datedYears } from './years.ts';

/** Others are drawn from so many of those next in time. */
const NEXT = 9;

/** Which of four events came first, and which last: each by its title, which may not tell when it was. */
export function orderQuestions(fact: Fact, language: Language, knowledge: Knowledge): Askable[] {
  if (!isTitled(fact, language)) return [];
  const events = knowledge.base.facts.filter((one) => isTitled(one, language));
  const [start = 0, end = 0] = datedYears(fact);
  const elsewhere = events.filter(({ thing, see }) => thing !== fact.thing && !see.includes(fact.id));
  const later = elsewhere
    .filter((one) => (datedYears(one)[0] ?? 0) > end)
    .toSorted(byDate)
    .slice(0, NEXT);
  const earlier = elsewhere
    .filter((one) => (datedYears(one)[1] ?? Infinity) < start)
    .toSorted((one, other) => byDate(other, one))
    .slice(0, NEXT);
  return [
    ...orderQuestion('first', fact, later, language),
    ...orderQuestion('last', fact, earlier, language),
  ];
}

function orderQuestion(
  kind: 'first' | 'last',
  fact: Fact,
  others: readonly Fact[],
  language: Language,
): Askable[] {
  const title = (one: Fact) => told(one.title, language) ?? '';
  if (others.length < 3) return [];
  return [
    {
      key: `${fact.id} ${kind}`,
      kind,
      fact,
      sentence: '',
      right: title(fact),
      wrong: (seed) =>
        shuffled(others, seed, ({ id }) => id)
          .slice(0, 3)
          .map(title),
      told: new Map([fact, ...others].map((one) => [title(one), one.date ?? ''])),
    },
  ];
}

/** An event whose title says no year. */
function isTitled(fact: Fact, language: Language): boolean {
  const title = told(fact.title, language);
  return (
    fact.event === true &&
    isWorthy(fact) &&
    title !== undefined &&
    !/\d/.test(title) &&
    /^\d{4}(?![X~?%])/.test(fact.date ?? '')
  );
}

const byDate = (one: Fact, other: Fact) => ((one.date ?? '') < (other.date ?? '') ? -1 : 1);
