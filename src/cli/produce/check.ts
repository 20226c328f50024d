import { type Finding, type FindingCode, worstExit } from '../../engine/findings.js';
import { type VerifyArtifactOptions, verifyArtifact } from '../../engine/index.js';
import { impreciseMessage, impreciseNumber } from '../../engine/json/precision.js';
import { DEFAULT_LIMITS } from '../../engine/limits.js';
import { CommandError } from '../output.js';
import { type Place, placed } from './input.js';

/** Findings of a gate that these commands do not report: they have no keys of others, and report some of them in their own way. */
const NOT_OURS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'signature.key_mismatch',
  'signature.not_checked',
  'signature.missing',
  'key.missing',
]);

/** Findings on what a command is about to write that have to be shown, worst first being errors. */
export async function findingsOf(
  name: string,
  bytes: Uint8Array,
  options: VerifyArtifactOptions,
): Promise<readonly Finding[]> {
  const verdict = await verifyArtifact({ name, bytes }, { mode: 'gate', ...options });
  return verdict.findings.filter((finding) => !NOT_OURS.has(finding.code));
}

/** The finding on a number in a record that another parser reads differently under the same hash (hardening 30). */
export function numberProblem(
  name: string,
  place: Place,
): { readonly at: string; readonly message: string } | undefined {
  const found = impreciseNumber(
    place.bytes.subarray(place.offset, place.offset + place.length),
    DEFAULT_LIMITS.maxDepth,
  );
  if (found === undefined) return undefined;
  return { at: `${name}${placed(place, found.offset)}`, message: impreciseMessage(found) };
}

/** Rejects what must not be written because of these findings; returns the others as lines for standard error. */
export function warningsOf(
  name: string,
  findings: readonly Finding[],
  refused: (finding: Finding) => boolean,
): readonly string[] {
  const [first] = findings.filter(refused);
  if (first !== undefined)
    throw new CommandError(worstExit([{ ...first, severity: 'error' }]), told(first), placeOf(name, first));
  return findings.map((finding) => `${placeOf(name, finding)}: warning: ${told(finding)}`);
}

const told = ({ message, code }: Finding): string => `${message} [${code}]`;

function placeOf(name: string, { line, column, entry }: Finding): string {
  return `${entry === undefined ? name : `${name}/${entry}`}${line === undefined ? '' : `:${line}:${column ?? 1}`}`;
}
