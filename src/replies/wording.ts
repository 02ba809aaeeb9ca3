import type { Confidence } from '../facts/model.ts';
import type { Nothing } from '../search/answer.ts';

/** What the bot says in its own words. One catalogue so far; facts come in their own languages. */
export const wording = {
  and: ' and ',
  note: 'Note',
  when: 'When',
  sources: 'Sources',
  alsoThere: 'Not to be taken for',
  confidence: {
    seed: 'reported by one source',
    corroborated: 'confirmed by two or more sources',
    secondary: 'from public sources',
    background: 'general knowledge',
  } satisfies Record<Confidence, string>,
  qualifier: { over: 'over', about: 'about', nearly: 'nearly' },
  approximate: { '?': 'perhaps', '~': 'about', '%': 'perhaps about' },
  undated: 'no date',
  more: (who: string, amount: string, other: string, otherAmount: string, unit: string) =>
    `By these figures ${who} has more ${unit}: ${amount} against ${otherAmount} in ${other}.`,
  same: (unit: string, amount: string) => `By these figures both have the same number of ${unit}: ${amount}.`,
  earlier: (who: string, years: number) => `Earlier, by ${years} ${years === 1 ? 'year' : 'years'}: ${who}.`,
  sameYear: 'Both fall in the same year.',
  didYouMean: 'I am not sure what you ask. Did you mean one of these?',
  nothing: {
    empty: 'Ask me something, in a few words.',
    greeting: 'Hello!',
    thanks: 'You are welcome. Ask on whenever you like.',
    capabilities: '',
    'not-covered': 'That is not among my facts, so I will not guess.',
    'not-understood': 'I found nothing on that among my facts, so I will not guess.',
  } satisfies Record<Nothing, string>,
  refused: {
    hours: 'You ask about opening hours: those are not among my facts.',
    services: 'You ask about services and visits: those are not among my facts.',
    'other-institutions': 'You seem to ask about something that my facts do not cover.',
    'person-unknown-attribute': 'My facts do not tell that about a person.',
    'thing-unknown-attribute': 'My facts do not tell that.',
    'general-knowledge': 'My facts are of a small part of the world, and that is outside it.',
    tasks: 'I can only look up facts.',
    chat: 'I am a bot that looks up facts.',
    injection: 'I only look up facts.',
  } as Readonly<Record<string, string>>,
  tryThese: 'Try for example',
  askALibrarian: 'For anything else ask a librarian',
} as const;
