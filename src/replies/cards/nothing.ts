import type { FactBase } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Answer } from '../../search/answer.ts';
import { en } from '../wording/en.ts';
import { wordingIn } from '../wording/wording.ts';
import { nameOf } from './embed.ts';

/** What is said where there is nothing to tell: why, what can be asked, and where to ask a librarian. */
export type NothingReply = {
  lead: string;
  examples: string[];
  contacts: { name: string; website: string }[];
};

/** An answer that there is nothing to tell. */
type Nothing = Extract<Answer, { status: 'none' }>;

const EXAMPLES = 3;

const UNANSWERED: ReadonlySet<Nothing['why']> = new Set(['not-covered', 'not-understood', 'not-told']);

/** The reply to a message that is no question, or that the facts do not answer. */
export function nothingReply(answer: Nothing, base: FactBase, language: Language): NothingReply {
  const unanswered = UNANSWERED.has(answer.why);
  const vocabulary = base.vocabularies[language] ?? base.vocabularies.en;
  return {
    lead: leadOf(answer, vocabulary?.introduction ?? '', language),
    examples: vocabulary?.examples.slice(0, EXAMPLES) ?? [],
    contacts: unanswered ? contactsOf(base, language) : [],
  };
}

type RefusalTold = keyof typeof en.refused;
const isTold = (refusal: string): refusal is RefusalTold => Object.hasOwn(en.refused, refusal);

type OfFollowUp = keyof typeof en.followUps;
const isOfFollowUp = (why: Nothing['why']): why is OfFollowUp => Object.hasOwn(en.followUps, why);

function leadOf({ why, refusal = '' }: Nothing, introduction: string, language: Language): string {
  const say = wordingIn(language);
  if (isOfFollowUp(why)) return say(`followUps.${why}`);
  return why === 'not-covered' && isTold(refusal)
    ? say(`refused.${refusal}`)
    : say(`nothing.${why}`, { introduction });
}

/** Where librarians answer. */
function contactsOf(base: FactBase, language: Language): NothingReply['contacts'] {
  return base.things.flatMap(({ id, website }) =>
    website === undefined ? [] : [{ name: nameOf(id, base, language), website }],
  );
}
