import { z } from 'zod';
import { dateProblem } from './date-problem.ts';
import { LANGUAGES } from './languages.ts';
import { LIMITS } from './limits.ts';

export const languageSchema = z.enum(LANGUAGES);

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => text.trim() !== '', { error: 'is empty: write the text, or take the line out' })
    .refine((text) => text === text.trim(), { error: 'has a space at its beginning or end' });

/** A text that Discord shows as it stands: none of its markup may hide in it. */
const shown = (longest: number) =>
  line(longest).refine((text) => !/[*_~`|\\<>]/.test(text), {
    error: 'has a character that Discord reads as markup (* _ ~ ` | \\ < >): write it in words',
  });

const inLanguages = (longest: number) =>
  z.strictObject({
    en: shown(longest),
    az: shown(longest).optional(),
    kk: shown(longest).optional(),
    ru: shown(longest).optional(),
    tr: shown(longest).optional(),
  });

const identifier = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'is not an id: use small letters, digits and single hyphens, such as "rare-books"',
});

const phrases = z.array(line(LIMITS.phrase)).min(1);

const phrasesInLanguages = z.strictObject({
  en: phrases.optional(),
  az: phrases.optional(),
  kk: phrases.optional(),
  ru: phrases.optional(),
  tr: phrases.optional(),
});

const date = z.string().superRefine((text, context) => {
  const problem = dateProblem(text);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

/** How sure we are, as `facts/README.md` explains it to curators. */
const confidenceSchema = z.enum(['seed', 'corroborated', 'secondary', 'background']);

/** One statement with its qualifiers, sources and caveat; subject and topic are its folder and its file. */
export const factSchema = z.strictObject({
  id: identifier,
  about: identifier.optional().describe('The thing it tells of, if that is not the folder’s own subject'),
  aspect: identifier.optional().describe('What of the thing it tells, if that is not the file’s topic'),
  mentions: z.array(identifier).min(1).optional().describe('Other things it names, such as a person'),
  title: inLanguages(LIMITS.title),
  statement: inLanguages(LIMITS.statement),
  value: inLanguages(LIMITS.value),
  quantity: z
    .strictObject({
      amount: z.number().nonnegative(),
      unit: line(40),
      qualifier: z.enum(['over', 'about', 'nearly']).optional(),
    })
    .optional(),
  date: date.optional().describe('EDTF: 1939, 2024-09-25, 1995/1997, 2004~ (about), 1922? (uncertain)'),
  event: z
    .literal(true)
    .optional()
    .describe('It happened at its date; without this the date says as of when it was so'),
  confidence: confidenceSchema,
  sources: z.array(identifier).min(1).describe('Keys of sources.yaml'),
  caveat: inLanguages(LIMITS.caveat).optional().describe('What disagrees; shown with the answer'),
  asked: phrasesInLanguages.optional().describe('Example questions from which the aspect is learned'),
  see: z.array(identifier).min(1).optional().describe('Ids of related facts'),
});

/** `asked/<topic>.<lang>.yaml`: more example questions, by the id of the fact that answers them. */
export const askedFileSchema = z.record(identifier, phrases);

export const factFileSchema = z.array(factSchema).min(1);

const thingFields = {
  kind: identifier.describe('library, person, event …: things of a kind share their aspects'),
  name: inLanguages(LIMITS.name),
  names: z
    .array(line(120))
    .min(1)
    .optional()
    .describe('Other names and spellings, in any language and script'),
};

const thingSchema = z.strictObject(thingFields);

/** `subject.yaml`: a folder's own subject (if it has a kind) and the things its facts are about. */
export const subjectSchema = z.strictObject({
  kind: identifier.optional(),
  name: inLanguages(LIMITS.name),
  place: inLanguages(LIMITS.name).optional().describe('The city, shown beside the name'),
  headline: z.boolean().optional().describe('Answers when a question names no thing of this kind'),
  website: z
    .url({ protocol: /^https?$/, error: 'is not a web address: it begins with http:// or https://' })
    .optional()
    .describe('Where to ask a librarian'),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, { error: 'is not a colour: write it as "#00afca"' })
    .optional()
    .describe('The bar beside its answers; decoration only'),
  flag: line(10).optional().describe('An emoji after its name; decoration only'),
  names: thingFields.names,
  places: z
    .array(line(60))
    .min(1)
    .optional()
    .describe('Places and peoples that point to it when nothing else does'),
  things: z.record(identifier, thingSchema).optional(),
});

const sourceSchema = z.strictObject({
  title: line(250),
  publisher: z
    .union([line(120), inLanguages(120)])
    .describe('In every language, where it is not written the same in all'),
  url: z
    .url({ protocol: /^https?$/, error: 'is not a web address: it begins with http:// or https://' })
    .optional(),
  date: date.optional(),
  language: z.string().regex(/^[a-z]{2}$/, { error: 'is not a language code of two letters, such as "en"' }),
});

export const sourcesSchema = z.record(identifier, sourceSchema);

export const topicsSchema = z.record(identifier, inLanguages(LIMITS.name));

const words = z.array(z.string().min(1));

/** `vocabulary/<lang>.yaml`: what is refused, what is filler, and the words that steer. */
export const vocabularySchema = z.strictObject({
  refusals: z
    .record(identifier, words.min(1))
    .describe('Example questions the facts do not answer, by class'),
  introduction: line(300).describe('What the bot answers, in a sentence or two'),
  examples: words.min(1).describe('Questions to try, for whoever does not know what to ask'),
  greetings: words,
  thanks: words,
  capabilities: words.describe('Ways to ask what the bot can do'),
  filler: words.describe('Phrases round a question that carry nothing'),
  stopwords: words,
  about: words.describe('Words that ask about a thing as a whole, not about an aspect of it'),
  'question-words': words.describe('Words by which a clause is known to ask'),
  openings: words.describe('Words that ask only where a clause begins with them'),
  conjunctions: words.describe('Words that join two questions'),
  comparison: words,
  comparatives: z
    .record(z.string(), words.min(1))
    .optional()
    .describe('By question class, words that alone compare in it'),
  'follow-ups': z
    .strictObject({
      again: words.describe('Round a name alone: the same of that, too'),
      other: words.describe('Ask for the same of the other one'),
      more: words.describe('Ask to go on telling'),
      sources: words.describe('Ask who says so'),
      pronouns: words.describe('Stand for what was told before'),
      when: words.describe('Alone, ask for the date of what was told'),
      'how-many': words.describe('Alone, ask for its number'),
      asks: z.array(
        z.strictObject({
          says: words.min(1).describe('What alone asks, such as "where"'),
          of: words.min(1).describe('The question classes it may ask, the likeliest first'),
        }),
      ),
    })
    .optional()
    .describe('What is said right after an answer and understood from it'),
  'not-covered-names': z
    .strictObject({ institutions: words, cities: words, demonyms: words })
    .describe('Names of what is not ours'),
  'not-covered-words': words.describe('Single words of matters not covered'),
  concepts: z
    .record(identifier, words.min(2))
    .optional()
    .describe('Words that mean the same when people ask'),
});

export type Language = z.infer<typeof languageSchema>;
export type Localised = z.infer<ReturnType<typeof inLanguages>>;
export type FactEntry = z.infer<typeof factSchema>;
export type SubjectEntry = z.infer<typeof subjectSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Vocabulary = z.infer<typeof vocabularySchema>;
