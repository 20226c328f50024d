import type { Document } from '../document.js';
import type { FindingCode } from '../findings.js';
import type { Report } from '../shape.js';

/**
 * Turns departures from a producer's contract into findings. An unknown member is a warning: later versions of the producers
 * add members, and the signature or listed digest covers every byte (producers.md section 3).
 */
export function reporter(document: Document, code: FindingCode): Report {
  return (what, pointer, message) => {
    const codes = { invalid: code, unknown: 'document.unknown_member', case: 'json.case_collision' } as const;
    document.raise({ code: codes[what], message, pointer });
  };
}
