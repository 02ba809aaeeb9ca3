import type { Thing } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import { nameOf } from '../../replies/cards/embed.ts';
import { plainReply, type Reply } from '../../replies/message/reply.ts';
import { wordingIn } from '../../replies/wording/wording.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { thingNamed } from '../../search/resolve.ts';
import { libraries } from './options.ts';

/** The library that an option means; undefined for an option left out; or a reply that says which there are. */
export function libraryMeant<Text extends string | undefined>(
  text: Text,
  knowledge: Knowledge,
  language: Language,
): { thing: Thing | (undefined extends Text ? undefined : never) } | { problem: Reply };
export function libraryMeant(text: string | undefined, knowledge: Knowledge, language: Language) {
  if (text === undefined) return { thing: undefined };
  const among = libraries(knowledge.base);
  const thing = thingNamed(text, among, knowledge);
  if (thing !== undefined) return { thing };
  const names = among.map(({ id }) => nameOf(id, knowledge.base, language)).join('; ');
  return { problem: plainReply(wordingIn(language)('problem.library', { names })) };
}
