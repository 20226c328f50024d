import { type Finding, finding } from '../../engine/findings.js';
import type { Revocation, SignatureMode } from '../../engine/mode.js';
import type { VerifyOptions } from '../../engine/options.js';
import type { SchemaSource } from '../../engine/schema/types.js';
import type { PublicKey } from '../../engine/signature/keys.js';
import { makeTrust } from '../../engine/signature/trust.js';
import { quote, shortId } from '../../engine/text.js';
import { NO_TRUST, type ReportTrust } from '../../model/report.js';
import type { Baseline } from '../decision/baseline.js';
import type { GateHooks, GateOptions } from '../options/options.js';
import { gateTrust } from './gate-trust.js';
import { Materials } from './materials.js';
import { EMPTY_POLICY, type Policy } from './policy/model.js';
import { sourceName } from './policy/reading.js';
import { bindToRun } from './policy/run-values.js';
import { type LoadedSource, readPolicy } from './policy-source.js';
import { MAX_BASELINE_BYTES } from './read-file.js';
import { reviewOf } from './review.js';
import { makeSigners, type Signers } from './signers.js';
import { Sources } from './sources.js';
import { describeTrust, sourceFindings } from './trust-report.js';

/** Everything a run needs before it looks at the first artifact. */
export interface Prepared {
  readonly policy: Policy;
  readonly verify: Omit<VerifyOptions, 'records' | 'aborted'>;
  /** Findings of the configuration itself, artifact `''` or the policy's path. */
  readonly findings: readonly Finding[];
  /** Whom the run trusts: the signers of the policy and the keys given beside it. */
  readonly signers: Signers;
  readonly baseline: Baseline | undefined;
  readonly now: number;
  /** Where all of it came from. */
  readonly trust: ReportTrust;
}

/**
 * Loads policy, keys, lists and schemas of a run, each from the source that wins (trust.md sections 1 to 3).
 * Rejects with the signal's reason when that ends the run.
 */
export async function prepare(
  options: GateOptions,
  hooks: Pick<GateHooks, 'baseReader' | 'signal'> = {},
): Promise<Prepared> {
  const underReview = await reviewOf(options);
  const sources = new Sources({ options, underReview, remote: hooks.baseReader, signal: hooks.signal });
  const materials = new Materials(sources, 'gate');
  const read = await readPolicy(options, sources, materials);
  const { policy, unknown } = bindToRun(read.policy, options.run);
  const loaded: LoadedSource = { ...read, policy };
  const now = options.now ?? Date.now();

  const given: PublicKey[] = [];
  const givenAs = new Map<string, string>();
  for (const text of options.publicKeys) {
    const key = await materials.key(text, '--public-key');
    if (key === undefined) continue;
    given.push(key);
    givenAs.set(key.id, text);
  }
  const keys = [...policy.trust.keys.map((one) => one.key), ...given];
  const { trust, cosignKeyIds, givenIds } = await gateTrust(options, loaded, keys, materials);
  const revocations = await gateRevocations(options, loaded, materials, now);
  for (const { keyId } of revocations) {
    const key = keys.find(({ bytes }) => Buffer.from(bytes).toString('hex') === keyId);
    if (key === undefined) continue;
    const message = `the revocation list names the public key ${shortId(keyId)} itself and so revokes nothing: its id is ${key.id}`;
    materials.add('revocation.list_invalid', message);
  }
  const customTypes = await materials.customTypes(await schemasOf(options, loaded, materials));
  const signatures: SignatureMode = options.signatures ?? policy.trust.signatures ?? 'auto';
  if (signatures === 'required' && !trust.configured) {
    materials.add('key.missing', '--signatures required needs a key, a certificate or a policy with signers');
  }
  const baseline = await gateBaseline(options, loaded, materials);
  const signers = makeSigners(policy, [...given.map((key) => key.id), ...givenIds], cosignKeyIds);
  return {
    policy,
    verify: {
      mode: 'gate',
      strict: options.strict,
      signatures,
      trust,
      revocations,
      customTypes,
      limits: options.limits,
      now,
    },
    findings: [
      ...loaded.findings,
      ...unknownValues(unknown),
      ...approvalsOfNobody(policy, signers),
      ...materials.findings,
      ...sourceFindings(options, sources, underReview),
    ],
    signers,
    baseline,
    now,
    trust: describeTrust({ options, policy, sources, signers, signatures, underReview, given: givenAs }),
  };
}

/** Values of the run that the policy compares with and that are not known. */
function unknownValues(names: readonly string[]): readonly Finding[] {
  return names.map((name) => {
    const option = name === 'ref' ? 'only a CI says it' : `give --${name} (in the Action: input ${name})`;
    return finding('bind.unknown', `the policy uses $run: ${name}, which this run does not know: ${option}`, '');
  });
}

/** Approvals without trusted keys are a mistake of the policy: nobody could ever approve (trust.md section 6). */
function approvalsOfNobody({ name, approvals }: Policy, { byId }: Signers): readonly Finding[] {
  const [rule] = approvals.rules;
  if (rule === undefined || byId.size > 0) return [];
  const message = `approval ${rule.id} needs trusted keys: list the approvers in trust.keys, or give --public-key`;
  return [finding('policy.invalid', message, name, rule.at)];
}

/** The configuration of a run that was ended before it was read: nothing and nobody is trusted. */
export function unprepared(options: GateOptions): Prepared {
  const made = makeTrust({ mode: 'gate', keys: [], cosign: undefined, policy: true });
  if (!made.ok) throw new Error(made.message);
  return {
    policy: EMPTY_POLICY,
    verify: {
      mode: 'gate',
      strict: true,
      signatures: 'required',
      trust: made.trust,
      revocations: [],
      customTypes: undefined,
      limits: options.limits,
      now: options.now ?? Date.now(),
    },
    findings: [],
    signers: makeSigners(EMPTY_POLICY),
    baseline: undefined,
    now: options.now ?? Date.now(),
    trust: NO_TRUST,
  };
}

async function gateRevocations(
  options: GateOptions,
  { policy, content }: LoadedSource,
  materials: Materials,
  now: number,
): Promise<readonly Revocation[]> {
  const { revocationList, revocationKey } = policy.trust;
  const asked = { ...policy.trust.revocation, now, clockSkewMs: policy.freshness.clockSkewMs };
  if (options.revocationList === undefined && revocationList === undefined) {
    const { maxAgeMs, createdAfter } = asked;
    if (maxAgeMs !== undefined || createdAfter !== undefined) {
      materials.add('revocation.list_outdated', 'the policy requires a recent revocation list, but none was given');
    }
    if (options.revocationKey !== undefined) {
      materials.add(
        'usage.invalid',
        '--revocation-key was given without a revocation list: give --revocation-list too',
      );
    }
    return [];
  }
  const request = { what: 'revocation list', unreadable: 'revocation.list_invalid' } as const;
  const bytes =
    options.revocationList === undefined
      ? await content(revocationList, request)
      : await materials.read(options.revocationList, request);
  if (bytes === undefined) return [];
  const key =
    options.revocationKey === undefined
      ? revocationKey
      : await materials.key(options.revocationKey, '--revocation-key');
  const name = options.revocationList ?? (revocationList === undefined ? '' : sourceName(revocationList));
  return materials.revocations(bytes, `revocation list ${quote(name)}`, key, asked);
}

/** Schemas of custom record types; those of the policy come first, so that a second one for a type is the mistake. */
async function schemasOf(
  options: GateOptions,
  { policy, content }: LoadedSource,
  materials: Materials,
): Promise<readonly SchemaSource[]> {
  const sources: SchemaSource[] = [];
  for (const { type, schema } of policy.customTypes) {
    const bytes = await content(schema, { what: 'schema', unreadable: 'schema.custom.unreadable' });
    if (bytes !== undefined) sources.push({ type, bytes, name: sourceName(schema) });
  }
  return [...sources, ...(await materials.schemas(options.customTypeSchemas))];
}

async function gateBaseline(
  options: GateOptions,
  { policy, content }: LoadedSource,
  materials: Materials,
): Promise<Baseline | undefined> {
  const request = { what: 'baseline', unreadable: 'baseline.invalid', limit: MAX_BASELINE_BYTES } as const;
  const bytes =
    options.baseline === undefined
      ? await content(policy.baseline, request)
      : await materials.read(options.baseline, request);
  if (bytes === undefined) return undefined;
  const name = options.baseline ?? (policy.baseline === undefined ? '' : sourceName(policy.baseline));
  // Most runs have none: its schema is not loaded for them.
  const { readBaseline } = await import('./baseline-file.js');
  const read = readBaseline(bytes, name);
  if (read.ok) return read.baseline;
  materials.findings.push(...read.findings);
  return undefined;
}
