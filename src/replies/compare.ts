import type { Fact } from '../facts/base.ts';
import type { Language } from '../facts/model.ts';
import { wording } from './wording.ts';

type Side = { name: string; lead: Fact };

/** Facts counted in this unit are moments, not amounts: what is less is earlier. */
const YEAR = 'year';

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
  const [low, high] = first.amount <= second.amount ? [one, other] : [other, one];
  const apart = Math.abs(first.amount - second.amount);
  if (first.unit === YEAR) return apart === 0 ? wording.sameYear : wording.earlier(low.name, apart);
  if (apart === 0) return wording.same(first.unit, amountOf(one.lead, language));
  return wording.more(
    high.name,
    amountOf(high.lead, language),
    low.name,
    amountOf(low.lead, language),
    first.unit,
  );
}

function amountOf({ quantity }: Fact, language: Language): string {
  if (quantity === undefined) return '';
  const written = new Intl.NumberFormat(language).format(quantity.amount);
  return quantity.qualifier === undefined ? written : `${wording.qualifier[quantity.qualifier]} ${written}`;
}
