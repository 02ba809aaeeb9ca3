import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** All lines in the `.jsonl` files of a folder, in order. Throws an Error that names the line that is none of its kind. */
export function readJsonLines<Schema extends z.ZodType>(folder: string, schema: Schema): z.infer<Schema>[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line, index) => {
          const result = schema.safeParse(JSON.parse(line));
          if (!result.success) throw new Error(`${name}:${index + 1}: ${z.prettifyError(result.error)}`);
          return result.data;
        }),
    );
}
