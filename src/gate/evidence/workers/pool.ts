import { Worker } from 'node:worker_threads';
import type { Slice } from '../../../engine/json/slice.js';
import type { BatchContext, RecordWorkers } from '../../../engine/options.js';
import type { Checked } from '../../../engine/record/types.js';
import { type Answer, decodeAnswer, packSlices, type Task, unpackSlices } from './codec.js';
import type { WorkerSetup } from './setup.js';

/**
 * A worker thread has to pay off: until its code runs at full speed, two threads have done more than half a second of work that
 * one does not need. From this many bytes of records on, with hashes alone and with signatures, two threads are faster.
 */
const START_BYTES = { hashes: 64 * 1024 * 1024, signatures: 40 * 1024 * 1024 };
/** Fewer records are checked faster than sent. */
const MIN_RECORDS = 8;
/** Most batches of a worker thread: one in progress and one queued, so that it never idles while the main thread is busy. */
const MAX_WAITING = 2;

/** Megabytes of new objects in a worker before they are collected. */
const YOUNG_MB = 24;

interface Waiting {
  readonly slices: readonly Slice[];
  readonly task: Task;
  readonly resolve: (checked: (Checked | undefined)[]) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** Worker threads that check records (`--jobs`). They start when there is enough work. */
export class WorkerPool implements RecordWorkers {
  private readonly threads: Thread[] = [];
  private readonly startBytes: number;
  private seen = 0;
  private nextId = 0;

  /**
   * @param entry file of the worker's code.
   * @param count number of worker threads; 0: the main thread does everything.
   */
  constructor(
    private readonly entry: string,
    private readonly setup: WorkerSetup | undefined,
    private readonly count: number,
  ) {
    const signed = setup !== undefined && setup.signatures !== 'off' && setup.configured;
    this.startBytes = signed ? START_BYTES.signatures : START_BYTES.hashes;
  }

  check(slices: readonly Slice[], context: BatchContext): Promise<readonly (Checked | undefined)[]> | undefined {
    if (this.count === 0 || slices.length < MIN_RECORDS || context.rules.custom !== undefined) return undefined;
    const [first] = slices;
    const last = slices.at(-1);
    if (first === undefined || last === undefined) return undefined;
    this.seen += last.offset + last.bytes.length - first.offset;
    if (Math.max(this.seen, context.size) < this.startBytes) return undefined;
    const thread = this.idle();
    if (thread === undefined) return undefined;
    const packed = packSlices(slices);
    if (packed === undefined) return undefined;
    const { rules, artifact, entry } = context;
    const task: Task = { id: this.nextId++, rules, artifact, entry, ...packed };
    return new Promise((resolve, reject) => {
      thread.waiting.set(task.id, { slices, task, resolve, reject });
      thread.worker.postMessage(task, [task.buffer]);
    });
  }

  /** Terminates the threads; batches that nobody awaits any more are lost. */
  async close(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
    this.threads.length = 0;
  }

  private idle(): Thread | undefined {
    let best: Thread | undefined;
    for (const thread of this.threads) {
      if (thread.waiting.size < (best?.waiting.size ?? MAX_WAITING)) best = thread;
    }
    if ((best === undefined || best.waiting.size > 0) && this.threads.length < this.count) best = this.start();
    return best;
  }

  private start(): Thread {
    const worker = new Worker(this.entry, {
      workerData: this.setup,
      // Records are short-lived; a larger young generation would only use more memory.
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const thread: Thread = { worker, waiting: new Map() };
    const fail = (error: Error): void => {
      for (const { reject } of thread.waiting.values()) reject(error);
      thread.waiting.clear();
    };
    worker.on('message', (answer: Answer) => {
      const waiting = thread.waiting.get(answer.id);
      if (waiting === undefined) return;
      thread.waiting.delete(answer.id);
      try {
        const { slices, task } = waiting;
        // The bytes are back: positions of findings are looked up in them.
        unpackSlices({ buffer: answer.buffer, slices: task.slices }).forEach((slice, i) => {
          Object.assign(slices[i] ?? {}, { bytes: slice.bytes });
        });
        waiting.resolve(decodeAnswer(answer, slices));
      } catch (error) {
        waiting.reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`a worker thread ended early (${code})`)));
    this.threads.push(thread);
    return thread;
  }
}
