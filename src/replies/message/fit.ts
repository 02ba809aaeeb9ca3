import type { Language } from '../../facts/model.ts';
import type { Embed } from '../cards/embed.ts';
import { wordingIn } from '../wording/wording.ts';

/** What one message may hold, in UTF-16 code units. Source: Discord's developer documentation, "Message", "Embed limits", "Components", "Label". */
export const LIMITS = {
  content: 2000,
  embeds: 10,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  /** Over all embeds of a message together; discord.js does not check it. */
  total: 6000,
  customId: 100,
  buttonLabel: 80,
  buttonsInRow: 5,
  rows: 5,
  menuEntries: 25,
  menuText: 100,
  placeholder: 150,
  alternativeText: 1024,
  formTitle: 45,
  formLabel: 45,
  formDescription: 100,
} as const;

/** A text of at most so many characters, cut at a word; `mark` stands where something is left out. */
export function shorten(text: string, longest: number, mark = '…'): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest - mark.length);
  // Half a surrogate pair is no character.
  const whole = room.replace(/[\uD800-\uDBFF]$/, '');
  const atWord = whole.replace(/\s+\S*$/u, '');
  return `${atWord === '' ? whole : atWord}${mark}`;
}

/** Embeds that Discord takes: what is too long is cut at a word and says so, what is too many is left out. */
export function fitEmbeds(embeds: readonly Embed[], language: Language): Embed[] {
  const mark = ` ${wordingIn(language)('shortened')}`;
  let fitted = embeds.slice(0, LIMITS.embeds).map((embed) => fitEmbed(embed, mark, LONGEST));
  for (let longest = HALF; sizeOf(fitted) > LIMITS.total && longest >= LEAST; longest /= 2)
    fitted = fitted.map((embed) => fitEmbed(embed, mark, { description: longest, fieldValue: longest }));
  while (sizeOf(fitted) > LIMITS.total) fitted = withoutLast(fitted);
  return fitted;
}

/** Without the last field, or where the last embed has none, without that. */
function withoutLast(embeds: readonly Embed[]): Embed[] {
  const last = embeds.at(-1);
  const others = embeds.slice(0, -1);
  return last === undefined || last.fields.length === 0
    ? others
    : [...others, { ...last, fields: last.fields.slice(0, -1) }];
}

const LONGEST = { description: LIMITS.description, fieldValue: LIMITS.fieldValue };
const HALF = LIMITS.fieldValue / 2;
/** Less than a line tells nothing. */
const LEAST = 64;

const fitEmbed = (
  embed: Embed,
  mark: string,
  longest: { description: number; fieldValue: number },
): Embed => ({
  ...embed,
  author: shorten(embed.author, LIMITS.author),
  title: shorten(embed.title, LIMITS.title),
  description: shorten(embed.description, longest.description, mark),
  fields: embed.fields.slice(0, LIMITS.fields).map((field) => ({
    ...field,
    name: shorten(field.name, LIMITS.fieldName),
    value: shorten(field.value, longest.fieldValue, mark),
  })),
  footer: shorten(embed.footer, LIMITS.footer),
});

/** How much of the 6,000 characters embeds take together. */
function sizeOf(embeds: readonly Embed[]): number {
  return embeds
    .flatMap(({ author, title, description, footer, fields }) => [
      author,
      title,
      description,
      footer,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ])
    .reduce((sum, text) => sum + text.length, 0);
}
