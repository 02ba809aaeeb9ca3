import { z } from 'zod';
import { LANGUAGES } from '../../facts/languages.ts';
import type { Told } from '../../search/following/told.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { type Action, actionOf } from '../message/action.ts';
import { factIdsIn } from './embed.ts';

/** What is needed of a message of ours, as Discord tells of it, to know what it tells. */
export const shownSchema = z.object({
  content: z.string().default(''),
  embeds: z
    .array(
      z.object({
        description: z.string().nullish(),
        fields: z.array(z.object({ value: z.string() })).nullish(),
        footer: z.object({ text: z.string() }).nullish(),
      }),
    )
    .default([]),
  components: z
    .array(z.object({ components: z.array(z.object({ custom_id: z.string().nullish() })).default([]) }))
    .default([]),
});

type Shown = z.infer<typeof shownSchema>;

/**
 * What one of our own messages has told: the facts named in its footers, or else by its buttons, with those whose
 * statements stand in it. Undefined if it is no answer, or from facts that have gone since.
 */
export function toldIn({ content, embeds, components }: Shown, knowledge: Knowledge): Told | undefined {
  const actions = components.flatMap(({ components }) =>
    components.flatMap(({ custom_id }) => actionOf(custom_id ?? '') ?? []),
  );
  const named = embeds.flatMap(({ footer }) => factIdsIn(footer?.text ?? ''));
  const ids = named.length > 0 ? named : actions.flatMap(factOf);
  const leads = [...new Set(ids)].flatMap((id) => knowledge.facts.get(id) ?? []);
  const things = leads.length > 0 ? [] : wholeThings(actions).filter((thing) => knowledge.things.has(thing));
  if (leads.length === 0 && things.length === 0) return undefined;
  const text = [
    content,
    ...embeds.flatMap(({ description, fields }) => [
      description,
      ...(fields ?? []).map(({ value }) => value),
    ]),
  ].join('\n');
  const around = [...leads.map(({ thing }) => thing), ...things].flatMap(
    (thing) => knowledge.byThing.get(thing) ?? [],
  );
  const stated = around.filter(({ statement }) =>
    LANGUAGES.some((language) => text.includes(statement[language] ?? statement.en)),
  );
  const [language] = actions.flatMap((action) => ('in' in action ? [action.in] : []));
  return { leads, facts: [...new Set([...leads, ...stated])], things, language };
}

/** The fact that stands on a card, by the button that tells its sources: where a card is plain text, it has no footer. */
const factOf = (action: Action): string[] => (action.do === 'sources' ? [action.fact] : []);

/** The thing of which a message tells as a whole, by the menu of its topics. */
const wholeThings = (actions: readonly Action[]): string[] =>
  actions.flatMap((action) => (action.do === 'topics' && action.thing !== undefined ? [action.thing] : []));
