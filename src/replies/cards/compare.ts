import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import { wordingIn } from '../wording/wording.ts';

/** Azerbaijani books write a space between thousands, though the Unicode data say a point. */
const NUMBERS: Partial<Record<Language, string>> = { az: 'kk' };

type Side = { name: string; lead: Fact };

/** Facts counted in this unit are moments, not amounts: what is less is earlier. */
export const YEAR = 'year';

/** How two facts differ, in words; undefined unless both are numbers of the same unit. */
export function difference(sides: readonly Side[], language: Language): string | undefined {
  const [one, other, ...more] = sides;
  const first = one?.lead.quantity;
  const second = other?.lead.quantity;
  if (
    one === undefined ||
    other === undefined ||
    more.length > 0 ||
    first === undefined ||
    second === undefined
  )
    return undefined;
  if (first.unit !== second.unit) return undefined;
  const say = wordingIn(language);
  const [low, high] = first.amount <= second.amount ? [one, other] : [other, one];
  const apart = Math.abs(first.amount - second.amount);
  if (first.unit === YEAR)
    return apart === 0 ? say('compared.sameYear') : say('compared.earlier', { count: apart, who: low.name });
  const amount = amountOf(high.lead, language);
  return apart === 0
    ? say('compared.same', { amount })
    : say('compared.more', {
        who: high.name,
        amount,
        other: low.name,
        otherAmount: amountOf(low.lead, language),
      });
}

function amountOf({ quantity }: Fact, language: Language): string {
  if (quantity === undefined) return '';
  const amount = new Intl.NumberFormat(NUMBERS[language] ?? language).format(quantity.amount);
  return wordingIn(language)(`amount.${quantity.qualifier ?? 'exact'}`, { amount });
}
