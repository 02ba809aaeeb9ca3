import { createRequire } from 'node:module';
import path from 'node:path';

/** The folder of the program, found by its package.json: from the source, compiled, and bundled. */
export const PACKAGE_ROOT = path.dirname(createRequire(import.meta.url).resolve('#package.json'));
