import type { Naming } from '../reading/names.ts';
import type { Reading, Word } from '../reading/reading.ts';
import { stem } from '../reading/tokens.ts';
import { namedThings } from './fit.ts';
import type { Knowledge } from './knowledge.ts';

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
  const { comparing } = reading;
  const kind = kindOf(question);
  const holders = [...(knowledge.byQuestion.get(question)?.keys() ?? [])];
  const headlines = holders.filter((thing) => knowledge.things.get(thing)?.headline);
  const { wanted, several, found } = wantedOf(kind, reading, knowledge);
  if (wanted.length > 0) {
    const things = holders.filter((thing) => wanted.includes(thing));
    if (things.length === 0) return { things: wanted, found: 'absent' };
    if (comparing && wanted.length === 1) {
      const others = headlines.length > 0 ? headlines : counterpartOf(things, holders, knowledge);
      return { things: [...new Set([...things, ...others])], found };
    }
    if (comparing || several || headlines.length > 0)
      return { things: headlinesFirst(things, knowledge).slice(0, FEW), found };
    return { things: likeliest(things, reading, knowledge).things, found };
  }
  const named = namedThings(reading.namings);
  const telling = holders.filter((thing) =>
    knowledge.byQuestion
      .get(question)
      ?.get(thing)
      ?.some(({ mentions }) => mentions.some((one) => named.has(one))),
  );
  if (telling.length > 0 && telling.length < holders.length && headlines.length > 0)
    return { things: headlinesFirst(telling, knowledge), found: 'headline' };
  if (headlines.length > 0) return { things: headlines, found: 'headline' };
  if (holders.length === 1) return { things: holders, found: 'only' };
  const few = knowledge.ofKind(kind) <= FEW;
  if (comparing && few) return { things: holders, found: 'likeliest' };
  const { things, fit } = likeliest(holders, reading, knowledge);
  return { things, found: fit > 0.5 || few ? 'likeliest' : 'guessed' };
}

/** The kind of thing that a question class is about. */
export const kindOf = (question: string) => question.slice(0, question.indexOf('/'));

type Wanted = {
  wanted: string[];
  /** Different names name different things: each is meant. */
  several: boolean;
  found: 'named' | 'place';
};

/** The things of a kind that a message names, or to which its places point. */
function wantedOf(kind: string, reading: Reading, knowledge: Knowledge): Wanted {
  const ofKind = (things: readonly string[]) =>
    things.filter((thing) => knowledge.things.get(thing)?.kind === kind);
  const named = reading.namings.map(({ things }) => ofKind(things)).filter((things) => things.length > 0);
  const pointed = reading.namings
    .map((naming) => ({ naming, things: ofKind(naming.pointsTo) }))
    .filter(({ things }) => things.length > 0);
  const byName = narrowest(named);
  if (byName.length === 0)
    return {
      wanted: [...new Set(narrowest(pointed.map(({ things }) => things)))],
      several: false,
      found: 'place',
    };
  // "The Kazakh library in Almaty": a place narrows an ambiguous name; one that points elsewhere counts if it is joined on.
  const within = pointed.flatMap(({ things }) =>
    things.length < byName.length ? things.filter((thing) => byName.includes(thing)) : [],
  );
  const joined = pointed.filter(
    ({ naming, things }) =>
      !things.some((thing) => byName.includes(thing)) &&
      (reading.comparing || isJoined(naming, reading, knowledge)),
  );
  const wanted = [...(within.length > 0 ? within : byName), ...joined.flatMap(({ things }) => things)];
  return { wanted: [...new Set(wanted)], several: named.length > 1 || joined.length > 0, found: 'named' };
}

/** Of names that may each mean several things, what they mean together: one that another makes plainer says nothing more. */
function narrowest(names: readonly string[][]): string[] {
  const plainer = (name: readonly string[]) =>
    names.some((other) => other.length < name.length && other.every((thing) => name.includes(thing)));
  return names.filter((name) => !plainer(name)).flat();
}

/** Does "and", "or" or the like join a name to one before or after it? */
function isJoined(
  { from, to }: Naming,
  { words, namings, language }: Reading,
  knowledge: Knowledge,
): boolean {
  const { conjunctions } = knowledge.steering(language);
  const conjunction = (index: number) => conjunctions.has(words[index]?.word ?? '');
  return namings.some(
    (other) =>
      (other.to < from && from - other.to <= 3 && conjunction(other.to + 1)) ||
      (to < other.from && other.from - to <= 3 && conjunction(to + 1)),
  );
}

/** How many of the words of two names must be the same for their things to be counterparts. */
const ALIKE = 0.5;

/** With what a thing is compared where nothing else is named: what is named most like it, as the writers' union of another country. */
function counterpartOf([one]: readonly string[], others: readonly string[], knowledge: Knowledge): string[] {
  const own = knowledge.thingStems(one ?? '');
  const likeness = (other: string) => {
    const stems = knowledge.thingStems(other);
    const shared = [...stems].filter((stem) => own.has(stem)).length;
    return shared / Math.max(1, Math.min(own.size, stems.size));
  };
  return others
    .filter((other) => other !== one && likeness(other) >= ALIKE)
    .toSorted((first, second) => likeness(second) - likeness(first))
    .slice(0, 1);
}

const headlinesFirst = (things: readonly string[], knowledge: Knowledge) =>
  things.toSorted(
    (one, other) =>
      Number(knowledge.things.get(other)?.headline) - Number(knowledge.things.get(one)?.headline),
  );

/** The one thing whose names and facts fit a question best; the first, if none fits better. */
function likeliest(
  things: readonly string[],
  { words, namings, language }: Reading,
  knowledge: Knowledge,
): { things: string[]; fit: number } {
  const { stopwords, questionWords } = knowledge.steering(language);
  const spoken = words.filter(({ word, meant = word }) => !stopwords.has(meant) && !questionWords.has(meant));
  const named = namedThings(namings);
  let best = { things: things.slice(0, 1), fit: 0 };
  for (const thing of things) {
    const facts = knowledge.byThing.get(thing) ?? [];
    const says = (one: string) =>
      knowledge.thingStems(thing).has(one) || facts.some((fact) => knowledge.factStems(fact).has(one));
    const mentions = facts.some((fact) => fact.mentions.some((mentioned) => named.has(mentioned)));
    const fit = fitOf(spoken, says, knowledge) + (mentions ? 2 : 0);
    if (fit > best.fit) best = { things: [thing], fit };
  }
  return best;
}

function fitOf(words: readonly Word[], says: (stem: string) => boolean, knowledge: Knowledge): number {
  let fit = 0;
  for (const { word, meant = word } of words) if (says(stem(meant))) fit += knowledge.rarity(stem(meant));
  return fit;
}
