import { everyText, type Fact, type Thing } from '../facts/base.ts';
import type { Language } from '../facts/model.ts';
import type { Knowledge } from '../search/judging/knowledge.ts';
import { shuffled } from './chance.ts';
import type { Askable } from './question.ts';
import { blanked, isNear, namedIn, told, wordsIn } from './text.ts';
import { datedYears } from './years.ts';

/** Things of these kinds are asked for by name. */
const ASKED = ['person', 'organisation'] as const;
/** Wrong names are drawn from so many of the most plausible. */
const PLAUSIBLE = 6;

/** Whose name, or that of which organisation, is blanked in the statement. */
export function nameQuestions(fact: Fact, language: Language, knowledge: Knowledge): Askable[] {
  const text = told(fact.statement, language);
  if (text === undefined) return [];
  const named = namedIn(text, language, knowledge);
  return [...new Set([fact.thing, ...fact.mentions])].flatMap((id): Askable[] => {
    const thing = knowledge.things.get(id);
    const kind = ASKED.find((one) => one === thing?.kind);
    const right = thing?.name[language];
    if (thing === undefined || kind === undefined || right === undefined) return [];
    const [place, ...more] = named.filter(({ things }) => things.includes(id));
    if (place === undefined || more.length > 0) return [];
    const sentence = blanked(text, place);
    if (givesAway(sentence, thing)) return [];
    const there = new Set(named.flatMap(({ things }) => things));
    const others = plausible(thing, fact, knowledge).filter((other) => !there.has(other.id));
    const names = others.flatMap((other) => other.name[language] ?? []).slice(0, PLAUSIBLE);
    if (names.length < 3) return [];
    return [
      {
        key: `${fact.id} ${kind} ${id}`,
        kind,
        fact,
        sentence,
        right,
        wrong: (seed) => shuffled(names, seed).slice(0, 3),
      },
    ];
  });
}

/** Is a word of the thing's names left in the sentence? */
function givesAway(sentence: string, { name, names }: Thing): boolean {
  const own = new Set([...everyText(name), ...names].flatMap((one) => wordsIn(one).map(({ word }) => word)));
  return wordsIn(sentence).some(({ word }) =>
    [...own].some(
      (one) => one.length > 3 && (word.startsWith(one) || (word.length > 4 && one.startsWith(word))),
    ),
  );
}

/** Others of the kind of whom the fact is not true, the likeliest first: of the same matter, then of the same time. */
function plausible(right: Thing, fact: Fact, knowledge: Knowledge): Thing[] {
  const { base } = knowledge;
  const near = base.facts.filter((other) => isNear(fact, other, knowledge));
  const taken = new Set(near.flatMap(({ thing, mentions }) => [thing, ...mentions]));
  const matters = (one: Thing, alike: (other: Fact) => boolean) =>
    base.facts.some((other) => alike(other) && (other.thing === one.id || other.mentions.includes(one.id)));
  const distance = (one: Thing) => {
    if (matters(one, ({ question }) => question === fact.question)) return 0;
    const topic = matters(one, (other) => other.topic === fact.topic) ? 10 : 40;
    return topic + Math.min(200, yearsApart(one, fact, knowledge));
  };
  return base.things
    .filter(({ id, kind }) => kind === right.kind && id !== right.id && !taken.has(id))
    .filter((one) => endsLike(one, right))
    .map((one) => ({ one, far: distance(one) }))
    .toSorted((a, b) => a.far - b.far)
    .map(({ one }) => one);
}

/** A surname in -a beside a verb or an adjective that is not feminine, or the reverse, would fall out by itself. */
const endsLike = (one: Thing, other: Thing): boolean =>
  one.kind !== 'person' || one.name.en.endsWith('a') === other.name.en.endsWith('a');

/** How many years lie between a fact and the nearest that tells of a thing; many where none has a date. */
function yearsApart(thing: Thing, fact: Fact, { base }: Knowledge): number {
  const [year] = datedYears(fact);
  const years = base.facts
    .filter((other) => other.thing === thing.id || other.mentions.includes(thing.id))
    .flatMap((other) => datedYears(other)[0] ?? []);
  if (year === undefined || years.length === 0) return 100;
  return Math.min(...years.map((one) => Math.abs(one - year)));
}
