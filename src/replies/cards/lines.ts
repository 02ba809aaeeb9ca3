import type { FactBase } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Answer, Card } from '../../search/answer.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';
import { difference } from './compare.ts';
import { columnText, nameOf } from './embed.ts';
import { toldByColumn } from './told.ts';

/** A card as one record for programs: what the reader sees in it, without its sources. */
export type Line = { id: string; title: string; text: string; score: number };

/** The cards of an answer as records, best first; none where there is nothing to tell. */
export function answerLines(answer: Answer, base: FactBase, language: Language): Line[] {
  return answer.status === 'none' ? [] : answer.cards.map((card) => cardLine(card, base, language));
}

function cardLine(card: Card, base: FactBase, language: Language): Line {
  const say = wordingIn(language);
  const columns = toldByColumn(card, language).flatMap(({ column, facts }) => {
    const [lead] = facts;
    return lead === undefined ? [] : [{ name: nameOf(column.thing, base, language), lead, facts }];
  });
  const [first] = columns;
  if (first === undefined) throw new Error(`The card "${card.question}" tells nothing.`);
  const several = columns.length > 1;
  const parts = columns.map(
    ({ name, facts }) => `${several ? `${name}: ` : ''}${columnText(facts, language)}`,
  );
  const compared = several ? difference(columns, language) : undefined;
  const others = card.besides.flatMap(({ thing, facts }) =>
    facts.map((fact) =>
      say('alsoThereOne', {
        name: nameOf(thing, base, language),
        value: inLanguage(fact.value, language),
      }),
    ),
  );
  return {
    id: first.lead.id,
    title: several
      ? columns.map(({ lead }) => inLanguage(lead.title, language)).join(say('and'))
      : inLanguage(first.lead.title, language),
    text: [...parts, ...(compared === undefined ? [] : [compared]), ...others].join('\n'),
    score: Math.round(card.score * 1000) / 1000,
  };
}
