import { everyText, type FactBase, type Thing } from '../../facts/base.ts';
import { LANGUAGES } from '../../facts/languages.ts';
import { fold } from './fold.ts';
import { FOREIGN } from './kinds.ts';
import { stem, wordsOf } from './tokens.ts';

/** The countries of the world in every language, from the platform's own data (Unicode CLDR). */
function countries(): string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => names.of(code) ?? []);
  });
}

/** One thing that stands for all that is not ours, under the names of the vocabulary and of the other countries. */
export function foreignThing({ things, vocabularies }: FactBase): Thing {
  const ours = new Set(
    things.flatMap(({ names, places, name }) => [...names, ...places, ...everyText(name)]).map(fold),
  );
  const listed = Object.values(vocabularies).flatMap((vocabulary) =>
    Object.values(vocabulary['not-covered-names']).flat(),
  );
  const subjects = things.filter(({ own }) => own);
  const stems = new Set(
    subjects
      .flatMap(({ name, names }) => [...everyText(name), ...names])
      .flatMap(wordsOf)
      .map(stem),
  );
  // "National Library" alone may be any: what is made of our own names' words names nothing else.
  const generic = (name: string) => wordsOf(name).every((word) => stems.has(stem(word)));
  const names = [...new Set([...listed, ...countries()])].filter(
    (name) => !ours.has(fold(name)) && !generic(name),
  );
  return {
    id: FOREIGN,
    kind: FOREIGN,
    name: { en: 'something else' },
    names,
    places: [],
    folder: '',
    own: false,
    headline: false,
  };
}
