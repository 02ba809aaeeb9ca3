import { everyText, type Fact, type Thing } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { wordsOf } from '../../search/reading/tokens.ts';
import { shuffled } from './chance.ts';
import type { Askable } from './question.ts';
import { tellsSound } from './sound.ts';
import { blanked, isNear, namedIn, type Span, told, wordsIn } from './text.ts';
import { datedYears } from './years.ts';

/** Things of these kinds are asked for by name. */
const ASKED = ['person', 'organisation'] as const;
/** Wrong names are drawn from so many of the most plausible. */
const PLAUSIBLE = 6;
/** People so many years apart are not taken for one another. */
const LONGEST_APART = 80;
/** English words by which others may have been there, or done the same, too. */
const OTHERS = /\b(?:among|was present|took part|attend(?:s|ed|ing)?|in a speech)\b/i;
/** English words for what somebody is known to be: whoever offered is something else falls out by it. */
const CALLING = /\b(?:(?<!Vice-)President|National Leader|poet|playwright|writer)\b/i;
/** A name that does not say who it is beside full ones. */
const INITIAL = /^\p{Lu}\. /u;

/** A statement with a name blanked; `there` are the things that it names. */
type Blank = {
  fact: Fact;
  thing: Thing;
  kind: (typeof ASKED)[number];
  sentence: string;
  right: string;
  there: ReadonlySet<string>;
};

/** Whose name, or that of which organisation, is blanked in the statements of facts. */
export function nameQuestions(facts: readonly Fact[], language: Language, knowledge: Knowledge): Askable[] {
  const blanks = facts.flatMap((fact) => blanksOf(fact, language, knowledge));
  const asked = new Set(blanks.map(({ thing }) => thing.id));
  return blanks.flatMap((blank) => nameQuestion(blank, asked, language, knowledge));
}

function blanksOf(fact: Fact, language: Language, knowledge: Knowledge): Blank[] {
  const text = told(fact.statement, language);
  if (text === undefined || OTHERS.test(fact.statement.en)) return [];
  const named = namedIn(text, language, knowledge);
  const there = new Set(named.flatMap(({ things }) => things));
  return [...new Set([fact.thing, ...fact.mentions])].flatMap((id): Blank[] => {
    const thing = knowledge.things.get(id);
    const kind = ASKED.find((one) => one === thing?.kind);
    const right = thing?.name[language];
    if (thing === undefined || kind === undefined || right === undefined || INITIAL.test(right)) return [];
    const [found, ...more] = named.filter(({ things }) => things.includes(id));
    if (found === undefined || more.length > 0 || isDescribed(fact, thing, knowledge)) return [];
    const place = withArticle(text, wholeName(text, found, right), language);
    // In brackets of its own it only abbreviates what stands before them.
    if (text[place.from - 1] === '(' && text[place.to] === ')') return [];
    const sentence = blanked(text, place);
    if (givesAway(sentence, thing) || tellsSound(sentence, language)) return [];
    return [{ fact, thing, kind, sentence, right, there }];
  });
}

function nameQuestion(
  { fact, thing, kind, sentence, right, there }: Blank,
  asked: ReadonlySet<string>,
  language: Language,
  knowledge: Knowledge,
): Askable[] {
  const others = plausible(thing, fact, knowledge)
    .filter(({ id }) => !there.has(id))
    .filter(({ name }) => name[language] !== undefined && !INITIAL.test(name[language]));
  // What is never asked for would soon be struck out unread.
  const those = others.filter(({ id }) => asked.has(id));
  const names = (those.length < 3 ? others : those)
    .flatMap(({ name }) => name[language] ?? [])
    .slice(0, PLAUSIBLE);
  if (names.length < 3) return [];
  return [
    {
      key: `${fact.id} ${kind} ${thing.id}`,
      kind,
      fact,
      sentence,
      right,
      wrong: (seed) => shuffled(names, seed).slice(0, 3),
    },
  ];
}

/** Does the statement say, beside the name, something that is true of hardly anyone else? */
function isDescribed(fact: Fact, { id, kind }: Thing, knowledge: Knowledge): boolean {
  const english = told(fact.statement, 'en') ?? '';
  if (kind === 'person') return CALLING.test(english);
  return namedIn(english, 'en', knowledge)
    .filter(({ things }) => things.includes(id))
    .some(
      ({ from, to }) =>
        // "the foundation of Azerbaijan", "ILESAM, the authors' union", "Azerbaijan's foundation".
        /^ (?:of|in) \p{Lu}|^, (?:the|an?) /u.test(english.slice(to)) ||
        /\p{Lu}\p{L}+['’]s $/u.test(english.slice(0, from)),
    );
}

/** The English article goes with the name: not every one has it. */
function withArticle(text: string, { from, to }: Span, language: Language): Span {
  const article = language === 'en' ? /\bthe $/i.exec(text.slice(0, from)) : null;
  return { from: from - (article?.[0].length ?? 0), to };
}

/** A first name before what was found, in a form that is not known: "Льва" of "Лев Толстой" begins alike and has a capital. */
function wholeName(text: string, found: Span, name: string): Span {
  const before = /\p{Lu}\p{Ll}+ $/u.exec(text.slice(0, found.from))?.[0];
  const isFirst =
    before !== undefined &&
    name.startsWith(before.slice(0, 1)) &&
    !name.startsWith(text.slice(found.from, found.from + 1));
  return isFirst ? { from: found.from - before.length, to: found.to } : found;
}

/** Is a word of the thing's names left in the sentence, or in a longer one? Of its other spellings the last word is the surname. */
function givesAway(sentence: string, { name, names }: Thing): boolean {
  const own = new Set([
    ...everyText(name).flatMap(wordsOf),
    ...names.flatMap((one) => wordsOf(one).slice(-1)),
  ]);
  return wordsIn(sentence).some(({ word }) => [...own].some((one) => one.length > 3 && word.includes(one)));
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
    .map((one) => ({ one, apart: Math.abs(timeOf(one, knowledge) - time), asked: isAsked(one) }))
    .filter(({ one, apart }) => one.kind !== 'person' || apart <= LONGEST_APART)
    .toSorted((a, b) => Number(b.asked) - Number(a.asked) || a.apart - b.apart)
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
