import { z } from 'zod';
import { languageSchema } from '../../facts/model.ts';

const inLanguage = { in: languageSchema };
const id = z.string().min(1);
const page = z.coerce.number().int().min(0);
const year = z.coerce.number().int().optional();

/** The buttons of a quiz; the disabled one counts the answers and carries them. */
export const QUIZ_BUTTONS = ['a', 'b', 'c', 'd', 'show', 'count', 'next'] as const;

/** All that a button or a menu may do. Everything it needs is in it, so it works after a restart and in anyone's hands. */
const actionSchema = z.discriminatedUnion('do', [
  z
    .strictObject({ do: z.literal('card'), fact: id, ...inLanguage })
    .describe('Tells a fact in this message’s place'),
  z.strictObject({ do: z.literal('related'), ...inLanguage }).describe('A menu: tells the fact chosen'),
  z
    .strictObject({ do: z.literal('other'), topic: id, thing: id, ...inLanguage })
    .describe('The same topic of another library'),
  z.strictObject({ do: z.literal('sources'), fact: id, ...inLanguage }),
  z.strictObject({ do: z.literal('show'), ...inLanguage }).describe('Posts a private reply for everyone'),
  z.strictObject({
    do: z.literal('timeline'),
    thing: id.optional(),
    from: year,
    to: year,
    page,
    only: z.literal('text').optional().describe('Without a picture'),
    ...inLanguage,
  }),
  z.strictObject({ do: z.literal('events'), thing: id.optional(), page, ...inLanguage }),
  z
    .strictObject({ do: z.literal('topics'), thing: id.optional(), part: page.optional(), ...inLanguage })
    .describe('A menu: opens the topic chosen'),
  z
    .strictObject({ do: z.literal('facts'), thing: id.optional(), ...inLanguage })
    .describe('A menu: tells the fact chosen'),
  z
    .strictObject({ do: z.literal('correct'), fact: id.optional(), ...inLanguage })
    .describe('Opens the form for what is wrong or missing, and is the name of that form'),
  z
    .strictObject({
      do: z.literal('quiz'),
      b: z.enum(QUIZ_BUTTONS),
      t: z.string().regex(/^[\w-]+$/),
    })
    .describe('A button of a quiz, with its part of what is sealed; the language is sealed too'),
  z.strictObject({ do: z.literal('another'), thing: id.optional(), topic: id.optional(), ...inLanguage }),
]);

export type Action = z.infer<typeof actionSchema>;

/** An action as the customId that Discord hands back when the button is pressed: `card?fact=…&in=en`. */
export function customIdOf(action: Action): string {
  const { do: name, ...rest } = action;
  const given = Object.entries(rest).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as [string, string]],
  );
  return `${name}?${new URLSearchParams(given)}`;
}

/** The action of a customId; undefined if we never issue such a one. */
export function actionOf(customId: string): Action | undefined {
  const [name, ...query] = customId.split('?');
  const parsed = actionSchema.safeParse({
    do: name,
    ...Object.fromEntries(new URLSearchParams(query.join('?'))),
  });
  return parsed.success ? parsed.data : undefined;
}
