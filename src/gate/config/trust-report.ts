import { type Finding, finding } from '../../engine/findings.js';
import type { SignatureMode } from '../../engine/mode.js';
import { quote } from '../../engine/text.js';
import type { Origin, ReportTrust } from '../../model/report.js';
import type { GateOptions } from '../options/options.js';
import { environmentName, OPTIONS } from '../options/table.js';
import type { Policy } from './policy/model.js';
import type { Signers } from './signers.js';
import { describeBase, type Sources } from './sources.js';

/** Most paths that one message lists. */
const LISTED = 5;

/** Warnings about where the configuration came from (trust.md sections 1 and 2). */
export function sourceFindings(options: GateOptions, sources: Sources, underReview: boolean): readonly Finding[] {
  const findings: Finding[] = [];
  const { base } = sources;
  if (base?.stale === true) {
    const text = `policy and named files come from ${describeBase(base)}, which the CI names as the base: the author of the change can have chosen an old one`;
    findings.push(finding('policy.base_stale', text, ''));
  }
  if (underReview && options.policyFromRef !== undefined && base && options.run.commits.includes(base.commit)) {
    const text = `policy-from-ref ${quote(options.policyFromRef)} is the commit under test: the author of the change wrote the policy that judges it`;
    findings.push(finding('trust.mutable_policy', text, ''));
  }
  const mutable = sources.used.filter(
    ({ origin, what }) => origin === 'workspace' && !(what === 'policy' && options.policySha256 !== undefined),
  );
  if (underReview && mutable.length > 0) {
    const paths = mutable.slice(0, LISTED).map(({ what, path }) => `${what} ${quote(path)}`);
    const more = mutable.length > LISTED ? ` and ${mutable.length - LISTED} more` : '';
    const text = `${paths.join(', ')}${more}: read from the checkout of a change under review, whose author can write them`;
    findings.push(finding('trust.mutable_policy', text, mutable[0]?.path ?? ''));
  }
  return findings;
}

/** The input of the `trust` block. */
export interface TrustParts {
  readonly options: GateOptions;
  readonly policy: Policy;
  readonly sources: Sources;
  readonly signers: Signers;
  readonly signatures: SignatureMode;
  readonly underReview: boolean;
  /** What options gave as keys (text or path), by key id. */
  readonly given: ReadonlyMap<string, string>;
}

/** The `trust` block of the report (trust.md section 10). */
export function describeTrust(parts: TrustParts): ReportTrust {
  const { options, policy, sources, signatures, underReview } = parts;
  const { base, used } = sources;
  const event = options.ci?.event;
  const policyFile = used.find(({ what }) => what === 'policy');
  return {
    under_review: underReview,
    ...(event === undefined ? {} : { event }),
    commit: options.run.commits[0] ?? null,
    repository: options.run.repository ?? null,
    signatures: { mode: signatures, origin: signatureOrigin(options, policy) },
    keys: keysOf(parts, policyFile?.origin ?? 'operator'),
    policy:
      policyFile === undefined ? null : { path: policyFile.path, origin: policyFile.origin, sha256: policyFile.sha256 },
    files: used.filter(({ what }) => what !== 'policy'),
    ...(base === undefined
      ? {}
      : { base: { commit: base.commit, ...(base.branch === undefined ? {} : { branch: base.branch }) } }),
    environment: options.variables,
  };
}

function signatureOrigin(options: GateOptions, policy: Policy): ReportTrust['signatures']['origin'] {
  if (options.signatures !== undefined) {
    return options.variables.includes(environmentName(OPTIONS.signatures.name)) ? 'environment' : 'operator';
  }
  return policy.trust.signatures === undefined ? 'default' : 'policy';
}

/** Trusted signers, sorted by id; a key in a file has the origin of the file. */
function keysOf({ policy, signers, sources, given }: TrustParts, ofPolicy: Origin): ReportTrust['keys'] {
  const originOf = (path: string | undefined): Origin | undefined =>
    sources.used.find((file) => file.path === path && file.what !== 'policy')?.origin;
  const files = new Map(policy.trust.keys.map(({ key, file }) => [key.id, file]));
  return [...signers.byId.values()]
    .map(({ keyId, name }) => ({
      id: keyId,
      ...(name === undefined ? {} : { name }),
      origin:
        name === undefined ? (originOf(given.get(keyId)) ?? 'operator') : (originOf(files.get(keyId)) ?? ofPolicy),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
