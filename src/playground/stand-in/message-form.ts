import { z } from 'zod';

/*
 * What Discord takes as a message. Source of every limit: Discord's developer documentation, "Create Message",
 * "Embed limits" and "Component reference".
 */

const text = (most: number) => z.string().min(1).max(most);
const address = z.url({ protocol: /^(https?|attachment)$/, error: 'Not a well formed URL.' });

const embedSchema = z.looseObject({
  title: z.string().max(256).optional(),
  description: z.string().max(4096).optional(),
  url: address.optional(),
  color: z.int().min(0).max(0xffffff).optional(),
  author: z.looseObject({ name: text(256), url: address.optional() }).optional(),
  footer: z.looseObject({ text: text(2048) }).optional(),
  image: z.looseObject({ url: address }).optional(),
  thumbnail: z.looseObject({ url: address }).optional(),
  fields: z
    .array(z.looseObject({ name: text(256), value: text(1024), inline: z.boolean().optional() }))
    .max(25)
    .optional(),
});

const emoji = z.looseObject({ id: z.string().nullish(), name: z.string().nullish() });

const buttonSchema = z
  .looseObject({
    type: z.literal(2),
    style: z.int().min(1).max(6),
    label: z.string().max(80).optional(),
    custom_id: text(100).optional(),
    url: address.optional(),
    emoji: emoji.optional(),
    disabled: z.boolean().optional(),
  })
  .refine(({ style, custom_id, url }) => (style === 5 ? url !== undefined : custom_id !== undefined), {
    error: 'A custom id is required',
    path: ['custom_id'],
  })
  .refine(({ label, emoji }) => (label ?? '') !== '' || emoji !== undefined, {
    error: 'Must be 1 or more in length.',
    path: ['label'],
  });

const menuSchema = z.looseObject({
  type: z.literal(3),
  custom_id: text(100),
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  options: z
    .array(
      z.looseObject({
        label: text(100),
        value: text(100),
        description: z.string().max(100).optional(),
        emoji: emoji.optional(),
        default: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(25)
    .refine((options) => new Set(options.map(({ value }) => value)).size === options.length, {
      error: 'The specified option value is already used',
    }),
});

const rowSchema = z.looseObject({
  type: z.literal(1),
  components: z
    .array(z.discriminatedUnion('type', [buttonSchema, menuSchema]))
    .min(1)
    .max(5)
    .refine((components) => components.length === 1 || components.every(({ type }) => type === 2), {
      error: 'A select menu takes a row of its own',
    }),
});

const attachmentSchema = z.looseObject({
  id: z.union([z.string(), z.int()]),
  filename: z.string().optional(),
  description: z.string().max(1024).optional(),
});

const EMBEDS_TOGETHER = 6000;

/** A message as it is sent, or as a reply to an interaction; everything may be left out but not all of it. */
export const messageFormSchema = z
  .looseObject({
    content: z.string().max(2000).nullish(),
    embeds: z.array(embedSchema).max(10).nullish(),
    components: z.array(rowSchema).max(5).nullish(),
    attachments: z.array(attachmentSchema).max(10).nullish(),
    flags: z.int().nullish(),
    tts: z.boolean().nullish(),
    nonce: z.union([z.int(), z.string().max(25)]).optional(),
    enforce_nonce: z.boolean().optional(),
    allowed_mentions: z
      .looseObject({ parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional() })
      .nullish(),
    message_reference: z
      .looseObject({ message_id: z.string(), fail_if_not_exists: z.boolean().optional() })
      .nullish(),
  })
  .superRefine(({ embeds, components }, context) => {
    const together = (embeds ?? []).reduce((sum, embed) => sum + lengthOf(embed), 0);
    if (together > EMBEDS_TOGETHER)
      context.addIssue({
        code: 'custom',
        path: ['embeds'],
        message: `Embed size exceeds maximum size of ${EMBEDS_TOGETHER}`,
        params: { code: 'MAX_EMBED_SIZE_EXCEEDED' },
      });
    const ids = (components ?? []).flatMap(({ components }) =>
      components.flatMap(({ custom_id }) => custom_id ?? []),
    );
    if (new Set(ids).size !== ids.length)
      context.addIssue({
        code: 'custom',
        path: ['components'],
        message: 'Component custom id cannot be duplicated',
        params: { code: 'COMPONENT_CUSTOM_ID_DUPLICATED' },
      });
  });

export type MessageForm = z.infer<typeof messageFormSchema>;

function lengthOf({ title, description, author, footer, fields }: z.infer<typeof embedSchema>): number {
  return [
    title,
    description,
    author?.name,
    footer?.text,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ]
    .map((text) => text?.length ?? 0)
    .reduce((sum, length) => sum + length, 0);
}

/** Is there anything in a message? Discord takes no empty one. */
export const saysSomething = ({ content, embeds, components, attachments }: MessageForm): boolean =>
  (content ?? '') !== '' ||
  [embeds, components, attachments].some(
    (parts) => parts !== undefined && parts !== null && parts.length > 0,
  );
