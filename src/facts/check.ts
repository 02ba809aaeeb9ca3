import { mixedWord } from './alphabets.ts';
import { thingsOf } from './build.ts';
import { checkPhrases, checkVocabulary } from './check-phrases.ts';
import { checkReferences } from './check-references.ts';
import { everyFact, type Report } from './every-fact.ts';
import { LANGUAGES } from './languages.ts';
import { inOrder, type Problem } from './problem.ts';
import type { FactFile, FactsFolder } from './read.ts';

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
  checkEvents(folder, error);
  checkAlphabets(folder, error);
  checkTranslations(folder, error);
  checkPhrases(folder, error, warning);
  checkVocabulary(folder, error);
  return inOrder(problems);
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

/** A timeline needs to know when. */
function checkEvents(folder: FactsFolder, error: Report) {
  for (const { file, index, entry } of everyFact(folder))
    if (entry.event === true && entry.date === undefined)
      error(file.yaml, [index, 'event'], 'an event has no date', 'Add "date", or take "event" out.');
}

/** A word of two alphabets looks right and is found by nobody. */
function checkAlphabets(folder: FactsFolder, error: Report) {
  for (const { file, index, entry } of everyFact(folder))
    for (const field of ['title', 'statement', 'value', 'caveat'] as const)
      for (const language of LANGUAGES) {
        const mixed = mixedWord(entry[field]?.[language] ?? '');
        if (mixed !== undefined)
          error(
            file.yaml,
            [index, field, language],
            `the word "${mixed}" mixes Latin and Cyrillic letters`,
            'Type the word again in one alphabet: some letters of the two look alike.',
          );
      }
}

/** A collection is told in every language of which it has a vocabulary: a text that lacks one of them is incomplete. */
function checkTranslations(folder: FactsFolder, error: Report) {
  const languages = LANGUAGES.filter((language) => language in folder.vocabularies);
  for (const { file, index, entry } of everyFact(folder))
    for (const field of ['title', 'statement', 'value', 'caveat'] as const) {
      const text = entry[field];
      const absent = languages.filter((language) => text !== undefined && text[language] === undefined);
      if (absent.length > 0)
        error(
          file.yaml,
          [index, field],
          `"${field}" is not told in ${absent.map((language) => `"${language}"`).join(', ')}`,
          'Translate it: see "Translating" in README.md.',
        );
    }
}
