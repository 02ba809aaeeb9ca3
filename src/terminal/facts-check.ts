import path from 'node:path';
import { readConfig } from '../config.ts';
import { checkFacts } from '../facts/check.ts';
import { writeProblem } from '../facts/problem.ts';
import { readFactsFolder } from '../facts/read.ts';

/** Checks the facts and says everything that is wrong, with file, line and remedy; exit code 1 if there is an error. */
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
}

try {
  run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
