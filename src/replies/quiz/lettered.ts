import type { Question } from '../../quiz/questions/question.ts';
import type { ButtonName } from './carried.ts';

export const LETTERS = ['A', 'B', 'C', 'D'];
/** The buttons of the options. */
export const CHOICES: readonly ButtonName[] = ['a', 'b', 'c', 'd'];

/** The buttons of a question's options: as many as it has. */
export const choicesOf = ({ options }: Question): readonly ButtonName[] => CHOICES.slice(0, options.length);

/** "B. 1939". */
export const lettered = (options: readonly string[], index: number): string =>
  `${LETTERS[index] ?? ''}. ${options[index] ?? ''}`;

/** People as everybody sees them: their names in a card, which rings for nobody. */
export const mentions = (ids: readonly string[]): string => ids.map((id) => `<@${id}>`).join(' ');
