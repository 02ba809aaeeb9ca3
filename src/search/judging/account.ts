import type { Fact } from '../../facts/base.ts';
import { isForeign, type Reading } from '../reading/reading.ts';
import { stem, wordsOf } from '../reading/tokens.ts';
import type { Knowledge } from './knowledge.ts';

/** How far a candidate accounts for the words of a question. */
export type Account = {
  /** Weight of the words that its phrases and its facts contain. */
  explained: number;
  /** How many of the names in the question are those of things it tells of. */
  named: number;
  /** Weight of the words that they do not. */
  unexplained: number;
  /** Words that nothing here knows, or that name or ask what is not ours. */
  strangers: string[];
  /** Things named that the candidate's facts do not tell of. */
  untold: string[];
};

const FOREIGN_NAME = 1.5;
const UNKNOWN_NAME = 1.5;
const UNKNOWN_WORD = 1.5;
const NOT_COVERED = 2;
const OUTSIDE = 1.6;

/** Which words of a part of a message a question about some things accounts for. */
export function account(
  question: string,
  things: readonly string[],
  facts: readonly Fact[],
  { words, namings, comparing, language }: Reading,
  knowledge: Knowledge,
): Account {
  const { stopwords, notCovered, comparisonWords } = knowledge.steering(language);
  // Whom other facts of a smaller thing tell of is no stranger to it: those who were honoured, when asked who honoured them.
  const besides = things
    .filter((thing) => knowledge.isSmall(thing))
    .flatMap((thing) => knowledge.byThing.get(thing) ?? []);
  const mentioned = new Set([...things, ...[...facts, ...besides].flatMap(({ mentions }) => mentions)]);
  const tells = (one: string) =>
    facts.some((fact) => knowledge.factStems(fact).has(one)) ||
    things.some((thing) => knowledge.thingStems(thing).has(one));
  // The phrases of a question's first fact ask it of any thing; those of others only of theirs.
  const asked = [...(knowledge.byQuestion.get(question)?.values().next().value?.slice(0, 1) ?? []), ...facts];
  const says = (one: string) => tells(one) || asked.some((fact) => knowledge.askedShare(fact, one) > 0);
  const means = (word: string) =>
    knowledge.reader
      .conceptsOf(word)
      .some((concept) => asked.some((fact) => knowledge.askedConcepts(fact).has(concept)));
  const result: Account = { explained: 0, named: 0, unexplained: 0, strangers: [], untold: [] };
  const miss = (weight: number, typed?: string) => {
    result.unexplained += weight;
    if (typed !== undefined) result.strangers.push(typed);
  };
  const inName = new Set<number>();
  for (const naming of namings) {
    const span = words.slice(naming.from, naming.to + 1);
    for (let index = naming.from; index <= naming.to; index++) inName.add(index);
    const told =
      [...naming.things, ...naming.pointsTo].some((thing) => mentioned.has(thing)) ||
      span.every(({ word, meant = word }) => tells(stem(meant)));
    if (told) result.named++;
    else if (isForeign(naming)) miss(FOREIGN_NAME, span.map(({ typed }) => typed).join(' '));
    else if (naming.pointsTo.length === 0) result.untold.push(...untoldOf(naming.things, facts, knowledge));
  }
  for (const [index, { word, meant, typed, capital }] of words.entries()) {
    const known = meant ?? word;
    if (inName.has(index) || stopwords.has(known) || (comparing && comparisonWords.has(known))) continue;
    const one = stem(known);
    if (meant !== undefined && says(one))
      result.explained += Math.max(knowledge.vectoriser.telling(one), 0.2);
    else if (meant !== undefined && means(known)) miss(knowledge.vectoriser.telling(one) * 0.3);
    else if (meant === undefined) miss(capital ? UNKNOWN_NAME : UNKNOWN_WORD, typed);
    else if (notCovered.has(known)) miss(NOT_COVERED, typed);
    else if (!knowledge.inside.has(one)) miss(OUTSIDE, typed);
    else miss(knowledge.vectoriser.telling(one) * 0.7);
  }
  return result;
}

/** Of a kind with so many things, such as persons and bodies, each has a life of its own: naming it is no mere context. */
const MANY = 5;

function ownLife(thing: string, knowledge: Knowledge): boolean {
  const { own, kind } = knowledge.things.get(thing) ?? { own: true, kind: '' };
  return !own && knowledge.ofKind(kind) >= MANY;
}

/** Which of the things that a name may mean facts do not tell of: a subject is told of by its folder and by its name. */
function untoldOf(things: readonly string[], facts: readonly Fact[], knowledge: Knowledge): string[] {
  const tells = (thing: string) => {
    const { own, name } = knowledge.things.get(thing) ?? { own: false, name: { en: '' } };
    if (!own) return !ownLife(thing, knowledge);
    const named = wordsOf(name.en).map(stem);
    return facts.some(
      (fact) =>
        knowledge.things.get(fact.thing)?.folder === thing ||
        named.every((one) => knowledge.factStems(fact).has(one)),
    );
  };
  return things.some(tells) ? [] : things.slice(0, 1);
}
