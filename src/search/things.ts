import type { Fact } from '../facts/base.ts';
import type { Knowledge } from './knowledge.ts';
import type { Naming } from './names.ts';
import type { Reading, Word } from './reading.ts';
import { stem } from './tokens.ts';

/**
 * How a question's things were found: by name, by a place that points to them, because they stand for their kind,
 * because no other has the aspect, as the best of a few, by nothing at all; or those meant do not have the aspect.
 */
export type Found = 'named' | 'place' | 'headline' | 'only' | 'likeliest' | 'guessed' | 'absent';

/** Of so few things of a kind the likeliest may be meant without being named. */
const FEW = 4;

/** Which things of a question's kind are meant, best first. */
export function thingsFor(
  question: string,
  reading: Reading,
  knowledge: Knowledge,
): { things: string[]; found: Found } {
  const { namings, comparing } = reading;
  const holders = [...(knowledge.byQuestion.get(question)?.keys() ?? [])];
  const kind = question.slice(0, question.indexOf('/'));
  const ofKind = (things: readonly string[]) =>
    things.filter((thing) => knowledge.things.get(thing)?.kind === kind);
  const named = namings.map(({ things }) => ofKind(things)).filter((things) => things.length > 0);
  const pointed = namings.map(({ pointsTo }) => ofKind(pointsTo)).filter((things) => things.length > 0);
  const wanted = narrow(named, pointed, comparing);
  const sideBySide = holders.some(
    (thing) => knowledge.things.get(thing)?.own && knowledge.things.get(thing)?.headline,
  );
  if (wanted.length > 0) {
    const found = named.length > 0 ? 'named' : 'place';
    const things = holders.filter((thing) => wanted.includes(thing));
    if (comparing && things.length > 1 && things.length <= FEW) return { things, found };
    if (things.length === 0) return { things: wanted, found: 'absent' };
    if (comparing && sideBySide && things.length === 1) {
      const others = holders.filter(
        (thing) => knowledge.things.get(thing)?.headline && !things.includes(thing),
      );
      return { things: [...things, ...others], found };
    }
    return {
      things: sideBySide ? headlinesFirst(things, knowledge) : likeliest(things, reading, knowledge).things,
      found,
    };
  }
  const headlines = holders.filter((thing) => knowledge.things.get(thing)?.headline);
  if (headlines.length > 0) return { things: headlines, found: 'headline' };
  if (holders.length === 1) return { things: holders, found: 'only' };
  const { things, fit } = likeliest(holders, reading, knowledge);
  return { things, found: fit > 0.5 || knowledge.ofKind(kind) <= FEW ? 'likeliest' : 'guessed' };
}

/** Ambiguous names are narrowed by the others, where they agree: "Kazakhstan" and "Almaty" is Almaty. */
function narrow(named: readonly string[][], pointed: readonly string[][], comparing: boolean): string[] {
  let wanted: string[] = [];
  const meet = (things: readonly string[], join: boolean) => {
    const common = wanted.filter((thing) => things.includes(thing));
    if (common.length > 0) wanted = common;
    else if (join) wanted = [...wanted, ...things];
  };
  for (const things of named) meet(things, true);
  for (const things of pointed) meet(things, named.length === 0 || comparing);
  return [...new Set(wanted)];
}

const headlinesFirst = (things: readonly string[], knowledge: Knowledge) =>
  things.toSorted(
    (one, other) =>
      Number(knowledge.things.get(other)?.headline) - Number(knowledge.things.get(one)?.headline),
  );

/** The one thing whose names and facts fit a question best; the first, if none fits better. */
function likeliest(
  things: readonly string[],
  { words, namings }: Reading,
  knowledge: Knowledge,
): { things: string[]; fit: number } {
  const named = namedThings(namings);
  let best = { things: things.slice(0, 1), fit: 0 };
  for (const thing of things) {
    const facts = knowledge.byThing.get(thing) ?? [];
    const says = (one: string) =>
      knowledge.thingStems(thing).has(one) || facts.some((fact) => knowledge.factStems(fact).has(one));
    const mentions = facts.some((fact) => fact.mentions.some((mentioned) => named.has(mentioned)));
    const fit = fitOf(words, says, knowledge) + (mentions ? 2 : 0);
    if (fit > best.fit) best = { things: [thing], fit };
  }
  return best;
}

function fitOf(words: readonly Word[], says: (stem: string) => boolean, knowledge: Knowledge): number {
  let fit = 0;
  for (const { word, meant = word } of words)
    if (!knowledge.stopwords.has(meant) && says(stem(meant))) fit += knowledge.rarity(stem(meant));
  return fit;
}

/** What is named in a question, whatever its kind. */
export const namedThings = (namings: readonly Naming[]) => new Set(namings.flatMap(({ things }) => things));

/** Facts in the order in which they fit a question; those that fit alike stay in the curator's order. */
export function byFit(facts: readonly Fact[], { words, namings }: Reading, knowledge: Knowledge): Fact[] {
  const named = namedThings(namings);
  // The name of a library or a city stands in all its facts and tells none apart.
  const small = (thing: string) => knowledge.things.get(thing)?.own === false;
  const spoken = words.filter(
    (_, index) =>
      !namings.some(({ from, to, things }) => index >= from && index <= to && !things.some(small)),
  );
  const stems = [
    ...new Set(
      spoken
        .map(({ word, meant = word }) => meant)
        .filter((word) => !knowledge.stopwords.has(word))
        .map(stem),
    ),
  ];
  const [head] = facts;
  // Words by which the question as such is asked, such as "founded", do not tell its facts apart.
  const first = head && knowledge.byQuestion.get(head.question)?.values().next().value?.[0];
  const generic = (one: string) => (first === undefined ? 0 : knowledge.askedShare(first, one));
  const telling = new Map(stems.map((one) => [one, Math.max(0, 1 - GENERIC * generic(one))]));
  const fits = new Map(
    facts.map((fact) => {
      const said = stems.reduce(
        (sum, one) =>
          sum + (knowledge.factStems(fact).has(one) ? knowledge.rarity(one) * (telling.get(one) ?? 1) : 0),
        0,
      );
      const mentioned = fact.mentions.filter((thing) => named.has(thing)).length;
      return [
        fact.id,
        said + ASKED * likeness(fact, facts, telling, knowledge) + 2 * mentioned + (fact === head ? HEAD : 0),
      ];
    }),
  );
  return facts.toSorted((one, other) => (fits.get(other.id) ?? 0) - (fits.get(one.id) ?? 0));
}

/** The curator's first fact leads unless another fits clearly better. */
const HEAD = 0.5;
/** A word in a tenth of the phrases that ask for the first fact is asked of all. */
const GENERIC = 10;
/** How much the phrases that ask for a fact count beside its own words. */
const ASKED = 2;

/** So that a word in one phrase of twenty is a hint, not proof. */
const SMOOTHING = 0.1;

/** How much more than its siblings' the phrases that ask for a fact are like a question. */
function likeness(
  fact: Fact,
  facts: readonly Fact[],
  telling: ReadonlyMap<string, number>,
  knowledge: Knowledge,
): number {
  let likeness = 0;
  for (const one of telling.keys()) {
    const all = facts.reduce((sum, sibling) => sum + knowledge.askedShare(sibling, one), 0);
    const share = (knowledge.askedShare(fact, one) + SMOOTHING) / (all + SMOOTHING * facts.length);
    likeness += (telling.get(one) ?? 1) * (share - 1 / facts.length);
  }
  return likeness;
}
