import type { FindingCode, FindingPlace } from './findings.js';

/**
 * Ends the reading of one artifact: a defect after which nothing more can be checked (not JSON, a zip bomb, a file that
 * changed). Thrown inside a reader and turned into a finding where that reader was called. Bugs of the verifier are other
 * error types and become `internal`.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  constructor(
    readonly code: FindingCode,
    message: string,
    readonly place: FindingPlace & { offset?: number } = {},
  ) {
    super(message);
  }
}
