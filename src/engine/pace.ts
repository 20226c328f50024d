import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest time between two turns of the event loop, which signals, timers and progress need (hardening 33). */
const TURN_MS = 40;

let last = performance.now();

/** Thrown to end the run; verdicts in progress do not count. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Something that can ask for the end of the run. */
export interface Stoppable {
  readonly aborted?: (() => boolean) | undefined;
}

/** Whether `turn` is due; cheap enough to call for every record. */
export function turnIsDue(): boolean {
  return performance.now() - last > TURN_MS;
}

/** @throws Stopped when the run is to end. */
export function goOn(run: Stoppable): void {
  if (run.aborted?.() === true) throw new Stopped();
}

/**
 * Lets the event loop turn. Whatever can take long calls it between two pieces of work that are short.
 * @throws Stopped when the run is to end.
 */
export async function turn(run: Stoppable): Promise<void> {
  await nextTurn();
  last = performance.now();
  goOn(run);
}

/** The same bytes in chunks that take a moment each. */
export function* pieces(bytes: Uint8Array, size = 256 * 1024): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
