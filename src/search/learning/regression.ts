/** A text as the features it has: parallel lists of feature numbers and weights, of length 1 as a vector. */
export type Features = { at: Uint32Array; weight: Float32Array };

export type Example = Features & { label: number };

/**
 * Weights of a multinomial logistic regression, a row of `labels` numbers for each feature: in eight bits each, as steps of
 * a size that each row has of its own. A quarter of the memory answers as many questions right.
 */
export type Weights = { labels: number; steps: Float32Array; weights: Int8Array };

/** The greatest number of steps in eight bits, either way. */
const MOST_STEPS = 127;

const EPOCHS = 3;
/** Epochs before the weights are good enough to be averaged (Polyak & Juditsky 1992): the mean depends less on the order. */
const FIRST_EPOCHS = 1;
const RATE = 0.5;
/** An error too small to be worth a step. */
const LEAST_ERROR = 0.003;
/** Keeps the first steps of AdaGrad finite. */
const SMALLEST = 1e-6;

/**
 * Trains multinomial logistic regression by stochastic gradient descent with AdaGrad's step sizes
 * (Duchi, Hazan & Singer 2011). The order of the examples is shuffled by a fixed rule, so equal facts give equal weights.
 */
export function train(examples: readonly Example[], features: number, labels: number): Weights {
  const weights = new Float32Array(features * labels);
  const squares = new Float32Array(features * labels).fill(SMALLEST);
  const order = Uint32Array.from(examples, (_, index) => index);
  const random = sequence(7);
  const probabilities = new Float32Array(labels);
  const mean = new Float32Array(features * labels);
  const active = new Uint32Array(labels);
  const errors = new Float32Array(labels);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      score(example, labels, weights, undefined, probabilities);
      softmax(probabilities);
      // Nearly all labels are nearly right nearly always: skipping them makes training ten times faster.
      let count = 0;
      for (let label = 0; label < labels; label++) {
        const error = (probabilities[label] ?? 0) - (label === example.label ? 1 : 0);
        if (error > -LEAST_ERROR && error < LEAST_ERROR) continue;
        active[count] = label;
        errors[count++] = error;
      }
      for (let position = 0; position < example.at.length; position++) {
        const row = (example.at[position] ?? 0) * labels;
        const weight = example.weight[position] ?? 0;
        for (let index = 0; index < count; index++) {
          const slot = row + (active[index] ?? 0);
          const gradient = (errors[index] ?? 0) * weight;
          const square = (squares[slot] ?? 0) + gradient * gradient;
          squares[slot] = square;
          weights[slot] = (weights[slot] ?? 0) - (RATE * gradient) / Math.sqrt(square);
        }
      }
    }
    if (epoch >= FIRST_EPOCHS)
      for (let slot = 0; slot < mean.length; slot++) mean[slot] = (mean[slot] ?? 0) + (weights[slot] ?? 0);
  }
  for (let slot = 0; slot < mean.length; slot++) mean[slot] = (mean[slot] ?? 0) / (EPOCHS - FIRST_EPOCHS);
  return { labels, ...inSteps(mean, labels) };
}

/** Numbers in rows, rounded to whole steps: the greatest of each row is the greatest that eight bits hold. */
function inSteps(numbers: Float32Array, labels: number): { steps: Float32Array; weights: Int8Array } {
  const steps = new Float32Array(numbers.length / labels);
  const weights = new Int8Array(numbers.length);
  for (let feature = 0; feature < steps.length; feature++) {
    const row = numbers.subarray(feature * labels, (feature + 1) * labels);
    const step = row.reduce((most, one) => Math.max(most, Math.abs(one)), SMALLEST) / MOST_STEPS;
    steps[feature] = step;
    for (let label = 0; label < labels; label++)
      weights[feature * labels + label] = Math.round((row[label] ?? 0) / step);
  }
  return { steps, weights };
}

/** The weight of a feature for a label, in logits. */
export const weightOf = ({ labels, steps, weights }: Weights, feature: number, label: number): number =>
  (steps[feature] ?? 0) * (weights[feature * labels + label] ?? 0);

/** The probability of each label for a text's features; they sum to 1. */
export function predict(text: Features, model: Weights): Float32Array {
  const probabilities = new Float32Array(model.labels);
  score(text, model.labels, model.weights, model.steps, probabilities);
  softmax(probabilities);
  return probabilities;
}

function score(
  { at, weight }: Features,
  labels: number,
  weights: Float32Array | Int8Array,
  steps: Float32Array | undefined,
  into: Float32Array,
): void {
  into.fill(0);
  for (let position = 0; position < at.length; position++) {
    const feature = at[position] ?? 0;
    const row = feature * labels;
    const value = (weight[position] ?? 0) * (steps?.[feature] ?? 1);
    for (let label = 0; label < labels; label++)
      into[label] = (into[label] ?? 0) + value * (weights[row + label] ?? 0);
  }
}

function softmax(scores: Float32Array): void {
  const highest = scores.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let label = 0; label < scores.length; label++) {
    const value = Math.exp((scores[label] ?? 0) - highest);
    scores[label] = value;
    sum += value;
  }
  for (let label = 0; label < scores.length; label++) scores[label] = (scores[label] ?? 0) / sum;
}

/** A repeatable sequence of numbers from 0 to 1 (mulberry32, public domain). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}
