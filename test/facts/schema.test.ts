import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { factsJsonSchema } from '../../src/facts/json-schema.ts';
import { FACTS } from '../knowledge.ts';

test('schema.json is what the model says; if not, run npm run facts:schema', () => {
  expect(readFileSync(path.join(FACTS, 'schema.json'), 'utf8')).toBe(factsJsonSchema());
});
