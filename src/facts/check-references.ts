import { thingsOf } from './build.ts';
import { everyFact, type Report } from './every-fact.ts';
import type { FactsFolder } from './read.ts';

/** Sources, facts and things that facts refer to must be there; sources that none cites are warned of. */
export function checkReferences(folder: FactsFolder, error: Report, warning: Report) {
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
