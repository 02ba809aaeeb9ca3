import type { FactBase } from '../facts/base.ts';
import type { Language } from '../facts/model.ts';
import type { Answer } from '../search/answer.ts';
import { nameOf } from './embed.ts';
import { wording } from './wording.ts';

/** What is said where there is nothing to tell: why, what can be asked, and where to ask a librarian. */
export type NothingReply = { lead: string; examples: string[]; contacts: string[] };

const EXAMPLES = 3;

/** The reply to a message that is no question, or that the facts do not answer. */
export function nothingReply(
  answer: Extract<Answer, { status: 'none' }>,
  base: FactBase,
  language: Language,
): NothingReply {
  const refused = answer.why === 'not-covered' ? wording.refused[answer.refusal ?? ''] : undefined;
  const vocabulary = base.vocabularies[language] ?? base.vocabularies.en;
  const introduced =
    answer.why === 'greeting' || answer.why === 'capabilities' ? (vocabulary?.introduction ?? '') : '';
  const unanswered = answer.why === 'not-covered' || answer.why === 'not-understood';
  return {
    lead: refused ?? [wording.nothing[answer.why], introduced].filter((text) => text !== '').join(' '),
    examples: vocabulary?.examples.slice(0, EXAMPLES) ?? [],
    contacts: unanswered ? contactsOf(base, language) : [],
  };
}

/** Where librarians answer. */
function contactsOf(base: FactBase, language: Language): string[] {
  return base.things.flatMap(({ id, website }) =>
    website === undefined ? [] : [`${nameOf(id, base, language)}: ${website}`],
  );
}
