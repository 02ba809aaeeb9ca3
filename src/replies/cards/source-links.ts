import type { Fact, FactBase } from '../../facts/base.ts';
import type { Language, Source } from '../../facts/model.ts';
import { writeDate } from '../wording/dates.ts';
import { inLanguage } from '../wording/in-language.ts';

/** A fact's sources in one line, as links named by publisher and date. */
export function sourceLinks(fact: Fact, base: FactBase, language: Language): string {
  return sourcesOf(fact, base)
    .map((source) => linked(namedByPublisher(source, language), source.url))
    .join(' · ');
}

/** The works a fact cites. */
export function sourcesOf({ sources }: Fact, base: FactBase): Source[] {
  return sources.flatMap((key) => base.sources[key] ?? []);
}

/** Text that leads to an address, where there is one. */
export function linked(text: string, url: string | undefined): string {
  // A bracket in an address would end the link.
  const safe = url?.replaceAll('(', '%28').replaceAll(')', '%29');
  return safe === undefined ? text : `[${text}](${safe})`;
}

const namedByPublisher = (source: Source, language: Language) =>
  source.date === undefined
    ? publisherOf(source, language)
    : `${publisherOf(source, language)}, ${writeDate(source.date, language)}`;

/** Who published a work, as a language writes it. */
export const publisherOf = ({ publisher }: Source, language: Language): string =>
  typeof publisher === 'string' ? publisher : inLanguage(publisher, language);
