import { everyText, type Fact, type Thing } from '../facts/base.ts';
import { LANGUAGES } from '../facts/languages.ts';
import { decide } from './decide.ts';
import type { Knowledge } from './judging/knowledge.ts';
import { fold } from './reading/fold.ts';
import { Nearest } from './reading/nearest.ts';
import { read } from './reading/reading.ts';

/** How unlike a misspelt name may be, as fuse.js counts it: 0 is the same, 1 nothing alike. */
const STILL_ALIKE = 0.35;

/** The fact that a text means: its id or title, else what it would be answered with. */
export function factNamed(text: string, knowledge: Knowledge): Fact | undefined {
  const exact = knowledge.facts.get(text.trim()) ?? knowledge.byTitle.get(fold(text.trim()));
  if (exact !== undefined) return exact;
  const { answer } = decide(text, knowledge);
  return answer.status === 'answer' ? answer.cards[0]?.columns[0]?.facts[0] : undefined;
}

/** Which of some things a text means: by id, by the name it is shown under, by a spelling, by a name within it, or misspelt. */
export function thingNamed(text: string, among: readonly Thing[], knowledge: Knowledge): Thing | undefined {
  const { namings } = read(text, knowledge.reader.lexicon, knowledge.reader.names);
  const meant = namings.map(({ things, pointsTo }) => [...things, ...pointsTo]);
  const inAll = among.filter(({ id }) => meant.every((things) => things.includes(id)));
  return (
    named(
      text,
      among.map((thing) => [thing, [thing.id, ...shownNames(thing)]]),
    ) ??
    named(
      text,
      among.map((thing) => [thing, thing.names]),
    ) ??
    // A place narrows a name that several have: "the national library in Almaty".
    (meant.length > 0 ? inAll[0] : undefined) ??
    among.find(({ id }) => meant.flat().includes(id)) ??
    alike(
      text,
      among.map((thing) => [thing, everyText(thing.name)]),
    )
  );
}

/** Under what a thing is shown, in every language: by its name, and with its city. */
function shownNames({ name, place }: Thing): string[] {
  const placed = LANGUAGES.map((language) => [name[language] ?? name.en, place?.[language] ?? place?.en]);
  return [
    ...everyText(name),
    ...placed.map((parts) => parts.filter((part) => part !== undefined).join(', ')),
  ];
}

/** The id of the topic that a text means: by id or name, else misspelt. */
export function topicNamed(text: string, { base }: Knowledge): string | undefined {
  const topics = Object.entries(base.topics).map(([id, name]): [string, string[]] => [
    id,
    [id, ...everyText(name)],
  ]);
  return named(text, topics) ?? alike(text, topics);
}

function named<Value>(text: string, candidates: readonly (readonly [Value, string[]])[]): Value | undefined {
  const wanted = fold(text.trim());
  return candidates.find(([, names]) => names.some((name) => fold(name) === wanted))?.[0];
}

function alike<Value>(text: string, candidates: readonly (readonly [Value, string[]])[]): Value | undefined {
  // So few letters are in any name.
  if (text.trim().length < 3) return undefined;
  const byName = new Map(candidates.flatMap(([value, names]) => names.map((name) => [fold(name), value])));
  const [best] = new Nearest([...byName.keys()]).search(fold(text.trim()), STILL_ALIKE);
  return best === undefined ? undefined : byName.get(best.text);
}
