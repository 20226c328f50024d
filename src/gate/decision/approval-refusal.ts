import type { FindingCode } from '../../engine/findings.js';

/** Why one approval does not count for one record; a lower rank is nearer to counting. */
export interface Refusal {
  readonly code: FindingCode;
  readonly why: string;
  readonly rank: number;
}

/** Makes a refusal. */
export function refuse(code: FindingCode, why: string, rank: number): Refusal {
  return { code, why, rank };
}

/** Rank of there being no approval at all. */
export const NONE_NAMES_IT = 9;
