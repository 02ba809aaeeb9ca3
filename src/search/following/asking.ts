import type { Fact } from '../../facts/base.ts';
import type { Answer } from '../answer.ts';
import { withSiblings } from '../cards.ts';
import type { Knowledge } from '../judging/knowledge.ts';
import type { Asked } from '../judging/steering.ts';
import { cardOfColumns } from './same.ts';
import type { Told } from './told.ts';

/** A number in this unit is a moment, and no answer to how many. */
const YEAR = 'year';

/** What question words alone ask of what was told: told if its facts tell it, undefined if they do not. */
export function answerAsking(asked: readonly Asked[], told: Told, knowledge: Knowledge): Answer | undefined {
  for (const one of asked) {
    const answer = answerOne(one, told, knowledge);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function answerOne(asked: Asked, told: Told, knowledge: Knowledge): Answer | undefined {
  switch (asked.does) {
    case 'ask':
      return answerClasses(asked.questions, told, knowledge);
    case 'when':
      return answerNear(happened, told, knowledge);
    case 'how-many':
      return answerNear(counted, told, knowledge);
  }
}

const happened = (fact: Fact): Fact[] => (fact.date !== undefined && fact.event ? [fact] : []);
const counted = (fact: Fact): Fact[] =>
  fact.quantity !== undefined && fact.quantity.unit !== YEAR ? [fact] : [];

/** Of each fact that led, the first of those told with it that tells what is asked. */
const answerNear = (tells: (fact: Fact) => Fact[], told: Told, knowledge: Knowledge) =>
  answerWith(
    told.leads.flatMap((lead) => near(lead, knowledge).flatMap(tells).slice(0, 1)),
    knowledge,
  );

/** As of when a fact is told, where it tells nothing that happened. */
export const answerAsOf = (told: Told, knowledge: Knowledge): Answer | undefined =>
  answerWith(
    told.leads.filter(({ date }) => date !== undefined),
    knowledge,
  );

/** The first of some question classes that one of the facts near what was told belongs to. */
function answerClasses(questions: readonly string[], told: Told, knowledge: Knowledge): Answer | undefined {
  for (const question of questions) {
    const facts = told.leads.flatMap(
      (lead) => near(lead, knowledge).find((fact) => fact.question === question) ?? [],
    );
    if (facts.length > 0) return answerWith(facts, knowledge);
  }
  return undefined;
}

/** A fact and what is told with it: of a folder's subject its topic, of a small thing all. */
const near = (lead: Fact, knowledge: Knowledge) => withSiblings(lead.thing, [lead], knowledge);

function answerWith(facts: readonly Fact[], knowledge: Knowledge): Answer | undefined {
  if (facts.length === 0) return undefined;
  const columns = facts.map((fact) => ({ thing: fact.thing, facts: near(fact, knowledge) }));
  return { status: 'answer', cards: [cardOfColumns(columns)] };
}
