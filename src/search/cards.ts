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

/**
 * A topic of one thing, or of several side by side, as far as it is to be told; undefined if none has it. Where the
 * things were not named but stand for their kind, the others that have the topic get a word each.
 */
export function cardOfTopic(
  topic: string,
  things: readonly string[],
  knowledge: Knowledge,
  { named, told }: { named: boolean; told: (fact: Fact) => boolean },
): Card | undefined {
  const columnOf = (thing: string): Column => ({
    thing,
    facts: factsOfTopic(topic, thing, knowledge).filter(told),
  });
  const columns = things.map(columnOf).filter(({ facts }) => facts.length > 0);
  const kind = knowledge.things.get(things[0] ?? '')?.kind;
  const others = named
    ? []
    : knowledge.base.things.filter((thing) => thing.own && thing.kind === kind && !things.includes(thing.id));
  const besides = others
    .map(({ id }) => ({ thing: id, facts: columnOf(id).facts.slice(0, 1) }))
    .filter(({ facts }) => facts.length > 0);
  return columns.length === 0 ? undefined : { question: `${kind}/${topic}`, columns, besides, score: 1 };
}

/** The facts of a topic about a thing, the headline first. */
export function factsOfTopic(topic: string, thing: string, knowledge: Knowledge): Fact[] {
  return (knowledge.byThing.get(thing) ?? []).filter((fact) => fact.topic === topic);
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
export function withSiblings(thing: string, facts: readonly Fact[], knowledge: Knowledge): Fact[] {
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
