import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { FactBase } from '../facts/base.ts';
import type { Language } from '../facts/model.ts';
import { cardEmbed, type Embed } from '../replies/cards/embed.ts';
import { nothingReply } from '../replies/cards/nothing.ts';
import type { Reply } from '../replies/message/reply.ts';
import { inLanguage } from '../replies/wording/in-language.ts';
import { wordingIn } from '../replies/wording/wording.ts';
import type { Answer, Card } from '../search/answer.ts';

/** Longer lines are hard to read, however wide the window. */
const WIDEST = 100;

/** How the terminal shows things: its width in columns, and whether in colour. */
export type Canvas = { width: number; colour: boolean };

type Colours = ReturnType<typeof pc.createColors>;

/** An answer as text for a terminal, wrapped to its width. */
export function paintAnswer(
  answer: Answer,
  base: FactBase,
  language: Language,
  { width, colour }: Canvas,
): string {
  return wrap(textOf(answer, base, language, pc.createColors(colour), colour), width);
}

/** What stands in a reply, such as the sources of a fact, as text for a terminal. */
export function paintReply({ embeds }: Reply, { width, colour }: Canvas): string {
  const colours = pc.createColors(colour);
  return wrap(embeds.map((embed) => paintEmbed(embed, colours, colour)).join('\n\n'), width);
}

function wrap(text: string, width: number): string {
  const columns = Math.min(width, WIDEST);
  return text
    .split('\n')
    .map((line) => wrapAnsi(line, columns, { trim: !line.startsWith(' ') }))
    .join('\n');
}

function textOf(
  answer: Answer,
  base: FactBase,
  language: Language,
  colours: Colours,
  links: boolean,
): string {
  const say = wordingIn(language);
  switch (answer.status) {
    case 'answer':
      return answer.cards
        .map((card) => paintEmbed(cardEmbed(card, base, language), colours, links))
        .join('\n\n');
    case 'suggest':
      return [
        say('didYouMean'),
        ...answer.cards.map(
          (card, index) => `  ${colours.bold(String(index + 1))}  ${titleOf(card, language)}`,
        ),
      ].join('\n');
    case 'none': {
      const { lead, examples, contacts } = nothingReply(answer, base, language);
      return [
        lead,
        ...list(say('tryThese'), examples, colours),
        ...list(
          say('askALibrarian'),
          contacts.map(({ name, website }) => `${name}: ${website}`),
          colours,
        ),
      ].join('\n');
    }
  }
}

const list = (name: string, items: readonly string[], colours: Colours) =>
  items.length === 0 ? [] : [colours.dim(`${name}:`), ...items.map((item) => `  ${item}`)];

/** The title under which a card is offered. */
const titleOf = (card: Card, language: Language) => {
  const lead = card.columns[0]?.facts[0];
  return lead === undefined ? '' : inLanguage(lead.title, language);
};

function paintEmbed(
  { author, title, description, fields, footer }: Embed,
  colours: Colours,
  links: boolean,
): string {
  return [
    colours.dim(author),
    colours.bold(title),
    ...(description === '' ? [] : [description]),
    ...fields.flatMap(({ name, value }) => paintField(name, paintLinks(value, links), colours)),
    colours.dim(footer),
  ].join('\n');
}

function paintField(name: string, value: string, colours: Colours): string[] {
  return value.includes('\n') ? ['', colours.cyan(name), value] : [`${colours.cyan(name)}  ${value}`];
}

/** Markdown links as links that a terminal opens (OSC 8); where it cannot, the name and the address. */
function paintLinks(value: string, links: boolean): string {
  return value.replace(/\[([^\]]*)\]\(([^)]*)\)/g, (_, name: string, url: string) =>
    links ? `\u001B]8;;${url}\u0007${name}\u001B]8;;\u0007` : `${name} <${url}>`,
  );
}
