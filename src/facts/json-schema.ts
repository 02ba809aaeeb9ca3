import { z } from 'zod';
import { factFileSchema, sourcesSchema, subjectSchema, topicsSchema, vocabularySchema } from './model.ts';

/** The model as JSON Schema (2020-12), from which editors complete and underline; the text of `facts/schema.json`. */
export function factsJsonSchema(): string {
  const jsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const definitions = {
    subject: subjectSchema,
    sources: sourcesSchema,
    topics: topicsSchema,
    vocabulary: vocabularySchema,
  };
  const $defs = Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => [name, jsonSchema(schema)]),
  );
  return `${JSON.stringify({ title: 'A file of facts', ...jsonSchema(factFileSchema), $defs }, null, 2)}\n`;
}
