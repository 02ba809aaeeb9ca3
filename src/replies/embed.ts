import type { Fact, FactBase, Thing } from '../facts/base.ts';
import type { Language } from '../facts/model.ts';
import type { Card } from '../search/answer.ts';
import { difference } from './compare.ts';
import { writeDate } from './dates.ts';
import { inLanguage, toldByColumn } from './told.ts';
import { wording } from './wording.ts';

/** A card as Discord shows it; a plain object, of which the terminal and the playground make their own. */
export type Embed = {
  author: string;
  title: string;
  description: string;
  fields: { name: string; value: string }[];
  footer: string;
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
  const say = (fact: Fact) => inLanguage(fact.statement, language);
  return {
    author: `${nameOf(column.thing, base, language)} · ${topicOf(lead, base, language)}`,
    title: inLanguage(lead.value, language),
    description: facts.map(say).join('\n'),
    fields: [
      ...(lead.caveat === undefined
        ? []
        : [{ name: wording.note, value: inLanguage(lead.caveat, language) }]),
      ...besides(card, base, language),
      ...(lead.date === undefined ? [] : [{ name: wording.when, value: writeDate(lead.date, language) }]),
      { name: wording.sources, value: sourcesOf(lead, base, language) },
    ],
    footer: `${wording.confidence[lead.confidence]} · ${lead.id}`,
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
      })),
      ...besides(card, base, language),
      {
        name: wording.sources,
        value: [...new Set(leads.map((lead) => sourcesOf(lead, base, language)))].join('\n'),
      },
    ],
    footer: [...new Set(leads.map(({ confidence, id }) => `${wording.confidence[confidence]} · ${id}`))].join(
      '; ',
    ),
  };
}

/** A column's statements, and what disagrees with the first. */
export function columnText(facts: readonly Fact[], language: Language): string {
  const caveat = facts[0]?.caveat;
  const lines = facts.map((fact) => inLanguage(fact.statement, language));
  return [
    ...lines,
    ...(caveat === undefined ? [] : [`${wording.note}: ${inLanguage(caveat, language)}`]),
  ].join('\n');
}

function besides({ besides }: Card, base: FactBase, language: Language): Embed['fields'] {
  if (besides.length === 0) return [];
  const value = besides
    .flatMap(({ thing, facts }) =>
      facts.map((fact) => `${nameOf(thing, base, language)}: ${inLanguage(fact.value, language)}`),
    )
    .join('\n');
  return [{ name: wording.alsoThere, value }];
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

function topicOf(fact: Fact, base: FactBase, language: Language): string {
  const topic = base.topics[fact.topic];
  return topic === undefined ? fact.topic : inLanguage(topic, language);
}

/** A fact's sources as links named by publisher and date. */
function sourcesOf({ sources }: Fact, base: FactBase, language: Language): string {
  return sources
    .flatMap((key) => {
      const source = base.sources[key];
      if (source === undefined) return [];
      const named =
        source.date === undefined
          ? source.publisher
          : `${source.publisher}, ${writeDate(source.date, language)}`;
      return [source.url === undefined ? named : `[${named}](${source.url})`];
    })
    .join(' · ');
}
