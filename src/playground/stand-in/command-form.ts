import { z } from 'zod';

/* What Discord takes as a command. Source: Discord's developer documentation, "Application Commands". */

/** Names of slash commands and their options: small letters of any script, digits, hyphens, underscores. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const slashName = z
  .string()
  .regex(NAME, { error: 'String value did not match validation regex.' })
  .refine((name) => name === name.toLowerCase(), { error: 'Command name is invalid' });

const LOCALES = [
  ...['id', 'da', 'de', 'en-GB', 'en-US', 'es-ES', 'es-419', 'fr', 'hr', 'it', 'lt', 'hu', 'nl', 'no', 'pl'],
  ...[
    'pt-BR',
    'ro',
    'fi',
    'sv-SE',
    'vi',
    'tr',
    'cs',
    'el',
    'bg',
    'ru',
    'uk',
    'hi',
    'th',
    'zh-CN',
    'ja',
    'zh-TW',
    'ko',
  ],
] as const;

const inLocales = <Schema extends z.ZodType>(schema: Schema) =>
  z.partialRecord(z.enum(LOCALES), schema).nullish();

const described = {
  description: z.string().min(1).max(100),
  description_localizations: inLocales(z.string().min(1).max(100)),
};

const choiceSchema = z.looseObject({
  name: z.string().min(1).max(100),
  name_localizations: inLocales(z.string().min(1).max(100)),
  value: z.union([z.string().max(100), z.number()]),
});

/** What is offered while an option is being typed. */
export const choicesSchema = z.looseObject({ choices: z.array(choiceSchema).max(25) });

const optionSchema = z
  .looseObject({
    type: z.int().min(3).max(11),
    name: slashName,
    name_localizations: inLocales(slashName),
    ...described,
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z.array(choiceSchema).max(25).optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
    min_length: z.int().min(0).max(6000).optional(),
    max_length: z.int().min(1).max(6000).optional(),
  })
  .refine(({ autocomplete, choices }) => !(autocomplete && choices !== undefined), {
    error: 'Autocomplete and choices exclude each other',
    path: ['autocomplete'],
  });

const slashSchema = z
  .looseObject({
    type: z.literal(1),
    name: slashName,
    name_localizations: inLocales(slashName),
    ...described,
    options: z.array(optionSchema).max(25).optional(),
    contexts: z.array(z.int().min(0).max(2)).nullish(),
    integration_types: z.array(z.int().min(0).max(1)).nullish(),
  })
  .superRefine(({ options = [] }, context) => {
    const names = options.map(({ name }) => name);
    if (new Set(names).size !== names.length)
      context.addIssue({ code: 'custom', path: ['options'], message: 'Option names must be unique' });
    const required = options.map(({ required }) => required ?? false);
    if (required.some((one, index) => one && required[index - 1] === false))
      context.addIssue({
        code: 'custom',
        path: ['options'],
        message: 'Required options must be placed before non-required options',
        params: { code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID' },
      });
  });

const menuName = z.string().min(1).max(32);

const menuSchema = z.looseObject({
  type: z.union([z.literal(2), z.literal(3)]),
  name: menuName,
  name_localizations: inLocales(menuName),
  contexts: z.array(z.int().min(0).max(2)).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).nullish(),
});

const EVERYTHING = 8000;

/** One command as it is registered. */
export const commandFormSchema = z
  .preprocess(
    (form) => (typeof form === 'object' && form !== null && !('type' in form) ? { ...form, type: 1 } : form),
    z.discriminatedUnion('type', [slashSchema, menuSchema]),
  )
  .refine((command) => lettersIn(command) <= EVERYTHING, {
    error: `Command exceeds maximum size (${EVERYTHING})`,
  });

/** Everything that is registered at once, in one place. */
export const commandFormsSchema = z
  .array(commandFormSchema)
  .refine((all) => all.filter(({ type }) => type === 1).length <= 100, {
    error: 'Must be 100 or fewer in length.',
  })
  .refine((all) => new Set(all.map(({ type, name }) => `${type} ${name}`)).size === all.length, {
    error: 'Application command names must be unique',
  });

export type CommandForm = z.infer<typeof commandFormSchema>;

/** Names, descriptions and values of a command and its options together. */
function lettersIn(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((sum: number, one) => sum + lettersIn(one), 0);
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce((sum, [key, value]) => {
    if (['name', 'description', 'value'].includes(key)) return sum + String(value).length;
    return key === 'options' || key === 'choices' ? sum + lettersIn(value) : sum;
  }, 0);
}
