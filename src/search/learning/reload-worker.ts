import { parentPort, workerData } from 'node:worker_threads';
import { loadFactBase } from '../../facts/load.ts';
import { prepare, toldBy, withoutExamples } from './prepare.ts';

// First what can be told at once with what was learned before, then what was learned anew.
const base = loadFactBase(String(workerData));
parentPort?.postMessage({ facts: { base: withoutExamples(base), told: toldBy(base) } });
parentPort?.postMessage({ prepared: prepare(base) });
