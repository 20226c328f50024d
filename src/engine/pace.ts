import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest time without a turn of the event loop, so that signals, timers and progress get theirs (hardening 33). */
const TURN_MS = 40;

let last = performance.now();

/** The run is to end: what is at work stops, and its verdict counts for nothing. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Who can say that a run is to end. */
export interface Stoppable {
  readonly aborted?: (() => boolean) | undefined;
}

/** True when it is time for `turn`: cheap enough to be asked for each record. */
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

/** The same bytes in pieces that take a moment each. */
export function* pieces(bytes: Uint8Array, size = 256 * 1024): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
