/** Something wrong in a fact file: where it is, what it is and what to do about it. */
export type Problem = {
  severity: 'error' | 'warning';
  /** Relative to the facts folder. */
  file: string;
  /** Counted from 1. */
  line: number;
  column: number;
  message: string;
  remedy: string;
};

/** A problem on two lines, as compilers print it: `facts/x/y.yaml:3:5 error …`. */
export function writeProblem(problem: Problem, folder: string): string {
  const { severity, file, line, column, message, remedy } = problem;
  return `${folder}/${file}:${line}:${column} ${severity}: ${message}\n    → ${remedy}`;
}

/** Orders problems by file, then line, then column. */
export function inOrder(problems: Problem[]): Problem[] {
  return problems.toSorted(
    (one, other) => one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column,
  );
}
