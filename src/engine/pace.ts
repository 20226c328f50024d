import { setImmediate as nextTurn } from 'node:timers/promises';

/** Maximum milliseconds of work before the event loop gets a turn, for signals, timers and progress (hardening 33). */
const TURN_MS = 40;

let last = performance.now();

/** Thrown when the run must end: current work stops and its verdict is discarded. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Provides the stop signal of a run. */
export interface Stoppable {
  readonly aborted?: (() => boolean) | undefined;
}

/** Whether `turn` is due; cheap enough to call for every record. */
export function turnIsDue(): boolean {
  return performance.now() - last > TURN_MS;
}

/**
 * Continues unless the run must end.
 * @throws Stopped when it must.
 */
export function goOn(run: Stoppable): void {
  if (run.aborted?.() === true) throw new Stopped();
}

/**
 * Yields to the event loop. Anything that can take long calls it between two short units of work.
 * @throws Stopped when the run must end.
 */
export async function turn(run: Stoppable): Promise<void> {
  await nextTurn();
  last = performance.now();
  goOn(run);
}

/** Splits bytes into pieces that take only a moment each to process. */
export function* pieces(bytes: Uint8Array, size = 256 * 1024): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
