import { isNoTime, parseInstant } from '../engine/time.js';
import type { RecordFact } from '../model/facts.js';

/** Neighbours in a chain often have the same second, and each time is needed more than once. */
let lastTimestamp = '';
let lastInstant = Number.NaN;

/** Epoch milliseconds of a fact's timestamp; NaN when it is not a valid instant. */
export function instantOf(timestamp: string): number {
  if (timestamp !== lastTimestamp) {
    lastInstant = parseInstant(timestamp)?.epochMs ?? Number.NaN;
    lastTimestamp = timestamp;
  }
  return lastInstant;
}

/** Whether a record has Gait's constant instead of a time. */
export function isTimeless({ timestamp }: RecordFact): boolean {
  return isNoTime(instantOf(timestamp));
}

/** When a record counts as signed: at the clock of the gate where it has no time of its own, wherever it lies (hardening 26). */
export function signedAt(fact: RecordFact, now: number | undefined): string {
  return now === undefined || !isTimeless(fact) ? fact.timestamp : instantText(now);
}

/**
 * The timestamp whose age is judged: its own, but the clock for the proof records of a Gait pack without a time, also of one in a
 * bundle (producers.md, settled questions). Archives are Gait's only.
 */
export function datedAt(fact: RecordFact, now: number): string {
  return /\.zip(?:\/|$)/i.test(`${fact.artifact}/${fact.entry ?? ''}`) ? signedAt(fact, now) : fact.timestamp;
}

/** An instant for messages: RFC 3339 in UTC, with a fraction only where there is one. */
export function instantText(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('.000Z', 'Z');
}

/** The clock of a run for messages: its instant, and what set it where that is known (`--now`, or the real clock). */
export function clockText(now: number, clock?: string): string {
  return clock === undefined ? instantText(now) : `${instantText(now)} (${clock})`;
}

const STEPS: readonly (readonly [number, string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'm'],
  [1000, 's'],
];

/** A duration in words for people: its largest two units. */
export function words(ms: number): string {
  if (!Number.isFinite(ms)) return 'an unknown time';
  let left = Math.abs(ms);
  const parts: string[] = [];
  for (const [unit, name] of STEPS) {
    const count = Math.floor(left / unit);
    left -= count * unit;
    if (count > 0) parts.push(`${count}${name}`);
    if (parts.length === 2) break;
  }
  return parts.length === 0 ? '0s' : parts.join(' ');
}
