import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { linked } from '../cards/source-links.ts';
import { shorten } from '../message/fit.ts';
import type { Reply } from '../message/reply.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';
import { PARTS } from './form.ts';
import { code, codeBlock, plainLine, plainText } from './quoted.ts';

/** What a reader wrote into the form, and where they were. Not who they are. */
export type Correction = {
  text: string;
  source: string;
  question: string;
  /** The ids of the facts that they were told, the one that the button stood for first. */
  facts: readonly string[];
  /** The language of the answer. */
  language: Language;
  /** The address of the answer, where others can see it too. */
  link: string | undefined;
};

/** Of an answer with more facts the first ones are told. */
const MOST_FACTS = 4;
/** As much of a statement as tells which it is. */
const GLIMPSE = 300;

/** What was sent, cut to what the form takes and made harmless: Discord holds to the form's limits, a forged one does not. */
export const readCorrection = ({ text, source, question }: Record<keyof typeof PARTS, string>) => ({
  text: shorten(plainText(text), PARTS.text.most),
  source: shorten(plainLine(source), PARTS.source.most),
  question: shorten(plainLine(question), PARTS.question.most),
});

/** Is there anything in a correction to act on? */
export const saysSomething = ({ text }: Pick<Correction, 'text'>): boolean =>
  text.replace(/\s/gu, '').length >= PARTS.text.least;

/**
 * A correction as the curators see it, in their language: what was written, the facts and the files they stand in. `folder`
 * is what the folder of the facts is called.
 */
export function reportReply(
  correction: Correction,
  folder: string,
  knowledge: Knowledge,
  language: Language,
): Reply {
  const say = wordingIn(language);
  const { text, source, question, facts, link } = correction;
  const given = (name: string, value: string) => (value === '' ? [] : [{ name, value }]);
  return {
    embeds: [
      {
        author: '',
        title: say('corrections.report.title'),
        description: codeBlock(text),
        fields: [
          ...given(say('corrections.report.source'), source === '' ? '' : code(source)),
          ...given(say('corrections.report.question'), question === '' ? '' : code(question)),
          ...(facts.length === 0
            ? [{ name: say('corrections.report.fact'), value: say('corrections.report.none') }]
            : facts
                .slice(0, MOST_FACTS)
                .map((id) => factField(id, correction.language, folder, knowledge, say))),
          {
            name: say('corrections.report.language'),
            value:
              new Intl.DisplayNames([language], { type: 'language' }).of(correction.language) ??
              correction.language,
          },
          ...given(
            say('corrections.report.answer'),
            link === undefined ? '' : linked(say('corrections.report.open'), link),
          ),
        ],
        footer: '',
      },
    ],
    rows: [],
  };
}

/** Which fact it is, where it stands, and what it says in the reader's language. */
function factField(
  id: string,
  language: Language,
  folder: string,
  knowledge: Knowledge,
  say: ReturnType<typeof wordingIn>,
) {
  const fact = knowledge.facts.get(id);
  return {
    name: say('corrections.report.fact'),
    value:
      fact === undefined
        ? // An id that is not among ours may be anything.
          `${code(plainLine(id))}: ${say('corrections.report.gone')}`
        : [
            `${code(fact.id)} (${code(`${folder}/${fileOf(fact, knowledge)}`)})`,
            shorten(inLanguage(fact.statement, language), GLIMPSE),
          ].join('\n'),
  };
}

const fileOf = ({ thing, topic }: Fact, { things }: Knowledge): string =>
  `${things.get(thing)?.folder ?? thing}/${topic}.yaml`;
