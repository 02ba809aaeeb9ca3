import type { Fact } from '../../facts/base.ts';
import type { Answer, Card, Column } from '../answer.ts';
import { factsOfTopic, withSiblings } from '../cards.ts';
import type { Knowledge } from '../judging/knowledge.ts';
import { thingsFor } from '../judging/things.ts';
import type { Reading } from '../reading/reading.ts';
import { stem } from '../reading/tokens.ts';
import { type Told, thingsTold } from './told.ts';

/** Of more than so many none is "the other one". */
const FEW = 3;

const NOT_TOLD: Answer = { status: 'none', why: 'not-told' };

/** The same of the things that a message names; undefined where it names nothing of which that could be told. */
export function sameOfNamed(reading: Reading, told: Told, knowledge: Knowledge): Answer | undefined {
  const [lead] = told.leads;
  if (lead === undefined) return undefined;
  const { things, found } = thingsFor(lead.question, reading, knowledge);
  if (found === 'absent') return instead(lead, things, knowledge);
  if (found === 'named' || found === 'place') return answerWith(things, lead, knowledge);
  const [only, ...more] = thingsTelling(reading, lead, knowledge);
  return only === undefined || more.length > 0 ? undefined : answerWith([only], lead, knowledge);
}

/** The same of the other things of its kind, where they are few. */
export function sameOfOther(told: Told, knowledge: Knowledge): Answer {
  const [lead] = told.leads;
  if (lead === undefined) return NOT_TOLD;
  const before = thingsTold(told);
  const others = [...(knowledge.byQuestion.get(lead.question)?.keys() ?? [])].filter(
    (thing) => !before.includes(thing),
  );
  return others.length === 0 || others.length > FEW ? NOT_TOLD : answerWith(others, lead, knowledge);
}

/** What is left to tell of what was told: on the same topic, else what its facts refer to. */
export function moreOf(told: Told, knowledge: Knowledge): Answer {
  const untold = (facts: readonly Fact[]) => facts.filter((fact) => !told.facts.includes(fact));
  const columns = told.leads
    .map(({ thing }, index): Column => {
      const lead = told.leads[index];
      return { thing, facts: lead === undefined ? [] : untold(withSiblings(thing, [lead], knowledge)) };
    })
    .filter(({ facts }) => facts.length > 0);
  if (columns.length > 0) return { status: 'answer', cards: [cardOfColumns(columns)] };
  const referred = told.facts.flatMap(({ see }) => see.flatMap((id) => knowledge.facts.get(id) ?? []));
  const [next] = untold(referred);
  if (next === undefined) return { status: 'none', why: 'all-told' };
  const facts = untold(withSiblings(next.thing, [next], knowledge));
  return { status: 'answer', cards: [cardOfColumns([{ thing: next.thing, facts }])] };
}

/** A question class of some things, told as it was told of the one before. */
function answerWith(things: readonly string[], lead: Fact, knowledge: Knowledge): Answer {
  const columns = things.map((thing): Column => {
    const facts = knowledge.byQuestion.get(lead.question)?.get(thing) ?? [];
    const alike = ({ mentions }: Fact) => mentions.filter((one) => lead.mentions.includes(one)).length;
    return {
      thing,
      facts: withSiblings(
        thing,
        facts.toSorted((one, other) => alike(other) - alike(one)),
        knowledge,
      ),
    };
  });
  return { status: 'answer', cards: [cardOfColumns(columns)] };
}

/** Where the things named do not have what was told: what they have on that topic is offered, not told for it. */
function instead(lead: Fact, things: readonly string[], knowledge: Knowledge): Answer {
  const cards = things.flatMap((thing): Card[] => {
    const facts = factsOfTopic(lead.topic, thing, knowledge);
    return facts.length === 0 ? [] : [cardOfColumns([{ thing, facts }])];
  });
  return cards.length === 0 ? NOT_TOLD : { status: 'suggest', cards };
}

/** The other things of a kind of whose facts some say what a message names: "and in Baku?", of a corner in Astana. */
function thingsTelling({ words, namings }: Reading, lead: Fact, knowledge: Knowledge): string[] {
  const named = namings.flatMap(({ from, to }) => words.slice(from, to + 1));
  const says = (fact: Fact) =>
    named.length > 0 && named.every(({ word, meant = word }) => knowledge.factStems(fact).has(stem(meant)));
  const holders = [...(knowledge.byQuestion.get(lead.question) ?? [])];
  return says(lead)
    ? []
    : holders.filter(([thing, facts]) => thing !== lead.thing && facts.some(says)).map(([thing]) => thing);
}

/** A card that tells columns as they stand. */
export function cardOfColumns(columns: Column[]): Card {
  return { question: columns[0]?.facts[0]?.question ?? '', columns, besides: [], score: 1 };
}
