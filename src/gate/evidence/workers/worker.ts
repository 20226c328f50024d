import { parentPort, workerData } from 'node:worker_threads';
import type { VerifyOptions } from '../../../engine/options.js';
import { finishedRecords, RecordChecker } from '../../../engine/record/check.js';
import { encodeAnswer, type Task, unpackSlices } from './codec.js';
import { type WorkerSetup, workerOptions } from './setup.js';

/** Checks one batch: everything about a record by itself. Links are checked by the main thread, which sees all batches. */
function work(task: Task, options: VerifyOptions): void {
  const checker = new RecordChecker(options, task.rules);
  const { artifact, entry } = task;
  const checked = finishedRecords(unpackSlices(task), checker, artifact, entry, options);
  parentPort?.postMessage(encodeAnswer(task, checked), [task.buffer]);
}

const ready = workerOptions(workerData as WorkerSetup);
parentPort?.on('message', async (task: Task) => {
  // A failure ends this thread and fails the artifact: what was not checked is not verified.
  work(task, await ready);
});
