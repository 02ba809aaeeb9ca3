import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import { writeDate } from '../wording/dates.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';

/** A fact's value with its date, where the value does not say it already. */
export function dated({ value, date, event }: Fact, language: Language): string {
  const said = inLanguage(value, language);
  const year = date?.slice(0, 4) ?? '';
  if (date === undefined || said.includes(year.replaceAll('X', ''))) return said;
  const written = writeDate(date, language);
  return event ? `${said} (${written})` : wordingIn(language)('profile.asOf', { value: said, date: written });
}
