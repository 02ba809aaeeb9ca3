import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';

type Path = readonly PropertyKey[];

/** One parsed file: its data, and where each part of the data stands in the text. */
export type YamlFile = {
  file: string;
  data: unknown;
  /** The line and column (from 1) of the value at a path, or of its nearest parent that exists. */
  at: (path: Path) => { line: number; column: number };
  /** The same for the key at the end of the path, for what should not be there at all. */
  atKey: (path: Path) => { line: number; column: number };
};

/** More aliases than this are a mistake or an attack ("billion laughs"), never a fact file. */
const MOST_ALIASES = 20;

/** Parses YAML; what is wrong with its syntax comes back as problems, with `file` undefined. */
export function parseYaml(file: string, text: string): { file?: YamlFile; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = document.errors.map((error): Problem => {
    const remedy =
      'Compare with the lines above: indentation by two spaces, a space after each colon, texts in quotes.';
    return {
      severity: 'error',
      file,
      ...place(error.pos[0]),
      message: `not readable as YAML: ${error.message}`,
      remedy,
    };
  });
  if (problems.length > 0) return { problems };

  const nodeStart = (path: Path): number | undefined => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    const range = node !== null && typeof node === 'object' && 'range' in node ? node.range : undefined;
    return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
  };
  const at = (path: Path): { line: number; column: number } => {
    for (let length = path.length; length >= 0; length--) {
      const start = nodeStart(path.slice(0, length));
      if (start !== undefined) return place(start);
    }
    return { line: 1, column: 1 };
  };
  const atKey = (path: Path) => {
    const parent = document.getIn(path.slice(0, -1), true) ?? document.contents;
    const last = path.at(-1);
    const key = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === last)?.key
      : undefined;
    return isScalar(key) && key.range ? place(key.range[0]) : at(path);
  };
  try {
    return { file: { file, data: document.toJS({ maxAliasCount: MOST_ALIASES }), at, atKey }, problems: [] };
  } catch {
    const message = 'refers to itself (& and *) more often than a fact file ever needs';
    return {
      problems: [
        { severity: 'error', file, line: 1, column: 1, message, remedy: 'Write the texts out instead.' },
      ],
    };
  }
}
