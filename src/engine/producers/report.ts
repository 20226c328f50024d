import type { Document } from '../document.js';
import type { FindingCode } from '../findings.js';
import type { Report } from '../shape.js';

/**
 * Departures from the contract of a producer as findings. A member that is not known is a warning: later versions of the
 * producers add some, and what is signed or listed covers every byte (producers.md section 3).
 */
export function reporter(document: Document, code: FindingCode): Report {
  return (what, pointer, message) => {
    const codes = { invalid: code, unknown: 'document.unknown_member', case: 'json.case_collision' } as const;
    document.raise({ code: codes[what], message, pointer });
  };
}
