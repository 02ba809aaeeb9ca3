import type { Fact, FactBase, Thing } from './base.ts';
import type { FactEntry } from './model.ts';
import type { FactFile, FactsFolder, SubjectFile } from './read.ts';

/** The things of one subject: its own, if it has a kind, and those named under `things`. */
export function thingsOf({ folder, entry }: SubjectFile): Thing[] {
  const things: Thing[] = [];
  if (entry.kind !== undefined) {
    things.push({
      id: folder,
      kind: entry.kind,
      name: entry.name,
      ...(entry.place === undefined ? {} : { place: entry.place }),
      ...(entry.website === undefined ? {} : { website: entry.website }),
      ...(entry.colour === undefined ? {} : { colour: entry.colour }),
      ...(entry.flag === undefined ? {} : { flag: entry.flag }),
      names: entry.names ?? [],
      places: entry.places ?? [],
      folder,
      own: true,
      headline: entry.headline ?? false,
    });
  }
  for (const [id, thing] of Object.entries(entry.things ?? {})) {
    const { kind, name, names = [] } = thing;
    things.push({ id, kind, name, names, places: [], folder, own: false, headline: false });
  }
  return things;
}

/** The facts of one file, each with its thing, topic and aspect. Facts about an unknown thing are left out. */
function factsOf(
  { folder, topic, entries }: FactFile,
  kinds: Map<string, string>,
  asked: ReturnType<typeof askedBy>,
): Fact[] {
  return entries.flatMap(({ about, aspect = topic, mentions = [], see = [], ...entry }) => {
    const phrases = asked.get(entry.id) ?? entry.asked;
    const thing = about ?? folder;
    const kind = kinds.get(thing);
    return kind === undefined
      ? []
      : [
          {
            ...entry,
            ...(phrases === undefined ? {} : { asked: phrases }),
            thing,
            topic,
            aspect,
            question: `${kind}/${aspect}`,
            mentions,
            see,
          },
        ];
  });
}

/** All example questions by fact: those written with it, and those of the files under `asked`. */
function askedBy({ factFiles, askedFiles }: FactsFolder): Map<string, NonNullable<FactEntry['asked']>> {
  const asked = new Map(
    factFiles.flatMap(({ entries }) => entries.map(({ id, asked = {} }) => [id, { ...asked }])),
  );
  for (const { language, phrases } of askedFiles)
    for (const [id, more] of Object.entries(phrases)) {
      const known = asked.get(id);
      if (known !== undefined) known[language] = [...(known[language] ?? []), ...more];
    }
  return asked;
}

/** The fact base of a folder whose files have been read. Give it a folder without errors. */
export function buildFactBase(folder: FactsFolder): FactBase {
  const things = folder.subjects.flatMap(thingsOf);
  const kinds = new Map(things.map(({ id, kind }) => [id, kind]));
  const asked = askedBy(folder);
  const facts = folder.factFiles.flatMap((file) => factsOf(file, kinds, asked));
  const { topics, sources, vocabularies } = folder;
  const order = Object.keys(topics);
  // A subject is told topic by topic, in the order of topics.yaml; within a file the curator's order stays.
  facts.sort((one, other) => order.indexOf(one.topic) - order.indexOf(other.topic));
  return { things, facts, topics, sources, vocabularies };
}
