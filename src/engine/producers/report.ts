import type { Document } from '../document.js';
import type { FindingCode } from '../findings.js';
import type { Report } from '../shape.js';

/**
 * Reports deviations from a producer's contract as findings. An unknown member is a warning: later versions of the producers add
 * members, and signature or manifest cover every byte (producers.md section 3).
 */
export function reporter(document: Document, code: FindingCode): Report {
  return (what, pointer, message) => {
    const codes = { invalid: code, unknown: 'document.unknown_member', case: 'json.case_collision' } as const;
    document.raise({ code: codes[what], message, pointer });
  };
}
