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
  if (named) return roles.every((role) => role.does === 'again') ? { by: 'again' } : beyond;
  for (const by of ['sources', 'other', 'more'] as const) if (does(by)) return { by };
  const asked = roles.flatMap((role) =>
    role.does === 'when' || role.does === 'how-many' || role.does === 'ask' ? [role] : [],
  );
  return asked.length > 0 ? { by: 'asking', asked } : beyond;
}

/** What the phrases of a message do; whether a word is left that says something else; whether it names anything. */
function rolesIn(
  { words, namings }: Reading,
  languages: readonly Language[],
  knowledge: Knowledge,
): { roles: Role[]; open: boolean; named: boolean } {
  const steerings = [...new Set(languages)].map((language) => knowledge.steering(language));
  // Thanks and the like lean on nothing: "thanks, and in Almaty?"
  const phrases = steerings
    .flatMap(({ followUps, conversation }) => [
      ...followUps,
      ...conversation.map(({ words }) => ({ words, roles: [] })),
    ])
    .toSorted((one, other) => other.words.length - one.words.length);
  const passes = ({ word, meant = word }: Word) =>
    steerings.some(({ stopwords, questionWords }) =>
      [word, meant].some((one) => stopwords.has(one) || questionWords.has(one)),
    );
  const named = namings.length > 0;
  const roles: Role[] = [];
  let open = false;
  for (let start = 0; start < words.length; ) {
    const naming = namings.find(({ from, to }) => start >= from && start <= to);
    const phrase = phrases.find(({ words: said }) =>
      said.every((one, offset) => isWord(words[start + offset], one)),
    );
    const word = words[start];
    if (naming !== undefined) start = naming.to + 1;
    else if (phrase !== undefined) {
      roles.push(...phrase.roles);
      start += phrase.words.length;
    } else {
      // Beside a name, any other word asks or tells something of it.
      open ||= named || word === undefined || !passes(word);
      start++;
    }
  }
  return { roles, open, named };
}

const isWord = (word: Word | undefined, said: string): boolean =>
  word !== undefined && (word.word === said || word.meant === said);
