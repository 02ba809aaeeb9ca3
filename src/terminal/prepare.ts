import { readConfig } from '../config.ts';
import { loadPrepared } from '../search/learning/store.ts';

// The last step of the build: what is learned from the facts is stored, so that the first question need not wait.
try {
  const { base, model } = await loadPrepared(readConfig().factsFolder);
  console.log(`Prepared ${base.facts.length} facts; learned ${model.names.length} questions.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
