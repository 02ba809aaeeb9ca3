import { thingsOf } from './build.ts';
import { everyFact, type Report } from './every-fact.ts';
import { LANGUAGES } from './languages.ts';
import type { FactFile, FactsFolder } from './read.ts';

/** With fewer example questions than this an aspect is recognised only now and then; other languages lean on English. */
const FEWEST_PHRASES = { en: 20, az: 12, kk: 12, ru: 12, tr: 12 };

const bare = (phrase: string) =>
  phrase
    .toLowerCase()
    .replace(/[^\p{L}\p{N}{}]+/gu, ' ')
    .trim();

/** A phrase asks for one thing once; an aspect needs enough of them. */
export function checkPhrases(folder: FactsFolder, error: Report, warning: Report) {
  const kinds = new Map(folder.subjects.flatMap(thingsOf).map(({ id, kind }) => [id, kind]));
  const aspects = new Map<string, { counts: Map<string, number>; file: FactFile; index: number }>();
  const questionOf = new Map<string, string>();
  for (const { file, index, entry } of everyFact(folder)) {
    const question = `${kinds.get(entry.about ?? file.folder)}/${entry.aspect ?? file.topic}`;
    questionOf.set(entry.id, question);
    if (!aspects.has(question)) aspects.set(question, { counts: new Map(), file, index });
  }
  const unreadable = folder.problems.some(({ severity }) => severity === 'error');
  const owners = new Map<string, string>();
  for (const { yaml, path, id, language, phrases } of everyAsked(folder)) {
    const question = questionOf.get(id);
    if (question === undefined) {
      // Its fact may stand in a file that could not be read: that is the one thing to mend.
      if (!unreadable)
        error(yaml, path, `no fact "${id}" to be asked for`, 'Correct the id, or take its questions out.');
      continue;
    }
    const counts = aspects.get(question)?.counts;
    counts?.set(language, (counts.get(language) ?? 0) + phrases.length);
    for (const [position, phrase] of phrases.entries()) {
      const owner = owners.get(bare(phrase));
      const at = [...path, position];
      if (owner === undefined) owners.set(bare(phrase), question);
      else if (owner === question)
        error(yaml, at, `the phrase "${phrase}" stands here twice`, 'Take one out.');
      else error(yaml, at, `the phrase "${phrase}" also belongs to ${owner}`, 'Keep it where it fits best.');
    }
  }
  const languages = LANGUAGES.filter((language) => language in folder.vocabularies);
  for (const [question, { counts, file, index }] of aspects)
    for (const language of languages) {
      const count = counts.get(language) ?? 0;
      const fewest = FEWEST_PHRASES[language];
      if (count < fewest)
        warning(
          file.yaml,
          [index],
          `only ${count} example questions in "${language}" for ${question}`,
          `Add phrases under "asked", up to ${fewest}, each with a word that no other has.`,
        );
    }
}

/** Every list of example questions, with the facts or beside them. */
function* everyAsked(folder: FactsFolder) {
  for (const { file, index, entry } of everyFact(folder))
    for (const [language, phrases = []] of Object.entries(entry.asked ?? {}))
      yield { yaml: file.yaml, path: [index, 'asked', language], id: entry.id, language, phrases };
  for (const { yaml, language, phrases: byFact } of folder.askedFiles)
    for (const [id, phrases] of Object.entries(byFact)) yield { yaml, path: [id], id, language, phrases };
}

/** A word of the vocabulary means one thing. */
export function checkVocabulary(folder: FactsFolder, error: Report) {
  for (const yaml of folder.vocabularyFiles) {
    const language = yaml.file.slice('vocabulary/'.length, -'.yaml'.length);
    const vocabulary = folder.vocabularies[language];
    if (vocabulary === undefined) continue;
    const names = vocabulary['not-covered-names'];
    const lists: [readonly string[], string[]][] = [
      [['stopwords'], vocabulary.stopwords],
      [['comparison'], vocabulary.comparison],
      [['not-covered-words'], vocabulary['not-covered-words']],
      [['not-covered-names', 'institutions'], names.institutions],
      [['not-covered-names', 'cities'], names.cities],
      [['not-covered-names', 'demonyms'], names.demonyms],
    ];
    const owners = new Map<string, string>();
    for (const [path, words] of lists)
      for (const [position, word] of words.entries()) {
        const owner = owners.get(bare(word));
        if (owner === undefined) owners.set(bare(word), path.join('.'));
        else
          error(
            yaml,
            [...path, position],
            `the word "${word}" already stands under ${owner}`,
            'A word means one thing: take one of the two out.',
          );
      }
  }
}
