import type { Fact } from '../facts/base.ts';
import type { Card, Column } from './answer.ts';
import type { Candidate } from './judging/candidates.ts';
import type { Knowledge } from './judging/knowledge.ts';

/** The card that tells a candidate: its facts, those of others that would be told on it, and what else belongs to its things. */
export function cardOf(candidate: Candidate, knowledge: Knowledge, others: readonly Candidate[] = []): Card {
  const { question, things, facts, found, group, total } = candidate;
  const mates = others.filter((other) => other.group === group && other !== candidate);
  const columns = things.map((thing, index) => {
    const answering = [
      ...(facts[index] ?? []),
      ...mates.flatMap((mate) => mate.facts[mate.things.indexOf(thing)] ?? []),
    ];
    return { thing, facts: withSiblings(thing, answering, knowledge) };
  });
  const besides = found === 'headline' ? alsoHaving(question, things, knowledge) : [];
  return { question, columns: columns.filter(({ facts }) => facts.length > 0), besides, score: total };
}

/** The card of one fact, its siblings after it. */
export function cardOfFact(fact: Fact, knowledge: Knowledge, score = 1): Card {
  return {
    question: fact.question,
    columns: [{ thing: fact.thing, facts: withSiblings(fact.thing, [fact], knowledge) }],
    besides: [],
    score,
  };
}

/** The card of a thing named without a question: all its facts, or of a folder's subject the headline of each topic. */
export function cardOfThing(id: string, knowledge: Knowledge): Card | undefined {
  const thing = knowledge.things.get(id);
  const own = knowledge.byThing.get(id) ?? [];
  const facts = thing?.own
    ? own.filter((fact, index) => own.findIndex(({ topic }) => topic === fact.topic) === index)
    : [...own, ...(knowledge.mentioning.get(id) ?? [])];
  if (thing === undefined || facts.length === 0) return undefined;
  return { question: `${thing.kind}/*`, columns: [{ thing: id, facts }], besides: [], score: 1 };
}

/** After the facts that answer: of a folder's subject those of the same topic, of a small thing all others. */
function withSiblings(thing: string, facts: readonly Fact[], knowledge: Knowledge): Fact[] {
  const [lead] = facts;
  const own = knowledge.byThing.get(thing) ?? [];
  const siblings = knowledge.things.get(thing)?.own ? own.filter(({ topic }) => topic === lead?.topic) : own;
  return [...new Set([...facts, ...siblings])];
}

function alsoHaving(question: string, things: readonly string[], knowledge: Knowledge): Column[] {
  const holders = knowledge.byQuestion.get(question) ?? new Map<string, Fact[]>();
  const headlined = things.some((thing) => knowledge.things.get(thing)?.headline);
  return headlined
    ? [...holders]
        .filter(([thing]) => !things.includes(thing))
        .map(([thing, facts]) => ({ thing, facts: facts.slice(0, 1) }))
    : [];
}
