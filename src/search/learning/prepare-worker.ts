import { parentPort, workerData } from 'node:worker_threads';
import { loadFactBase } from '../../facts/load.ts';
import { prepare } from './prepare.ts';

// Learning takes seconds of one processor: here it keeps nobody waiting but the one who asked for it.
parentPort?.postMessage(prepare(loadFactBase(String(workerData))));
