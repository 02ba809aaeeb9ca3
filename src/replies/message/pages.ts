import type { Language } from '../../facts/model.ts';
import { wordingIn } from '../wording/wording.ts';
import type { Action } from './action.ts';
import type { Button } from './reply.ts';

/** One page of a list: its items, its number from 0, and how many pages there are. A number too high gives the last. */
export function pageOf<Item>(items: readonly Item[], page: number, size: number) {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const number = Math.min(page, pages - 1);
  return { items: items.slice(number * size, (number + 1) * size), number, pages };
}

/** "Page 2 of 3", where there is more than one. */
export const pageFooter = (number: number, pages: number, language: Language) =>
  pages === 1 ? '' : wordingIn(language)('page', { page: number + 1, pages });

/** Buttons to the pages before and after, where there are such. */
export function pageButtons(
  number: number,
  pages: number,
  turnTo: (page: number) => Action,
  language: Language,
): Button[] {
  const say = wordingIn(language);
  return [
    ...(number > 0 ? [{ label: say('button.previous'), action: turnTo(number - 1) }] : []),
    ...(number < pages - 1 ? [{ label: say('button.next'), action: turnTo(number + 1) }] : []),
  ];
}
