import type { Finding } from '../../src/engine/findings.js';
import { steady } from './told.js';

/** Each finding in one line: `code entry pointer: message`, without the parts that it has not. */
export function lines(findings: readonly Finding[]): string[] {
  return findings.map(({ code, entry, pointer, message }) =>
    steady(`${[code, entry, pointer].filter(Boolean).join(' ')}: ${message}`),
  );
}
