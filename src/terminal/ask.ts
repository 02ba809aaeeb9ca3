import { readConfig } from '../config/config.ts';
import type { Language } from '../facts/model.ts';
import { runProgram } from '../program.ts';
import { decide } from '../search/decide.ts';
import { explain } from '../search/explain.ts';
import { Knowledge } from '../search/judging/knowledge.ts';
import { languageOrElse } from '../search/language.ts';
import { loadPrepared } from '../search/learning/store.ts';
import { answerJsonLines, answerRecord } from './jsonl.ts';
import { HELP, readOptions } from './options.ts';
import { type Canvas, paintAnswer } from './paint.ts';
import { paintExplanation } from './paint-explanation.ts';
import { keepAsking } from './prompt.ts';

/** Runs the `ask` program on a command line; what is wrong is thrown as an Error in the reader's words. */
async function run(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  if (options.help) return console.log(HELP);
  const config = readConfig();
  const knowledge = new Knowledge((await loadPrepared(config.factsFolder)).prepared);
  const languageOfAnswer = (question: string, former?: Language) =>
    options.language ?? languageOrElse(question, knowledge, config.language, former);
  const about = options.library === undefined ? undefined : libraryNamed(options.library, knowledge);
  if (options.jsonl)
    return answerJsonLines(process.stdin, process.stdout, knowledge, languageOfAnswer, about);
  const { stdout, env } = process;
  const canvas: Canvas = { width: stdout.columns ?? 80, colour: stdout.isTTY === true && !env.NO_COLOR };
  if (options.question === undefined) return keepAsking(knowledge, languageOfAnswer, canvas, about);
  if (options.json)
    return console.log(JSON.stringify(answerRecord(options.question, knowledge, languageOfAnswer, about)));
  const { answer, understanding } = decide(options.question, knowledge, about);
  console.log(paintAnswer(answer, knowledge.base, languageOfAnswer(options.question), canvas));
  if (options.explain) console.log(`\n${paintExplanation(explain(understanding, knowledge))}`);
}

/** The thing an option names. Throws an Error with the names there are. */
function libraryNamed(name: string, knowledge: Knowledge): string {
  const thing = knowledge.ownThingNamed(name);
  if (thing !== undefined) return thing.id;
  const own = knowledge.base.things.filter(({ own }) => own).map(({ id }) => id);
  throw new Error(
    `--library ${name}: there is no such library. Write one of ${own.join(', ')}, or its city.`,
  );
}

await runProgram(() => run(process.argv.slice(2)));
