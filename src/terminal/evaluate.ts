import { readConfig } from '../config.ts';
import { readQuestions } from '../evaluate/questions.ts';
import { type Outcome, outcomeOf, tally } from '../evaluate/score.ts';
import { runProgram } from '../program.ts';
import { Knowledge } from '../search/judging/knowledge.ts';
import { loadPrepared } from '../search/learning/store.ts';

const QUESTIONS = 'test/questions';

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

/** Asks all questions of `test/questions` and prints how they fared, those seen while tuning apart from the others. */
async function run(): Promise<void> {
  const knowledge = new Knowledge(await loadPrepared(readConfig().factsFolder));
  const questions = readQuestions(QUESTIONS);
  for (const seen of [true, false]) {
    const asked = questions.filter((question) => question.seen === seen);
    if (asked.length === 0) continue;
    const rows = tally(
      asked.map((question) => ({ kind: question.kind, outcome: outcomeOf(question, knowledge) })),
    );
    console.log(`\n${asked.length} questions ${seen ? 'seen while tuning' : 'not seen while tuning'}`);
    console.table(
      Object.fromEntries(
        rows.map(({ kind, asked, ...row }) => [
          kind,
          { asked, ...Object.fromEntries(COLUMNS.map((name) => [name, percent(row[name], asked)])) },
        ]),
      ),
    );
  }
}

await runProgram(run);
