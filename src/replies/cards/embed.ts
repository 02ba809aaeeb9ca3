import type { Fact, FactBase, Thing } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Card } from '../../search/answer.ts';
import { writeDate } from '../wording/dates.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';
import { difference } from './compare.ts';
import { sourceLinks } from './source-links.ts';
import { toldByColumn } from './told.ts';

/** A field of an embed; those that stand side by side do so where the screen is wide enough. */
type Field = { name: string; value: string; sideBySide?: true };

/** A card as Discord shows it; a plain object, of which the terminal and the playground make their own. */
export type Embed = {
  author: string;
  title: string;
  description: string;
  fields: Field[];
  footer: string;
  /** The bar beside it, as "#00afca"; decoration only. */
  colour?: string;
};

/** What a card says, in a language, with everything a careful reader wants. Throws if a thing or source is unknown. */
export function cardEmbed(card: Card, base: FactBase, language: Language): Embed {
  return card.columns.length > 1 ? sideBySide(card, base, language) : single(card, base, language);
}

function single(card: Card, base: FactBase, language: Language): Embed {
  const [{ column, facts } = { column: undefined, facts: [] }] = toldByColumn(card, language);
  const [lead] = facts;
  if (column === undefined || lead === undefined)
    throw new Error(`The card "${card.question}" tells nothing.`);
  const say = wordingIn(language);
  return {
    author: authorOf(lead, base, language),
    title: inLanguage(lead.value, language),
    description: facts.map((fact) => inLanguage(fact.statement, language)).join('\n'),
    fields: [
      ...(lead.caveat === undefined ? [] : [{ name: say('note'), value: inLanguage(lead.caveat, language) }]),
      ...besides(card, base, language),
      ...(lead.date === undefined
        ? []
        : [{ name: say(lead.event ? 'when' : 'asOf'), value: writeDate(lead.date, language) }]),
      { name: say('sources'), value: sourceLinks(lead, base, language) },
    ],
    footer: surenessOf(lead, language),
    ...colourOf(column.thing, base),
  };
}

function sideBySide(card: Card, base: FactBase, language: Language): Embed {
  const columns = toldByColumn(card, language).flatMap(({ column, facts }) => {
    const [lead] = facts;
    return lead === undefined ? [] : [{ thing: column.thing, lead, facts }];
  });
  const leads = columns.map(({ lead }) => lead);
  const [first] = leads;
  if (first === undefined) throw new Error(`The card "${card.question}" tells nothing.`);
  const compared = difference(
    columns.map(({ thing, lead }) => ({ name: nameOf(thing, base, language), lead })),
    language,
  );
  return {
    author: columns.map(({ thing }) => nameOf(thing, base, language)).join(' · '),
    title: topicOf(first, base, language),
    description: compared ?? '',
    fields: [
      ...columns.map(({ thing, lead, facts }) => ({
        name: `${nameOf(thing, base, language)}: ${inLanguage(lead.value, language)}`,
        value: columnText(facts, language),
        sideBySide: true as const,
      })),
      ...besides(card, base, language),
      {
        name: wordingIn(language)('sources'),
        value: [...new Set(leads.map((lead) => sourceLinks(lead, base, language)))].join('\n'),
      },
    ],
    footer: leads.map((lead) => surenessOf(lead, language)).join(BETWEEN),
  };
}

/** A column's statements, and what disagrees with the first. */
export function columnText(facts: readonly Fact[], language: Language): string {
  const caveat = facts[0]?.caveat;
  const lines = facts.map((fact) => inLanguage(fact.statement, language));
  return [
    ...lines,
    ...(caveat === undefined ? [] : [`${wordingIn(language)('note')}: ${inLanguage(caveat, language)}`]),
  ].join('\n');
}

function besides({ besides }: Card, base: FactBase, language: Language): Field[] {
  if (besides.length === 0) return [];
  const value = besides
    .flatMap(({ thing, facts }) =>
      facts.map((fact) => `${nameOf(thing, base, language)}: ${inLanguage(fact.value, language)}`),
    )
    .join('\n');
  return [{ name: wordingIn(language)('alsoThere'), value }];
}

const thingOf = (id: string, base: FactBase): Thing => {
  const thing = base.things.find((thing) => thing.id === id);
  if (thing === undefined) throw new Error(`There is no thing "${id}".`);
  return thing;
};

/** A thing's name, with its city: the three libraries are told apart by it. */
export function nameOf(id: string, base: FactBase, language: Language): string {
  const { name, place } = thingOf(id, base);
  return place === undefined
    ? inLanguage(name, language)
    : `${inLanguage(name, language)}, ${inLanguage(place, language)}`;
}

/** The colour of a thing, or else of the folder it stands in, as an embed takes it. */
export function colourOf(id: string, base: FactBase): { colour?: string } {
  const thing = thingOf(id, base);
  const colour =
    thing.colour ?? base.things.find(({ own, folder }) => own && folder === thing.folder)?.colour;
  return colour === undefined ? {} : { colour };
}

/** What a fact is about and its topic: "Azerbaijan National Library, Baku · Holdings". */
export function authorOf(fact: Fact, base: FactBase, language: Language): string {
  const { flag } = thingOf(fact.thing, base);
  const parts = [nameOf(fact.thing, base, language), topicOf(fact, base, language)];
  return [parts.join(' · '), ...(flag === undefined ? [] : [flag])].join(' ');
}

/** The name of a fact's topic. */
export function topicOf(fact: Fact, base: FactBase, language: Language): string {
  const topic = base.topics[fact.topic];
  return topic === undefined ? fact.topic : inLanguage(topic, language);
}

/** What stands in a footer between two facts, and between what is said of a fact and its id. */
const BETWEEN = '; ';
const BEFORE_ID = ' · ';

/** How sure a fact is, in words, and its id. */
function surenessOf({ confidence, id }: Fact, language: Language): string {
  return `${wordingIn(language)(`confidence.${confidence}`)}${BEFORE_ID}${id}`;
}

/** The ids of facts in a footer, as they were written there. What else stands in it comes along. */
export const factIdsIn = (footer: string): string[] =>
  footer.split(BETWEEN).flatMap((one) => one.split(BEFORE_ID).at(-1) ?? []);
