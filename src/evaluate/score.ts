import { toldByColumn } from '../replies/cards/told.ts';
import type { Answer, Card } from '../search/answer.ts';
import { decide } from '../search/decide.ts';
import type { Knowledge } from '../search/judging/knowledge.ts';
import type { Question } from './questions.ts';

/** How a question fared: what was told, against what should have been. */
export type Outcome =
  | 'right'
  | 'wrong'
  | 'offered first'
  | 'offered'
  | 'not offered'
  | 'nothing'
  | 'refused'
  | 'false';

/** How many questions of a kind fared how. */
export type Tally = { kind: string; asked: number } & Partial<Record<Outcome, number>>;

/** The ids of the facts that a card tells its reader. */
const told = (card: Card): string[] =>
  [
    ...toldByColumn(card, 'en').flatMap(({ facts }) => facts),
    ...card.besides.flatMap(({ facts }) => facts),
  ].map(({ id }) => id);

/** Asks one question and holds the answer against what was expected. */
export function outcomeOf({ question, expect, and }: Question, knowledge: Knowledge): Outcome {
  const { answer } = decide(question, knowledge);
  if (expect.length === 0) return answer.status === 'answer' ? 'false' : 'refused';
  if (answer.status === 'none') return 'nothing';
  return outcomeOfCards(answer, expect, and);
}

function outcomeOfCards(
  { status, cards }: Exclude<Answer, { status: 'none' }>,
  expected: readonly string[],
  also: readonly string[] = [],
): Outcome {
  const tells = (card: Card | undefined, ids: readonly string[]) =>
    card !== undefined && told(card).some((id) => ids.includes(id));
  const first = tells(cards[0], expected) && (also.length === 0 || cards.some((card) => tells(card, also)));
  if (status === 'answer') return first ? 'right' : 'wrong';
  if (first) return 'offered first';
  return cards.some((card) => tells(card, expected)) ? 'offered' : 'not offered';
}

/** Counts outcomes by kind, in the order in which kinds first appear, and over all that can be answered or refused. */
export function tally(outcomes: readonly { kind: string; outcome: Outcome }[]): Tally[] {
  const kinds = new Map<string, Tally>();
  const count = (kind: string, outcome: Outcome) => {
    const row: Tally = kinds.get(kind) ?? { kind, asked: 0 };
    row.asked++;
    row[outcome] = (row[outcome] ?? 0) + 1;
    kinds.set(kind, row);
  };
  for (const { kind, outcome } of outcomes) count(kind, outcome);
  for (const { outcome } of outcomes)
    count(outcome === 'refused' || outcome === 'false' ? 'ALL TO BE REFUSED' : 'ALL ANSWERABLE', outcome);
  return [...kinds.values()];
}
