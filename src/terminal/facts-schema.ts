import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../config/config.ts';
import { factsJsonSchema } from '../facts/json-schema.ts';
import { runProgram } from '../program.ts';

// Run after a change of the model: editors of fact files complete and underline from this file.
await runProgram(() => writeFileSync(path.join(readConfig().factsFolder, 'schema.json'), factsJsonSchema()));
