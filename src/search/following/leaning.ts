import type { Language } from '../../facts/model.ts';
import type { Knowledge } from '../judging/knowledge.ts';
import type { Asked, Role } from '../judging/steering.ts';
import type { Reading, Word } from '../reading/reading.ts';

/**
 * How a message leans on what was told before it: it names a thing and nothing else ("and in Almaty?"), asks for the
 * other one, for more, for the sources, or for something in question words alone ("when?"); else it is `open`: it says
 * more than that.
 */
export type Leaning =
  | { by: 'again' | 'other' | 'more' | 'sources' }
  | { by: 'asking'; asked: Asked[] }
  | { by: 'open'; pronoun: boolean };

/** How a message leans on what was told before, by the words of the languages it may be in. */
export function leaningOf(reading: Reading, languages: readonly Language[], knowledge: Knowledge): Leaning {
  const { roles, open, named } = rolesIn(reading, languages, knowledge);
  const does = (role: Role['does']) => roles.some((one) => one.does === role);
  const beyond: Leaning = { by: 'open', pronoun: does('pronoun') };
  if (open) return beyond;
  // Two names and nothing else are about what joins them.
  const again = roles.every((role) => role.does === 'again') && (named === 1 || roles.length > 0);
  if (named > 0) return again && !reading.comparing ? { by: 'again' } : beyond;
  for (const by of ['sources', 'other', 'more'] as const) if (does(by)) return { by };
  const asked = roles.flatMap((role) =>
    role.does === 'when' || role.does === 'how-many' || role.does === 'ask' ? [role] : [],
  );
  return asked.length > 0 && !reading.comparing ? { by: 'asking', asked } : beyond;
}

/** What the phrases of a message do; whether a word is left that says something else; how many names there are. */
function rolesIn(
  { words, namings }: Reading,
  languages: readonly Language[],
  knowledge: Knowledge,
): { roles: Role[]; open: boolean; named: number } {
  const steerings = [...new Set(languages)].map((language) => knowledge.steering(language));
  const phrases = steerings.flatMap(({ followUps }) => followUps);
  const asides = steerings.flatMap(({ conversation }) => conversation);
  const longest = <Phrase extends { words: string[] }>(among: readonly Phrase[], start: number) =>
    among
      .filter(({ words: said }) => said.every((one, offset) => isWord(words[start + offset], one)))
      .reduce<Phrase | undefined>(
        (best, one) => (one.words.length > (best?.words.length ?? 0) ? one : best),
        undefined,
      );
  const passes = ({ word, meant = word }: Word) =>
    steerings.some(({ stopwords }) => stopwords.has(word) || stopwords.has(meant));
  const roles: Role[] = [];
  let open = false;
  for (let start = 0; start < words.length; ) {
    const naming = namings.find(({ from, to }) => start >= from && start <= to);
    const phrase = longest(phrases, start);
    const aside = longest(asides, start);
    const word = words[start];
    if (naming !== undefined) start = naming.to + 1;
    // Filler may hold such a phrase: "more details please".
    else if (
      phrase !== undefined &&
      (aside?.why === undefined || phrase.words.length >= aside.words.length)
    ) {
      roles.push(...phrase.roles);
      start += phrase.words.length;
    } else if (aside !== undefined) start += aside.words.length;
    else {
      // Beside a name, any other word asks or tells something of it.
      open ||= namings.length > 0 || word === undefined || !passes(word);
      start++;
    }
  }
  return { roles, open, named: namings.length };
}

const isWord = (word: Word | undefined, said: string): boolean =>
  word !== undefined && (word.word === said || word.meant === said);
