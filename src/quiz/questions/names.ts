import { everyText, type Fact, type Thing } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { wordsOf } from '../../search/reading/tokens.ts';
import { shuffled } from './chance.ts';
import type { Askable } from './question.ts';
import { blanked, isNear, namedIn, told, wordsIn } from './text.ts';
import { datedYears } from './years.ts';

/** Things of these kinds are asked for by name. */
const ASKED = ['person', 'organisation'] as const;
/** Wrong names are drawn from so many of the most plausible. */
const PLAUSIBLE = 6;
/** People so many years apart are not taken for one another. */
const LONGEST_APART = 80;
/** Where more are said to be there, others may be there too. */
const MORE = /\bamong\b/i;

/** Whose name, or that of which organisation, is blanked in the statement. */
export function nameQuestions(fact: Fact, language: Language, knowledge: Knowledge): Askable[] {
  const text = told(fact.statement, language);
  if (text === undefined || MORE.test(fact.statement.en)) return [];
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

/** Is a word of the thing's names left in the sentence? Of its other spellings the last word is the surname. */
function givesAway(sentence: string, { name, names }: Thing): boolean {
  const own = new Set([
    ...everyText(name).flatMap(wordsOf),
    ...names.flatMap((one) => wordsOf(one).slice(-1)),
  ]);
  return wordsIn(sentence).some(({ word }) => [...own].some((one) => one.length > 3 && word.startsWith(one)));
}

/** Others of the kind of whom the fact is not true, the likeliest first: asked of elsewhere, then of the same time. */
function plausible(right: Thing, fact: Fact, knowledge: Knowledge): Thing[] {
  const { base } = knowledge;
  const near = base.facts.filter((other) => isNear(fact, other, knowledge));
  const taken = new Set(near.flatMap(({ thing, mentions }) => [thing, ...mentions]));
  const time = timeOf(right, knowledge);
  const isAsked = ({ id }: Thing) =>
    base.facts.some(
      ({ question, thing, mentions }) => question === fact.question && [thing, ...mentions].includes(id),
    );
  return base.things
    .filter(({ id, kind }) => kind === right.kind && id !== right.id && !taken.has(id))
    .filter((one) => endsLike(one, right))
    .map((one) => ({ one, apart: isAsked(one) ? 0 : Math.abs(timeOf(one, knowledge) - time) }))
    .filter(({ one, apart }) => one.kind !== 'person' || apart <= LONGEST_APART)
    .toSorted((a, b) => a.apart - b.apart)
    .map(({ one }) => one);
}

/** A surname in -a beside a verb or an adjective that is not feminine, or the reverse, would fall out by itself. */
const endsLike = (one: Thing, other: Thing): boolean =>
  one.kind !== 'person' || one.name.en.endsWith('a') === other.name.en.endsWith('a');

/** The year in the middle of all those of which facts tell something of a thing. */
function timeOf({ id }: Thing, { base }: Knowledge): number {
  const years = base.facts
    .filter(({ thing, mentions }) => thing === id || mentions.includes(id))
    .flatMap((fact) => datedYears(fact).filter((year) => year !== undefined))
    .toSorted((one, other) => one - other);
  return years[Math.floor((years.length - 1) / 2)] ?? Number.NEGATIVE_INFINITY;
}
