import type { Fact } from '../../facts/base.ts';
import type { Naming } from '../reading/names.ts';
import type { Reading } from '../reading/reading.ts';
import { stem } from '../reading/tokens.ts';
import type { Knowledge } from './knowledge.ts';

/** The curator's first fact leads unless another fits clearly better. */
const HEAD = 0.5;
/** A word in a tenth of the phrases that ask for the first fact is asked of all. */
const GENERIC = 10;
/** How much the phrases that ask for a fact count beside its own words. */
const ASKED = 2;
/** What a fact gains by mentioning a thing that the question names. */
const MENTIONED = 2;
/** So that a word in one phrase of twenty is a hint, not proof. */
const SMOOTHING = 0.1;

/** What is named in a question, whatever its kind. */
export const namedThings = (namings: readonly Naming[]) => new Set(namings.flatMap(({ things }) => things));

/** A word that may tell facts apart: how much it tells, and in how many of the phrases that ask for them it occurs. */
type Telling = { stem: string; weight: number; shares: number };

/** Facts in the order in which they fit a question; those that fit alike stay in the curator's order. */
export function byFit(facts: readonly Fact[], reading: Reading, knowledge: Knowledge): Fact[] {
  const [head] = facts;
  if (head === undefined || facts.length === 1) return [...facts];
  const named = namedThings(reading.namings);
  const telling = tellingWords(head, facts, reading, knowledge);
  const fit = (fact: Fact): number => {
    let sum = fact === head ? HEAD : 0;
    for (const { stem, weight, shares } of telling) {
      if (knowledge.factStems(fact).has(stem))
        sum += weight * knowledge.rarity(stem) * knowledge.vectoriser.telling(stem);
      const share = (knowledge.askedShare(fact, stem) + SMOOTHING) / (shares + SMOOTHING * facts.length);
      sum += ASKED * weight * (share - 1 / facts.length);
    }
    return sum + MENTIONED * fact.mentions.filter((thing) => named.has(thing)).length;
  };
  const fits = new Map(facts.map((fact) => [fact.id, fit(fact)]));
  return facts.toSorted((one, other) => (fits.get(other.id) ?? 0) - (fits.get(one.id) ?? 0));
}

function tellingWords(
  head: Fact,
  facts: readonly Fact[],
  { words, namings, language }: Reading,
  knowledge: Knowledge,
): Telling[] {
  const { stopwords } = knowledge.steering(language);
  // The name of a library or a city stands in all its facts and tells none apart.
  const inName = (index: number) =>
    namings.some(
      ({ from, to, things }) =>
        index >= from && index <= to && !things.some((thing) => knowledge.isSmall(thing)),
    );
  const spoken = words.filter(({ word, meant = word }, index) => !inName(index) && !stopwords.has(meant));
  // Words by which the question as such is asked, such as "founded", do not tell its facts apart.
  const first = knowledge.byQuestion.get(head.question)?.values().next().value?.[0];
  const generic = (one: string) => (first === undefined ? 0 : knowledge.askedShare(first, one));
  return [...new Set(spoken.map(({ word, meant = word }) => stem(meant)))].map((one) => ({
    stem: one,
    weight: Math.max(0, 1 - GENERIC * generic(one)),
    shares: facts.reduce((sum, fact) => sum + knowledge.askedShare(fact, one), 0),
  }));
}
