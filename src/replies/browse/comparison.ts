import { cardOfTopic } from '../../search/cards.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { cardsReply } from '../cards/answer.ts';
import { dated } from '../cards/dated.ts';
import { nameOf } from '../cards/embed.ts';
import { type Figures, figuresOf } from '../cards/figures.ts';
import type { View } from '../cards/view.ts';
import { plainReply, type Reply } from '../message/reply.ts';
import { comparisonPicture } from '../pictures/comparison.ts';
import { wordingIn } from '../wording/wording.ts';

/** A topic of those that stand for their kind, side by side; where they have numbers on it, with a picture of these. */
export function comparisonReply(
  topic: string,
  knowledge: Knowledge,
  view: View,
  { textOnly }: { textOnly: boolean },
): Reply {
  const { base } = knowledge;
  const { language } = view;
  const things = base.things.filter(({ headline }) => headline).map(({ id }) => id);
  const card = cardOfTopic(topic, things, knowledge, { named: false, told: () => true });
  if (card === undefined) return plainReply(wordingIn(language)('problem.noFacts'));
  const reply = cardsReply([card], knowledge, view);
  const figures = figuresOf(card);
  const [embed] = reply.embeds;
  if (figures === undefined || embed === undefined) return reply;
  const { title, description, fields } = embed;
  const told = figures.counts === 'years' ? fields : [...fields, figuresField(figures, knowledge, view)];
  const picture = comparisonPicture(figures, { topic: title, difference: description }, base, language);
  return { ...reply, embeds: [{ ...embed, fields: told }], ...(textOnly ? {} : { picture }) };
}

/** All figures that are compared, each with its date. */
function figuresField({ sides }: Figures, { base }: Knowledge, { language }: View) {
  const value = sides
    .map(({ thing, figures }) =>
      [nameOf(thing, base, language), ...figures.map((figure) => `• ${dated(figure, language)}`)].join('\n'),
    )
    .join('\n');
  return { name: wordingIn(language)('picture.figures'), value };
}
