import type { Answer, Card } from '../../search/answer.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import type { Button, Reply } from '../message/reply.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';
import { cardRows, showButton, showRow } from './card-rows.ts';
import { cardEmbed } from './embed.ts';
import { nothingReply } from './nothing.ts';
import { linked } from './source-links.ts';
import type { View } from './view.ts';

/** An answer as a message: its cards, "did you mean" with a button for each, or why there is nothing. */
export function answerReply(answer: Answer, knowledge: Knowledge, view: View): Reply {
  return {
    ...replyOf(answer, knowledge, view),
    told: { status: answer.status, topic: topicOfAnswer(answer) },
  };
}

/** The topic of what was told or offered; of what was refused, as far as it was recognised. */
const topicOfAnswer = (answer: Answer): string =>
  answer.status === 'none'
    ? (answer.refusal ?? answer.why)
    : (answer.cards[0]?.columns[0]?.facts[0]?.topic ?? 'unknown');

function replyOf(answer: Answer, knowledge: Knowledge, view: View): Reply {
  switch (answer.status) {
    case 'answer':
      return cardsReply(answer.cards, knowledge, view);
    case 'suggest':
      return didYouMean(answer.cards, view);
    case 'none':
      return nothingToTell(answer, knowledge, view);
  }
}

/** Cards in one message; where to go on is said for the first. */
export function cardsReply(cards: readonly Card[], knowledge: Knowledge, view: View): Reply {
  const [first] = cards;
  return {
    embeds: cards.map((card) => cardEmbed(card, knowledge.base, view.language)),
    rows: first === undefined ? [] : cardRows(first, knowledge, view),
  };
}

function didYouMean(cards: readonly Card[], { language, showable }: View): Reply {
  const buttons = cards.flatMap((card): Button[] => {
    const lead = card.columns[0]?.facts[0];
    return lead === undefined
      ? []
      : [
          {
            label: inLanguage(lead.title, language),
            action: { do: 'card', fact: lead.id, in: language },
          },
        ];
  });
  // A row each: titles are long, and a phone shows one beside another badly.
  const offered = buttons.map((button) => [button]);
  const [last = [], ...before] = offered.toReversed();
  const rows = showable ? [...before.toReversed(), [...last, showButton(language)]] : offered;
  return { text: wordingIn(language)('didYouMean'), embeds: [], rows };
}

function nothingToTell(
  answer: Extract<Answer, { status: 'none' }>,
  { base }: Knowledge,
  { language, showable }: View,
): Reply {
  const say = wordingIn(language);
  const { lead, examples, contacts } = nothingReply(answer, base, language);
  const unanswered = contacts.length > 0;
  return {
    embeds: [
      {
        author: '',
        title: say(unanswered ? 'nothing.title' : 'nothing.hello'),
        description: lead,
        fields: [
          ...(examples.length === 0
            ? []
            : [{ name: say('tryThese'), value: examples.map((example) => `• ${example}`).join('\n') }]),
          ...(contacts.length === 0
            ? []
            : [
                {
                  name: say('askALibrarian'),
                  value: contacts.map(({ name, website }) => linked(name, website)).join('\n'),
                },
              ]),
        ],
        footer: '',
      },
    ],
    rows: showRow(showable, language),
  };
}
