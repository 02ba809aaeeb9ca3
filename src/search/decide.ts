import type { Language } from '../facts/model.ts';
import type { Answer, Card } from './answer.ts';
import { cardOf } from './cards.ts';
import type { Candidate, Judgement } from './judging/candidates.ts';
import type { Knowledge } from './judging/knowledge.ts';
import { hasQuestionWord } from './judging/spoken.ts';
import { firstTwo, type Understanding, understand } from './judging/understand.ts';
import { shortcut } from './shortcut.ts';

/**
 * How sure is sure enough to say it, from 0 to 1: less in a language with fewer example questions than English, where
 * what is learned from them says everything with less weight, the right and the wrong alike.
 */
export const SURE: Readonly<Record<Language, number>> = { en: 0.36, az: 0.31, kk: 0.31, ru: 0.31, tr: 0.31 };
/** How much surer than of the next that would be told on another card. */
export const MARGIN = 1.4;
/** How sure each of two questions in one message must be. */
const SURE_OF_EACH = 0.45;
/** So sure, one need not be asked in words that ask: "write me its address". */
const PLAIN = 0.8;
/** From here on a candidate is worth offering. */
const WORTH_OFFERING = 0.1;
/** Above this, what is asked is a matter not covered, and nothing is offered in its place. */
const SURELY_REFUSED = 0.6;
const MOST_ANSWERS = 3;
const MOST_SUGGESTIONS = 5;

/** What a message is answered with, and how it was understood, if it had to be. */
export type Decision = { answer: Answer; understanding: Understanding };

/** Answers a message, about a given thing if there is one: with cards if sure enough, with what may have been meant, or with why there is nothing. */
export function decide(message: string, knowledge: Knowledge, about?: string): Decision {
  const understanding = understand(message, knowledge, about);
  const answer = shortcut(message, understanding.reading, knowledge) ?? judged(understanding, knowledge);
  return { answer, understanding };
}

/** Is one part of a message sure enough to be told? */
function isSure(judgement: Judgement, threshold = SURE[judgement.reading.language]): boolean {
  const [first, next] = firstTwo(judgement);
  if (first === undefined || first.found === 'absent') return false;
  return (
    first.total >= threshold &&
    first.total >= MARGIN * (next?.total ?? 0) &&
    first.probability > judgement.refusal
  );
}

function judged({ parts, decisive }: Understanding, knowledge: Knowledge): Answer {
  const asked = severalAsked(parts, decisive, knowledge);
  if (asked.length > 1)
    return { status: 'answer', cards: asked.map((candidate) => cardOf(candidate, knowledge)) };
  const [first] = firstTwo(decisive);
  if (first !== undefined && isSure(decisive))
    return { status: 'answer', cards: [cardOf(first, knowledge, decisive.candidates)] };
  const whole = parts[0] ?? decisive;
  const refusal = whole.refusals[0]?.label.slice(1);
  const cards = whole.refusal >= SURELY_REFUSED ? [] : worthOffering(decisive, knowledge);
  if (cards.length > 0) return { status: 'suggest', cards };
  const why = whole.refusal >= SURELY_REFUSED ? 'not-covered' : 'not-understood';
  return { status: 'none', why, ...(refusal === undefined ? {} : { refusal }) };
}

/** The questions of a message that asks several, in its order; empty or one where it does not. */
function severalAsked(parts: readonly Judgement[], decisive: Judgement, knowledge: Knowledge): Candidate[] {
  if (!isSure(decisive, SURE_OF_EACH)) return [];
  const asked: Candidate[] = [];
  for (const one of parts.slice(1)) {
    const [candidate] = one.candidates;
    const asks =
      candidate !== undefined && (candidate.total >= PLAIN || hasQuestionWord(one.reading, knowledge));
    if (!asks || !one.clause || !isSure(one, SURE_OF_EACH)) continue;
    if (!asked.some((other) => tellsTheSame(other, candidate))) asked.push(candidate);
  }
  return asked.slice(0, MOST_ANSWERS);
}

/** Would one card answer both? A topic of a library is told whole; of smaller things each question has its own lead. */
const tellsTheSame = (one: Candidate, other: Candidate) =>
  one.question === other.question ||
  (one.group === other.group &&
    (one.group.includes('/') || one.facts.some(([lead]) => lead === other.facts[0]?.[0])));

/** What may have been meant, best first, each with a card of its own. */
function worthOffering({ candidates }: Judgement, knowledge: Knowledge): Card[] {
  const cards: Card[] = [];
  const leads = new Set<string>();
  for (const candidate of candidates) {
    const lead = candidate.facts[0]?.[0];
    if (
      lead === undefined ||
      leads.has(lead.id) ||
      candidate.total < WORTH_OFFERING ||
      candidate.found === 'absent'
    )
      continue;
    leads.add(lead.id);
    cards.push(cardOf(candidate, knowledge, candidates));
    if (cards.length === MOST_SUGGESTIONS) break;
  }
  return cards;
}
