import { z } from 'zod';
import type { FactBase } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Seal } from '../../quiz/seal.ts';
import type { View } from '../../replies/cards/view.ts';
import type { Running } from '../../replies/guide/about.ts';
import type { Listed } from '../../replies/guide/help.ts';
import type { Reply } from '../../replies/message/reply.ts';
import type { Titles } from '../../search/autocomplete.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';

/** A text in those languages that Discord's own client speaks; it has no Azerbaijani and no Kazakh. */
export type ClientText = { en: string; ru: string; tr: string };

/** A text in every language in which the bot answers. */
type Told = Record<Language, string>;

/** An entry of a list of choices: what is shown and what is sent. */
export type Choice = { name: string; value: string };

/** What a command has to answer with. */
export type Asking = {
  knowledge: Knowledge;
  /** The titles of the facts in a language, to complete what is typed. */
  titlesIn: (language: Language) => Titles;
  view: View;
  running: Running;
  /** Seals what a message carries and nobody is to read. */
  seal: Seal;
  /** In a direct message with the bot: there is one reader. */
  direct: boolean;
  /** The commands there are, as a reader of a language types them. */
  commandsIn: (language: Language) => Listed[];
};

/** How Discord offers an option, beside what its schema says. */
export type OptionDetails = {
  kind: 'text' | 'whole number' | 'flag';
  /** Its name where the client speaks Russian or Turkish. */
  localName: { ru: string; tr: string };
  description: ClientText;
  /** A fixed list to choose from. */
  choices?: (base: FactBase) => { name: ClientText; value: string }[];
  /** What to offer for what is typed so far. */
  complete?: (typed: string, asking: Asking) => Choice[];
  /** How many characters may be typed. */
  longest?: number;
  least?: number;
  most?: number;
};

/** Not zod's own registry: its types take functions apart. */
const known = new WeakMap<z.ZodType, OptionDetails>();

/** An option: the schema that reads it, with how Discord offers it. */
export function option<Schema extends z.ZodType>(schema: Schema, details: OptionDetails): Schema {
  known.set(schema, details);
  return schema;
}

/** How an option is offered. Throws if it was not made by `option`. */
export function detailsOf(schema: z.ZodType): OptionDetails {
  const details = known.get(schema);
  if (details === undefined) throw new Error('Make the options of a command with option().');
  return details;
}

/** Options by name; those that may be left out are optional schemas. */
type Options = Record<string, z.ZodType>;

type Written<Shape extends Options> = {
  name: ClientText;
  description: Told;
  /** Who sees the reply where the `private` option does not say; everyone, unless told otherwise. */
  aside?: true;
  /** The same question may get another answer: what was said is not said again. */
  changing?: true;
  options: Shape;
  reply: (options: z.infer<z.ZodObject<Shape>>, asking: Asking) => Reply;
};

/** A slash command, its options still unread. */
export type Command = {
  /** As Discord sends it whatever the reader's language: the English one. */
  name: string;
  names: ClientText;
  description: Told;
  aside: boolean;
  changing: boolean;
  options: Options;
  /** The reply to options as Discord sent them; undefined if they are not of the kind that the command takes. */
  reply: (sent: Readonly<Record<string, unknown>>, asking: Asking) => Reply | undefined;
};

/** A command from its one literal; the types of its options follow from their schemas. */
export function defineCommand<Shape extends Options>(written: Written<Shape>): Command {
  const schema = z.object(written.options);
  return {
    ...written,
    name: written.name.en,
    names: written.name,
    aside: written.aside ?? false,
    changing: written.changing ?? false,
    reply(sent, asking) {
      const parsed = schema.safeParse(sent);
      return parsed.success ? written.reply(parsed.data, asking) : undefined;
    },
  };
}

/** May an option be left out? */
export const isOptional = (option: z.ZodType): boolean => option.safeParse(undefined).success;
