import { readConfig } from '../config.ts';
import { runProgram } from '../program.ts';
import { loadPrepared } from '../search/learning/store.ts';

// The last step of the build: what is learned from the facts is stored, so that the first question need not wait.
await runProgram(async () => {
  const { base, model } = (await loadPrepared(readConfig().factsFolder)).prepared;
  console.log(`Prepared ${base.facts.length} facts; learned ${model.names.length} questions.`);
});
