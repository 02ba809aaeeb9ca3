import type { Knowledge } from './judging/knowledge.ts';
import { firstTwo, type Understanding } from './judging/understand.ts';
import { marksOf } from './learning/marks.ts';
import { weightOf } from './learning/regression.ts';
import type { Reading } from './reading/reading.ts';

/** How much one mark of the text speaks for a label, in logits. */
type Voice = { mark: string; weight: number };

/** Why a message was understood as it was, as data. */
export type Explanation = {
  /** The part that decided, if not the whole message. */
  part: string | undefined;
  corrected: { typed: string; meant: string }[];
  unknown: string[];
  named: string[];
  winner: Spoken | undefined;
  runnerUp: Spoken | undefined;
  refusal: Spoken | undefined;
};

type Spoken = {
  label: string;
  things: string[];
  probability: number;
  score: number;
  voices: Voice[];
  unexplained: string[];
};

const MOST_VOICES = 6;

/** Explains an understanding: words corrected, names found, and what spoke for the winner, the runner-up and refusing. */
export function explain({ reading, decisive }: Understanding, knowledge: Knowledge): Explanation {
  const [first, next] = firstTwo(decisive);
  const [refusal] = decisive.refusals;
  const spoken = (candidate: typeof first): Spoken | undefined =>
    candidate && {
      label: candidate.question,
      things: candidate.things,
      probability: candidate.probability,
      score: candidate.total,
      voices: voicesFor(candidate.question, decisive.reading, knowledge),
      unexplained: [...candidate.strangers, ...candidate.untold],
    };
  const words = reading.words.filter(({ word, meant }) => meant !== word);
  return {
    part:
      decisive.reading.words.length === reading.words.length
        ? undefined
        : decisive.reading.words.map(({ typed }) => typed).join(' '),
    corrected: words.flatMap(({ typed, meant }) => (meant === undefined ? [] : [{ typed, meant }])),
    unknown: words.flatMap(({ typed, meant }) => (meant === undefined ? [typed] : [])),
    named: [...new Set(reading.namings.flatMap(({ things, pointsTo }) => [...things, ...pointsTo]))],
    winner: spoken(first),
    runnerUp: spoken(next),
    refusal: refusal && {
      label: refusal.label,
      things: [],
      probability: refusal.probability,
      score: decisive.refusal,
      voices: voicesFor(refusal.label, decisive.reading, knowledge),
      unexplained: [],
    },
  };
}

function voicesFor(label: string, reading: Reading, { model, vectoriser, reader }: Knowledge): Voice[] {
  const number = model.names.indexOf(label);
  if (number < 0) return [];
  const marks = marksOf(reading, reader).filter((mark) => vectoriser.number(mark) !== undefined);
  const { at, weight } = vectoriser.features(marks);
  return marks
    .map((mark, position) => ({
      mark,
      weight: (weight[position] ?? 0) * weightOf(model, at[position] ?? 0, number),
    }))
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST_VOICES);
}
