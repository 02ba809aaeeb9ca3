import { thingsOf } from './build.ts';
import { LANGUAGES } from './languages.ts';
import type { Localised } from './model.ts';
import { inOrder, type Problem } from './problem.ts';
import type { FactFile, FactsFolder } from './read.ts';
import type { YamlFile } from './yaml-file.ts';

/** Fewer English example questions than this, and an aspect is recognised only now and then. */
const FEWEST_PHRASES = 20;

type Report = (file: YamlFile, path: readonly PropertyKey[], message: string, remedy: string) => void;

/** Everything wrong in a facts folder, at once and in order: what the files' shapes show, and what only shows across files. */
export function checkFacts(folder: FactsFolder): Problem[] {
  const problems: Problem[] = [...folder.problems];
  const report =
    (severity: Problem['severity']): Report =>
    (file, path, message, remedy) =>
      problems.push({ severity, file: file.file, ...file.at(path), message, remedy });
  const error = report('error');
  const warning = report('warning');
  // References are followed only among files that could be read: one broken file is one message, not fifty.
  if (!folder.problems.some(({ severity }) => severity === 'error')) checkReferences(folder, error, warning);
  checkIds(folder, error);
  checkFolders(folder, error);
  checkTitles(folder, error);
  checkScripts(folder, error);
  checkPhrases(folder, error, warning);
  checkVocabulary(folder, error);
  problems.push(...absentLanguages(folder));
  return inOrder(problems);
}

function* everyFact(folder: FactsFolder) {
  for (const file of folder.factFiles)
    for (const [index, entry] of file.entries.entries()) yield { file, index, entry };
}

function checkIds(folder: FactsFolder, error: Report) {
  const first = new Map<string, FactFile>();
  for (const { file, index, entry } of everyFact(folder)) {
    const earlier = first.get(entry.id);
    if (earlier === undefined) first.set(entry.id, file);
    else
      error(
        file.yaml,
        [index, 'id'],
        `the id "${entry.id}" is used twice, first in ${earlier.yaml.file}`,
        'Give one of the two another id.',
      );
  }
  const things = new Map<string, string>();
  for (const subject of folder.subjects)
    for (const { id } of thingsOf(subject)) {
      const earlier = things.get(id);
      if (earlier === undefined) things.set(id, subject.yaml.file);
      else
        error(
          subject.yaml,
          ['things', id],
          `the thing "${id}" is declared twice, first in ${earlier}`,
          'Give one of the two another name.',
        );
    }
}

function checkFolders(folder: FactsFolder, error: Report) {
  const subjects = new Map(folder.subjects.map((subject) => [subject.folder, subject]));
  for (const { folder: name, topic, yaml } of folder.factFiles) {
    if (!(topic in folder.topics))
      error(
        yaml,
        [],
        `"${topic}" is not a topic`,
        `Name the file after a topic of topics.yaml, or add the topic there.`,
      );
    if (!subjects.has(name) && !folder.problems.some(({ file }) => file === `${name}/subject.yaml`))
      error(
        yaml,
        [],
        `the folder "${name}" has no subject.yaml`,
        'Add one that says what the folder is about.',
      );
  }
}

function checkReferences(folder: FactsFolder, error: Report, warning: Report) {
  const facts = new Set([...everyFact(folder)].map(({ entry }) => entry.id));
  const things = new Map(folder.subjects.flatMap(thingsOf).map((thing) => [thing.id, thing]));
  const cited = new Set<string>();
  for (const { file, index, entry } of everyFact(folder)) {
    const at = (...path: PropertyKey[]) => [index, ...path];
    for (const [position, key] of entry.sources.entries()) {
      cited.add(key);
      if (!(key in folder.sources))
        error(
          file.yaml,
          at('sources', position),
          `no source "${key}" in sources.yaml`,
          'Correct the key, or add the source there.',
        );
    }
    for (const [position, id] of (entry.see ?? []).entries())
      if (!facts.has(id))
        error(file.yaml, at('see', position), `no fact "${id}" to see`, 'Correct the id, or take it out.');
    for (const [position, id] of (entry.mentions ?? []).entries())
      if (!things.has(id))
        error(
          file.yaml,
          at('mentions', position),
          `no thing "${id}" to mention`,
          'Declare it under "things" in a subject.yaml, or correct it.',
        );
    const about = entry.about ?? file.folder;
    if (things.has(about)) continue;
    if (entry.about === undefined)
      error(
        file.yaml,
        at('id'),
        `"${entry.id}" does not say what it is about`,
        `The folder "${file.folder}" has no kind of its own: add "about" with one of its things.`,
      );
    else
      error(
        file.yaml,
        at('about'),
        `no thing "${about}"`,
        `Declare it under "things" in ${file.folder}/subject.yaml, or correct it.`,
      );
  }
  const { sourcesFile } = folder;
  if (sourcesFile !== undefined)
    for (const key of Object.keys(folder.sources))
      if (!cited.has(key))
        warning(sourcesFile, [key], `no fact cites the source "${key}"`, 'Cite it, or take it out.');
}

function checkTitles(folder: FactsFolder, error: Report) {
  const first = new Map<string, string>();
  for (const { file, index, entry } of everyFact(folder)) {
    const title = entry.title.en.toLowerCase();
    const earlier = first.get(title);
    if (earlier === undefined) first.set(title, entry.id);
    else
      error(
        file.yaml,
        [index, 'title'],
        `the title is the same as that of "${earlier}"`,
        'Say in the title what tells the two apart.',
      );
  }
}

const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;

/** A statement pasted under the wrong language shows in its script. */
function checkScripts(folder: FactsFolder, error: Report) {
  for (const { file, index, entry } of everyFact(folder))
    for (const language of LANGUAGES) {
      const text = entry.statement[language];
      if (text === undefined) continue;
      const cyrillic = text.match(CYRILLIC)?.length ?? 0;
      const mostlyCyrillic = cyrillic > (text.match(LATIN)?.length ?? 0);
      const expected = language === 'ru' || language === 'kk';
      if (mostlyCyrillic !== expected)
        error(
          file.yaml,
          [index, 'statement', language],
          `the statement under "${language}" is in ${mostlyCyrillic ? 'Cyrillic' : 'Latin'} letters`,
          'It may stand under the wrong language: move it, or translate it.',
        );
    }
}

const bare = (phrase: string) =>
  phrase
    .toLowerCase()
    .replace(/[^\p{L}\p{N}{}]+/gu, ' ')
    .trim();

function checkPhrases(folder: FactsFolder, error: Report, warning: Report) {
  const kinds = new Map(folder.subjects.flatMap(thingsOf).map(({ id, kind }) => [id, kind]));
  const aspects = new Map<string, { count: number; file: FactFile; index: number }>();
  const questionOf = new Map<string, string>();
  for (const { file, index, entry } of everyFact(folder)) {
    const question = `${kinds.get(entry.about ?? file.folder)}/${entry.aspect ?? file.topic}`;
    questionOf.set(entry.id, question);
    if (!aspects.has(question)) aspects.set(question, { count: 0, file, index });
  }
  const owners = new Map<string, string>();
  for (const { yaml, path, id, language, phrases } of everyAsked(folder)) {
    const question = questionOf.get(id);
    if (question === undefined) {
      error(yaml, path, `no fact "${id}" to be asked for`, 'Correct the id, or take its questions out.');
      continue;
    }
    const aspect = aspects.get(question);
    if (aspect !== undefined && language === 'en') aspect.count += phrases.length;
    for (const [position, phrase] of phrases.entries()) {
      const owner = owners.get(bare(phrase));
      const at = [...path, position];
      if (owner === undefined) owners.set(bare(phrase), question);
      else if (owner === question)
        error(yaml, at, `the phrase "${phrase}" stands here twice`, 'Take one out.');
      else error(yaml, at, `the phrase "${phrase}" also belongs to ${owner}`, 'Keep it where it fits best.');
    }
  }
  for (const [question, { count, file, index }] of aspects)
    if (count < FEWEST_PHRASES)
      warning(
        file.yaml,
        [index],
        `only ${count} English example questions for ${question}`,
        `Add phrases under "asked", up to ${FEWEST_PHRASES}, each with a word that no other has.`,
      );
}

/** Every list of example questions, with the facts or beside them. */
function* everyAsked(folder: FactsFolder) {
  for (const { file, index, entry } of everyFact(folder))
    for (const [language, phrases = []] of Object.entries(entry.asked ?? {}))
      yield { yaml: file.yaml, path: [index, 'asked', language], id: entry.id, language, phrases };
  for (const { yaml, language, phrases: byFact } of folder.askedFiles)
    for (const [id, phrases] of Object.entries(byFact)) yield { yaml, path: [id], id, language, phrases };
}

function checkVocabulary(folder: FactsFolder, error: Report) {
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

/** One line for each language that is not complete yet, since it is one piece of work. */
function absentLanguages(folder: FactsFolder): Problem[] {
  const facts = [...everyFact(folder)].map(({ entry }) => entry);
  const texts = facts.flatMap(({ title, statement, value, caveat }): Localised[] =>
    caveat === undefined ? [title, statement, value] : [title, statement, value, caveat],
  );
  return LANGUAGES.flatMap((language): Problem[] => {
    const absent = texts.filter((text) => text[language] === undefined).length;
    if (absent === 0) return [];
    const message = `${absent} of ${texts.length} texts are not yet told in "${language}"`;
    return [
      {
        severity: 'warning',
        file: 'topics.yaml',
        line: 1,
        column: 1,
        message,
        remedy: `Readers of "${language}" get English until then.`,
      },
    ];
  });
}
