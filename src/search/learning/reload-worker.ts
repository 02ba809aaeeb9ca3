import { parentPort, workerData } from 'node:worker_threads';
import { loadFactBase } from '../../facts/load.ts';
import { prepare, toldBy, withoutExamples } from './prepare.ts';

// First what can be told at once with what was learned before, then what is learned anew, which takes seconds.
const folder = String(workerData);
const told = loadFactBase(folder, { alone: true });
parentPort?.postMessage({ facts: { base: withoutExamples(told), told: toldBy(told) } });
parentPort?.postMessage({ prepared: prepare(loadFactBase(folder)) });
