import { Fault } from '../../engine/fault.js';
import { type Finding, finding } from '../../engine/findings.js';
import { digestHex } from '../../engine/json/jcs.js';
import { isObject } from '../../engine/json/members.js';
import { readJson } from '../../engine/json/read.js';
import { quote, shorten } from '../../engine/text.js';
import type { Json, JsonObject } from '../../engine/types.js';
import type { Baseline, BaselineChain } from '../decision/baseline.js';
import { validateDocument } from './schemas.js';

const MAX_BASELINE_DEPTH = 16;

/** A baseline, or why it cannot be used: always `baseline.invalid` (6). */
export type ReadBaseline =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Reads and validates a baseline: strict JSON, `baseline-v1`, its digest when it has one. `name`: path to show. */
export function readBaseline(bytes: Uint8Array, name: string): ReadBaseline {
  const refuse = (message: string, pointer = ''): ReadBaseline => ({
    ok: false,
    findings: [finding('baseline.invalid', message, name, { pointer })],
  });
  let value: Json;
  try {
    value = readJson(bytes, MAX_BASELINE_DEPTH);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return refuse(`the baseline cannot be read: ${error.message}`);
  }
  const version = isObject(value) ? value['version'] : undefined;
  if (version !== undefined && version !== 1) {
    return refuse(
      `the baseline has version ${shorten(JSON.stringify(version))}, this gate reads version 1`,
      '/version',
    );
  }
  const problems = validateDocument('baseline-v1', value);
  if (problems.length > 0) {
    return {
      ok: false,
      findings: problems.map(({ message, pointer }) => finding('baseline.invalid', message, name, { pointer })),
    };
  }
  const { digest, ...baseline } = value as JsonObject;
  if (typeof digest === 'string' && digest.replace(/^sha256:/, '') !== digestHex(baseline)) {
    return refuse('baseline was edited: its digest does not match', '/digest');
  }
  const paths = (baseline['chains'] as unknown as readonly BaselineChain[]).map(({ path }) => path);
  const seen = new Set<string>();
  const again = paths.find((path) => seen.size === seen.add(path).size);
  if (again !== undefined) return refuse(`the chain ${quote(again)} is listed twice`, '/chains');
  return { ok: true, baseline: baseline as unknown as Baseline };
}
