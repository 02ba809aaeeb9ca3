import { expect, test } from 'vitest';
import { classify, learn, Vectoriser } from '../../src/search/learning/model.ts';

const says = (label: string, ...texts: string[]) => texts.map((text) => ({ label, marks: text.split(' ') }));

const rows = [
  ...says(
    'founding',
    'when founded',
    'founding year',
    'since when founded',
    'founded year',
    'year founded when',
  ),
  ...says('holdings', 'how many books', 'books number', 'many books', 'number books', 'how many number'),
  ...says('!hours', 'open hours', 'closing hours today', 'hours today', 'open today hours', 'hours'),
];

test('what was learned is told again, as probabilities that sum to one', () => {
  const model = learn(rows);
  const vectoriser = new Vectoriser(model);
  for (const [text, label] of [
    ['year founded', 'founding'],
    ['number books', 'holdings'],
    ['hours', '!hours'],
  ] as const) {
    const probabilities = classify(text.split(' '), vectoriser, model);
    expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 4);
    expect(model.names[probabilities.indexOf(Math.max(...probabilities))]).toBe(label);
  }
});

test('the same rows give the same weights', () => {
  expect(learn(rows).weights).toEqual(learn(rows).weights);
});

test('a text of which nothing is known leaves all as likely as before', () => {
  const model = learn(rows);
  const probabilities = classify(['unheard'], new Vectoriser(model), model);
  expect(new Set([...probabilities].map((one) => one.toFixed(6))).size).toBe(1);
});
