import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { shuffled } from './chance.ts';
import { dayQuestions } from './days.ts';
import { libraryQuestions } from './libraries.ts';
import { nameQuestions } from './names.ts';
import { numberQuestions } from './numbers.ts';
import { orderQuestions } from './order.ts';
import type { Askable, Question } from './question.ts';
import { isWorthy } from './worthy.ts';
import { yearQuestions } from './years.ts';

const made = new WeakMap<Knowledge, Map<Language, Askable[]>>();

/** Everything that can be asked in a language. */
export function askablesOf(knowledge: Knowledge, language: Language): Askable[] {
  const byLanguage = made.get(knowledge) ?? new Map<Language, Askable[]>();
  made.set(knowledge, byLanguage);
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const facts = knowledge.base.facts.filter(isWorthy);
  const askables = [
    ...facts.flatMap((fact) => ofFact(fact, language, knowledge)),
    ...nameQuestions(facts, language, knowledge),
  ];
  byLanguage.set(language, askables);
  return askables;
}

const ofFact = (fact: Fact, language: Language, knowledge: Knowledge): Askable[] => [
  ...yearQuestions(fact, language, knowledge),
  ...dayQuestions(fact, language, knowledge),
  ...numberQuestions(fact, language, knowledge),
  ...libraryQuestions(fact, language, knowledge),
  ...orderQuestions(fact, language, knowledge),
];

/** A question with its wrong answers and the order of the options, as the seed decides: the same seed, the same question. */
export function posed({ right, wrong, order, ...asked }: Askable, seed: string): Question {
  // Not the seed by which the wrong ones were chosen: those that come first by it would stand first too.
  const mixed = shuffled([right, ...wrong(`${seed} ${asked.key}`)], `${seed} ${asked.key} placed`);
  const options = order === undefined ? mixed : mixed.toSorted(order);
  return { ...asked, options, right: options.indexOf(right) };
}
