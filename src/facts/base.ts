import type { FactEntry, Localised, Source, Vocabulary } from './model.ts';

/** What facts are about: a library, a person, a yearbook. Found in a question by its names and spellings. */
export type Thing = {
  id: string;
  /** Things of a kind share their aspects: what is asked of one library can be asked of any. */
  kind: string;
  name: Localised;
  place?: Localised;
  names: string[];
  /** Places and peoples that point to it when nothing else does. */
  places: string[];
  /** Where to ask a librarian. */
  website?: string;
  /** Decoration: nothing is told by it alone. */
  colour?: string;
  flag?: string;
  folder: string;
  /** Is it its folder's own subject? Then its facts are told a topic at a time, not all on one card. */
  own: boolean;
  headline: boolean;
};

/** A fact with what its place in the folders says: its thing, its topic and its aspect. */
export type Fact = Omit<FactEntry, 'about' | 'aspect' | 'mentions' | 'see'> & {
  thing: string;
  topic: string;
  aspect: string;
  /** What a question is recognised as: the kind of thing and the aspect, such as `library/founding`. */
  question: string;
  mentions: string[];
  see: string[];
};

/** Everything that the fact files hold, as plain data. Things and facts stand in the order of the files. */
export type FactBase = {
  things: Thing[];
  facts: Fact[];
  topics: Record<string, Localised>;
  sources: Record<string, Source>;
  vocabularies: Record<string, Vocabulary>;
};

/** A text in every language in which it is told. */
export function everyText(text: { [language: string]: string | undefined }): string[] {
  return Object.values(text).filter((one) => one !== undefined);
}

/** Example questions in every language, in one list. */
export function everyPhrase(asked: FactEntry['asked']): string[] {
  return Object.values(asked ?? {}).flatMap((phrases) => phrases ?? []);
}
