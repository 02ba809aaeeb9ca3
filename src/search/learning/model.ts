import { type Features, predict, train, type Weights } from './regression.ts';

/** A text to learn from, as marks, with the label it stands for. */
export type Row = { label: string; marks: string[] };

/** What is learned from the example questions: labels, marks with how much each tells, and the weights. */
export type Model = Weights & { names: string[]; marks: string[]; telling: Float32Array };

/** A text that shows less than this is not scaled up: one common word must not speak like a question. */
const SHORTEST = 1;

/** Turns a text's marks into numbers. Marks never seen count for nothing. */
export class Vectoriser {
  readonly #numbers: Map<string, number>;
  readonly #telling: Float32Array;

  constructor({ marks, telling }: Pick<Model, 'marks' | 'telling'>) {
    this.#numbers = new Map(marks.map((mark, number) => [mark, number]));
    this.#telling = telling;
  }

  features(marks: readonly string[]): Features {
    const at: number[] = [];
    const weight: number[] = [];
    let square = 0;
    for (const mark of marks) {
      const number = this.#numbers.get(mark);
      if (number === undefined) continue;
      const telling = this.telling(mark);
      at.push(number);
      weight.push(telling);
      square += telling * telling;
    }
    const length = Math.max(Math.sqrt(square), SHORTEST);
    return { at: Uint32Array.from(at), weight: Float32Array.from(weight, (one) => one / length) };
  }

  /** How much a mark tells of the label, from 0 (it stands with all alike) to 1; 0 if never seen. */
  telling(mark: string): number {
    return this.#telling[this.#numbers.get(mark) ?? -1] ?? 0;
  }

  number(mark: string): number | undefined {
    return this.#numbers.get(mark);
  }
}

/** A mark in fewer than one of so many rows tells of those alone, not of their label. */
const RAREST = 28_000;

/** Learns which marks speak for which label. */
export function learn(rows: readonly Row[]): Model {
  const names = [...new Set(rows.map(({ label }) => label))];
  const labels = new Map(names.map((name, number) => [name, number]));
  const { marks, counts } = countMarks(rows, labels);
  const telling = Float32Array.from(counts, (byLabel) => 1 - evenness(byLabel));
  const vectoriser = new Vectoriser({ marks, telling });
  const examples = rows.map((row) => ({
    ...vectoriser.features(row.marks),
    label: labels.get(row.label) ?? 0,
  }));
  return { ...train(examples, marks.length, names.length), names, marks, telling };
}

/** The marks that occur often enough, and how often each stands with each label. */
function countMarks(
  rows: readonly Row[],
  labels: ReadonlyMap<string, number>,
): { marks: string[]; counts: Uint32Array[] } {
  const totals = new Map<string, number>();
  for (const { marks } of rows) for (const mark of marks) totals.set(mark, (totals.get(mark) ?? 0) + 1);
  // By label only for those that are kept: of ten marks nine are too rare, and would take hundreds of megabytes.
  const kept = new Map<string, Uint32Array>();
  for (const [mark, total] of totals)
    if (total * RAREST >= rows.length) kept.set(mark, new Uint32Array(labels.size));
  for (const { label, marks } of rows) {
    const number = labels.get(label) ?? 0;
    for (const mark of marks) {
      const byLabel = kept.get(mark);
      if (byLabel !== undefined) byLabel[number] = (byLabel[number] ?? 0) + 1;
    }
  }
  return { marks: [...kept.keys()], counts: [...kept.values()] };
}

/** Shannon's entropy of counts over its greatest value: 0 if all stand with one label, 1 if spread over all alike. */
function evenness(counts: Uint32Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let entropy = 0;
  for (const count of counts) if (count > 0) entropy -= (count / total) * Math.log(count / total);
  return Math.min(entropy / Math.log(counts.length), 0.95);
}

/** The probability of each label for a text's marks. */
export function classify(marks: readonly string[], vectoriser: Vectoriser, model: Model): Float32Array {
  return predict(vectoriser.features(marks), model);
}
