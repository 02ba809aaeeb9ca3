import type { FactBase } from './base.ts';
import { buildFactBase } from './build.ts';
import { checkFacts } from './check.ts';
import { type Problem, writeProblem } from './problem.ts';
import { readFactsFolder } from './read.ts';

/** Facts that cannot be used, with everything that is wrong with them. */
class FactsError extends Error {
  readonly problems: readonly Problem[];

  constructor(folder: string, problems: readonly Problem[]) {
    super(problems.map((problem) => writeProblem(problem, folder)).join('\n'));
    this.name = 'FactsError';
    this.problems = problems;
  }
}

/**
 * The fact base of a folder, or the facts alone, without the example questions beside them and the vocabularies. Throws
 * FactsError if any file has an error; warnings do not matter here.
 */
export function loadFactBase(folder: string, reading: { alone?: boolean } = {}): FactBase {
  const read = readFactsFolder(folder, reading);
  const errors = checkFacts(read).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new FactsError(folder, errors);
  return buildFactBase(read);
}
