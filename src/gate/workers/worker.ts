import { parentPort, workerData } from 'node:worker_threads';
import { finishedRecords, RecordChecker } from '../../engine/kinds/record-check.js';
import type { VerifyOptions } from '../../engine/options.js';
import { encodeAnswer, type Task, unpackSlices } from './codec.js';
import { type WorkerSetup, workerOptions } from './setup.js';

/** Checks one batch: everything that can be said of a record by itself. Links are judged where all batches meet. */
function work(task: Task, options: VerifyOptions): void {
  const checker = new RecordChecker(options, task.rules);
  const { artifact, entry } = task;
  const checked = finishedRecords(unpackSlices(task), checker, artifact, entry, options);
  parentPort?.postMessage(encodeAnswer(task, checked), [task.buffer]);
}

const ready = workerOptions(workerData as WorkerSetup);
parentPort?.on('message', async (task: Task) => {
  // A failure ends this thread, and with it the artifact: what was not checked is not verified.
  work(task, await ready);
});
