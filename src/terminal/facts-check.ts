import path from 'node:path';
import { readConfig } from '../config/config.ts';
import type { FactBase } from '../facts/base.ts';
import { checkFacts } from '../facts/check.ts';
import { loadFactBase } from '../facts/load.ts';
import { writeProblem } from '../facts/problem.ts';
import { readFactsFolder } from '../facts/read.ts';
import { runProgram } from '../program.ts';
import { holdOut, type Misread } from '../search/held-out.ts';

/**
 * Checks the facts and says everything that is wrong, with file, line and remedy; exit code 1 if there is an error.
 * With `--phrases` also how the example questions fare when held out, which takes a quarter of a minute.
 */
function run(): void {
  const { factsFolder } = readConfig();
  const read = readFactsFolder(factsFolder);
  const problems = checkFacts(read);
  for (const problem of problems)
    console.log(writeProblem(problem, path.relative(process.cwd(), factsFolder) || '.'));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const facts = read.factFiles.reduce((sum, { entries }) => sum + entries.length, 0);
  console.log(`${facts} facts: ${errors} errors, ${problems.length - errors} warnings.`);
  if (errors > 0) process.exitCode = 1;
  else if (process.argv.includes('--phrases')) reportHeldOut(loadFactBase(factsFolder));
}

/** Says which example questions are answered otherwise when not learned, and which refusals are answered at all. */
function reportHeldOut(base: FactBase): void {
  const { phrases, won, refusals, answered } = holdOut(base);
  const list = (misread: readonly Misread[]) => {
    for (const { phrase, label, answered } of misread) console.log(`  ${label} → ${answered}: ${phrase}`);
  };
  console.log(`\n${won.length} of ${phrases} example questions, held out, are answered as another question:`);
  list(won);
  console.log(`\n${answered.length} of ${refusals} refusals, held out, are answered:`);
  list(answered);
}

await runProgram(run);
