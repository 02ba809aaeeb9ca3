import { everyText, type Fact, type Thing } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { fold } from '../../search/reading/fold.ts';
import { wordsOf } from '../../search/reading/tokens.ts';
import { shuffled } from './chance.ts';
import { isInDate } from './numbers.ts';
import type { Askable } from './question.ts';
import {
  blanked,
  figuresOf,
  namedIn,
  numeralsIn,
  type Placed,
  type Span,
  told,
  trimmed,
  wordsIn,
} from './text.ts';

/** So many letters of a word are the same in all its forms. */
const STEM = 7;
/** Words that may stand between those of a name. */
const BETWEEN = new Set(['the', 'of', 'in', 'v', 'vo']);

/** Of which library something is true: its name blanked in the statement, against those of the others. */
export function libraryQuestions(fact: Fact, language: Language, knowledge: Knowledge): Askable[] {
  const text = told(fact.statement, language);
  const libraries = librariesOf(knowledge);
  if (text === undefined || libraries.length < 3) return [];
  const [place, ...more] = namesIn(text, libraries, language);
  if (place?.thing === undefined || more.length > 0) return [];
  const { thing } = place;
  const sentence = blanked(text, place);
  const names = new Map(libraries.map((one) => [one.id, shownName(one, language)]));
  const right = names.get(thing.id);
  if (right === undefined || givesAway(sentence, libraries, language, knowledge)) return [];
  if (!isSpecific(fact, sentence) || mayBeOfAnother(fact, thing, libraries, knowledge)) return [];
  const wrong = [...names].flatMap(([id, name]) => (id === thing.id ? [] : [name]));
  return [
    {
      key: `${fact.id} library`,
      kind: 'library',
      fact,
      sentence,
      right,
      wrong: (seed) => shuffled(wrong, seed).slice(0, 3),
    },
  ];
}

/** The subjects of the kind that answers when a question names none. */
function librariesOf({ base }: Knowledge): Thing[] {
  const kinds = new Set(base.things.filter(({ headline }) => headline).map(({ kind }) => kind));
  return base.things.filter(({ own, kind }) => own && kinds.has(kind));
}

const shownName = ({ name, place }: Thing, language: Language): string =>
  [name[language] ?? name.en, place?.[language] ?? place?.en].filter((part) => part !== undefined).join(', ');

type Found = Span & { thing: Thing | undefined };

/** Where a text names a library, and which; undefined where the words fit several or none. */
function namesIn(text: string, libraries: readonly Thing[], language: Language): Found[] {
  const stems = new Map(libraries.map((one) => [one, stemsOf(one, language)]));
  const all = [...new Set([...stems.values()].flat())];
  // The noun is what all their names have in common: "library".
  const nouns = all.filter((stem) => [...stems.values()].every((own) => own.includes(stem)));
  const runs: Placed[][] = [];
  let run: Placed[] = [];
  let between: Placed[] = [];
  for (const word of wordsIn(text)) {
    const stem = all.find((stem) => isForm(word.word, stem));
    const last = between.at(-1) ?? run.at(-1);
    const goesOn = last !== undefined && text.slice(last.to, word.from) === ' ';
    // What is named twice is two names: "the Azerbaijan library has Azerbaijan's books".
    const twice = stem !== undefined && run.some((one) => isForm(one.word, stem));
    if (run.length > 0 && (!goesOn || twice)) {
      runs.push(run);
      [run, between] = [[], []];
    }
    if (stem !== undefined) {
      run.push(...(run.length > 0 ? between : []), word);
      between = [];
    } else if (run.length > 0 && BETWEEN.has(word.word)) between.push(word);
    else {
      if (run.length > 0) runs.push(run);
      [run, between] = [[], []];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs
    .filter((words) => words.some(({ word }) => isNoun(word, nouns)))
    .map((words) => {
      const said = words.filter(({ word }) => !BETWEEN.has(word));
      const fitting = libraries.filter((one) =>
        said.every(({ word }) => (stems.get(one) ?? []).some((stem) => isForm(word, stem))),
      );
      const [thing] = fitting;
      return {
        ...trimmed(text, { from: words[0]?.from ?? 0, to: words.at(-1)?.to ?? 0 }),
        thing: fitting.length === 1 ? thing : undefined,
      };
    });
}

/** The longest of the common words is the noun; "national" is none. */
function isNoun(word: string, nouns: readonly string[]): boolean {
  const [noun] = nouns.filter((stem) => stem.length >= 6).toSorted((one, other) => other.length - one.length);
  return noun !== undefined && nouns.some((stem) => stem.length === noun.length && isForm(word, stem));
}

const isForm = (word: string, stem: string) => word.startsWith(stem);

function stemsOf({ name, place }: Thing, language: Language): string[] {
  const shown = [name[language] ?? name.en, place?.[language] ?? place?.en ?? ''];
  return [
    ...new Set(
      shown
        .flatMap(wordsOf)
        .filter((word) => !BETWEEN.has(word))
        .map(stem),
    ),
  ];
}

/** The first letters of a word; a last vowel may be an ending. */
function stem(word: string): string {
  const without = word.length > 4 ? word.replace(/[aeiouy]+$/, '') : word;
  return (without.length >= 4 ? without : word).slice(0, STEM);
}

/** Is a library, its city or its people still named? */
function givesAway(
  sentence: string,
  libraries: readonly Thing[],
  language: Language,
  knowledge: Knowledge,
): boolean {
  const ids = new Set(libraries.map(({ id }) => id));
  if (
    namedIn(sentence, language, knowledge).some(({ things, pointsTo }) =>
      [...things, ...pointsTo].some((id) => ids.has(id)),
    )
  )
    return true;
  const places = libraries.flatMap(({ place, places }) => [...everyText(place ?? {}), ...places]).map(fold);
  return wordsIn(sentence).some(({ word, typed }) => {
    // Without a capital, what begins with fewer letters alike is another word: the Kazakh "астам" is no Astana.
    const [least, ending] = /^\p{Lu}/u.test(typed) ? [4, 2] : [5, 1];
    return places.some(
      (place) => place.length >= 4 && word.startsWith(place.slice(0, Math.max(least, place.length - ending))),
    );
  });
}

/** Something that only one can have: another name, or a number that is not the year in which it was said. */
const isSpecific = ({ mentions, quantity, event, date = '' }: Fact, sentence: string): boolean =>
  (mentions.length > 0 ||
    numeralsIn(sentence).some(({ digits }) => event === true || !date.startsWith(digits))) &&
  // "Over four million" is true of whoever has seven.
  quantity?.qualifier !== 'over' &&
  quantity?.qualifier !== 'nearly';

/** Is something like it told of another library: with the same amount (the same year, if it has none), or of the same body or person? */
function mayBeOfAnother(
  fact: Fact,
  thing: Thing,
  libraries: readonly Thing[],
  { base, things }: Knowledge,
): boolean {
  const { digits, years } = figuresOf(fact);
  const amounts = new Set([...digits].filter((one) => !years.has(Number(one)) && !isInDate(one, fact)));
  const numbers = amounts.size > 0 ? amounts : digits;
  const others = new Set(libraries.filter(({ id }) => id !== thing.id).map(({ folder }) => folder));
  return base.facts
    .filter((other) => others.has(things.get(other.thing)?.folder ?? '') && other.topic === fact.topic)
    .some(
      (other) =>
        other.mentions.some((one) => fact.mentions.includes(one)) ||
        (other.aspect === fact.aspect && [...figuresOf(other).digits].some((digits) => numbers.has(digits))),
    );
}
