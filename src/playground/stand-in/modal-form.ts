import { z } from 'zod';

/* A form that opens in a window of its own. Source: Discord's developer documentation, "Modals", "Label" and "Text Input". */

const textInputSchema = z
  .looseObject({
    type: z.literal(4),
    custom_id: z.string().min(1).max(100),
    style: z.int().min(1).max(2),
    label: z.string().min(1).max(45).optional(),
    min_length: z.int().min(0).max(4000).optional(),
    max_length: z.int().min(1).max(4000).optional(),
    required: z.boolean().optional(),
    value: z.string().max(4000).optional(),
    placeholder: z.string().max(100).optional(),
  })
  .refine(({ value = '', max_length = 4000 }) => value.length <= max_length, {
    error: 'Value is longer than max_length',
    path: ['value'],
  });

const rowSchema = z.looseObject({ type: z.literal(1), components: z.array(textInputSchema).length(1) });

/** A text with its name, and what is said of it. */
const labelSchema = z.looseObject({
  type: z.literal(18),
  label: z.string().min(1).max(45),
  description: z.string().max(100).optional(),
  component: textInputSchema,
});

/** A form: a title, and up to five texts to fill in, each under a label or, as of old, in a row. */
export const modalSchema = z.looseObject({
  custom_id: z.string().min(1).max(100),
  title: z.string().min(1).max(45),
  components: z
    .array(z.discriminatedUnion('type', [rowSchema, labelSchema]))
    .min(1)
    .max(5),
});

export type Modal = z.infer<typeof modalSchema>;
