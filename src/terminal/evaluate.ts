import { readConfig } from '../config/config.ts';
import { type Conversation, countConversations, readConversations } from '../evaluate/conversations.ts';
import { type Question, readQuestions } from '../evaluate/questions.ts';
import { type Outcome, outcomeOf, tally } from '../evaluate/score.ts';
import { LANGUAGES } from '../facts/languages.ts';
import type { Language } from '../facts/model.ts';
import { runProgram } from '../program.ts';
import { Knowledge } from '../search/judging/knowledge.ts';
import { languageOrElse } from '../search/language.ts';
import { loadPrepared } from '../search/learning/store.ts';

const QUESTIONS = 'test/questions';
const CONVERSATIONS = 'test/conversations';

const percent = (part: number | undefined, whole: number) =>
  part === undefined ? '' : `${((100 * part) / whole).toFixed(1)} %`;

const COLUMNS: Outcome[] = [
  'right',
  'wrong',
  'offered first',
  'offered',
  'not offered',
  'nothing',
  'refused',
  'false',
];

/**
 * Asks all questions of `test/questions` and holds all conversations of `test/conversations`, and prints how they fared,
 * by language, those seen while tuning apart.
 */
async function run(): Promise<void> {
  const knowledge = new Knowledge((await loadPrepared(readConfig().factsFolder)).prepared);
  const questions = readQuestions(QUESTIONS);
  for (const language of LANGUAGES)
    for (const seen of [true, false]) {
      const asked = questions.filter((question) => question.seen === seen && question.language === language);
      if (asked.length > 0) print(asked, knowledge, language, seen);
    }
  const conversations = readConversations(CONVERSATIONS);
  for (const seen of [true, false])
    printConversations(
      conversations.filter((conversation) => conversation.seen === seen),
      knowledge,
      seen,
    );
}

function print(asked: readonly Question[], knowledge: Knowledge, language: Language, seen: boolean) {
  const rows = tally(
    asked.map((question) => ({ kind: question.kind, outcome: outcomeOf(question, knowledge) })),
  );
  const inIt = asked.filter(
    ({ question }) => languageOrElse(question, knowledge, language) === language,
  ).length;
  console.log(
    `\n${asked.length} questions in "${language}" ${seen ? 'seen while tuning' : 'not seen while tuning'}; answered in that language: ${percent(inIt, asked.length)}`,
  );
  console.table(
    Object.fromEntries(
      rows.map(({ kind, asked, ...row }) => [
        kind,
        { asked, ...Object.fromEntries(COLUMNS.map((name) => [name, percent(row[name], asked)])) },
      ]),
    ),
  );
}

function printConversations(conversations: readonly Conversation[], knowledge: Knowledge, seen: boolean) {
  const named = [({ language }: Conversation) => language, ({ kind }: Conversation) => kind, () => 'ALL'];
  const rows = named.flatMap((nameOf) => [...countConversations(conversations, knowledge, nameOf)]);
  console.log(
    `\n${conversations.length} conversations ${seen ? 'seen while tuning' : 'not seen while tuning'}: the second question, right after an answer`,
  );
  console.table(
    Object.fromEntries(
      rows.map(([name, { held, right }]) => [name, { asked: held, right: percent(right, held) }]),
    ),
  );
}

await runProgram(run);
