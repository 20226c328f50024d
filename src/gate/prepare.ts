import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../engine/findings.js';
import { finding } from '../engine/findings.js';
import type { Revocation, SignatureMode, VerifyOptions } from '../engine/options.js';
import type { CosignTrust } from '../engine/signature/cosign-material.js';
import type { PublicKey } from '../engine/signature/keys.js';
import { makeTrust, type Trust } from '../engine/signature/trust.js';
import type { Baseline } from './baseline.js';
import { Materials } from './materials.js';
import type { GateOptions } from './options.js';
import type { PolicyFile } from './policy/load.js';
import { EMPTY_POLICY, type Policy } from './policy/model.js';
import { makeSigners, mutableTrust, type Signers, type TrustFile } from './trust.js';
import { escapeOf, isWithin } from './workspace.js';

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
}

const DEFAULT_POLICY = '.proof-policy.yml';

/** Loads policy, keys, lists and schemas of a run. */
export async function prepare(options: GateOptions): Promise<Prepared> {
  const materials = new Materials(options.workspace, 'gate');
  const files: TrustFile[] = [];
  const findings: Finding[] = [];
  const policy = await readPolicy(options, materials, findings, files);
  const keys: PublicKey[] = policy.trust.keys.map((one) => one.key);
  for (const text of options.publicKeys) {
    const key = materials.key(text, '--public-key');
    if (key !== undefined) keys.push(key);
    if (isFileOf(options, text)) files.push(trustFile(options, text, 'key', false));
  }
  // A pinned policy does not pin the bytes of the key files that it names.
  for (const { file } of policy.trust.keys) {
    if (file !== undefined) files.push(trustFile(options, file, 'key', false));
  }
  const { trust, cosignKeyIds, givenIds } = await gateTrust(options, policy, keys, materials, files);
  const revocations = gateRevocations(options, policy, materials, files);
  const customTypes = await materials.customTypes(options.customTypeSchemas);
  const now = options.now ?? Date.now();
  const signatures: SignatureMode = options.signatures ?? policy.trust.signatures ?? 'auto';
  if (signatures === 'required' && !trust.configured) {
    materials.add('key.missing', '--signatures required needs a key, a certificate or a policy with signers');
  }
  const baseline = await gateBaseline(options, policy, materials, findings, files);
  const signers = makeSigners(policy, [...keys.map((key) => key.id), ...givenIds], cosignKeyIds);
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
    findings: [...findings, ...materials.findings, ...mutableTrust(options.event, files)],
    signers,
    baseline,
    now,
  };
}

/**
 * The policy of the workspace; without one that of the only folder that is verified, so that evidence handed over as a
 * folder brings its own requirements along. Such a policy is never joined with trust from the command line: whoever made
 * the folder could add a key of their own to it.
 */
function defaultPolicy(options: GateOptions): string | undefined {
  if (isFileOf(options, DEFAULT_POLICY)) return DEFAULT_POLICY;
  const [folder, ...more] = options.patterns;
  if (folder === undefined || more.length > 0 || /[*?[{!]/.test(folder) || trustGiven(options)) return undefined;
  const path = `${folder.replace(/\/+$/, '')}/${DEFAULT_POLICY}`;
  return isFileOf(options, path) ? path : undefined;
}

function trustGiven(options: GateOptions): boolean {
  const { cosignKey, cosignCertificate, cosignTrustedRoot, revocationList, baseline, policySha256 } = options;
  const given = [cosignKey, cosignCertificate, cosignTrustedRoot, revocationList, baseline, policySha256];
  return options.publicKeys.length > 0 || given.some((one) => one !== undefined);
}

async function readPolicy(
  options: GateOptions,
  materials: Materials,
  findings: Finding[],
  files: TrustFile[],
): Promise<Policy> {
  const named = options.policyFile;
  const path = named ?? defaultPolicy(options);
  if (path === undefined) {
    if (options.policySha256 !== undefined) {
      materials.add('dependency.missing', `--policy-sha256 pins a policy but there is no ${DEFAULT_POLICY}`);
    }
    return EMPTY_POLICY;
  }
  const escaped = escapeOf(options.workspace, path);
  if (escaped !== undefined) {
    findings.push(finding('path.escape', escaped, path));
    return EMPTY_POLICY;
  }
  const bytes = materials.read(path, 'policy', 'policy.invalid');
  if (bytes === undefined) return EMPTY_POLICY;
  files.push(trustFile(options, path, 'policy', options.policySha256 !== undefined));
  // YAML and the policy's schema take a fifth of a start: only a run with a policy pays for them.
  const { checkPin, loadPolicy } = await import('./policy/load.js');
  const loaded = await loadPolicy(bytes, path, (file) => policyFile(options, materials, file));
  const { sha256 } = loaded;
  if (options.policySha256 !== undefined) {
    const pin = checkPin(sha256, options.policySha256, path);
    if (pin !== undefined) findings.push(pin);
  }
  findings.push(...(loaded.ok ? loaded.warnings : loaded.findings));
  // A policy that cannot be read trusts nobody and asks for everything: the finding fails the run anyway.
  return loaded.ok ? loaded.policy : { ...EMPTY_POLICY, name: path, sha256 };
}

function policyFile(options: GateOptions, materials: Materials, path: string): PolicyFile {
  const escaped = escapeOf(options.workspace, path);
  if (escaped !== undefined) return { ok: false, code: 'path.escape', message: escaped };
  return materials.file(path, 'file of the policy', 'policy.invalid');
}

/** Trust in keys and cosign signers, and the ids that verified cosign signatures will have. */
interface GateTrust {
  readonly trust: Trust;
  /** Cosign signers with a key file, by their name in the policy. */
  readonly cosignKeyIds: ReadonlyMap<string, string>;
  /** Cosign signers given beside the policy. */
  readonly givenIds: readonly string[];
}

async function gateTrust(
  options: GateOptions,
  policy: Policy,
  keys: readonly PublicKey[],
  materials: Materials,
  files: TrustFile[],
): Promise<GateTrust> {
  const { cosignTrustedRoot: trustedRoot } = options;
  const cosignKeyIds = new Map<string, string>();
  const cosign: CosignTrust[] = [];
  const given = await materials.cosign({
    key: options.cosignKey,
    certificate: options.cosignCertificate,
    identity: options.cosignCertificateIdentity,
    issuer: options.cosignCertificateOidcIssuer,
    // A trusted root alone says who issues certificates; whose certificates are meant may stand in the policy.
    trustedRoot: policy.trust.cosign.length > 0 && !namesCosignSigner(options) ? undefined : trustedRoot,
  });
  if (given !== undefined) cosign.push(given);
  for (const { name, key, certificate, identity, issuer } of policy.trust.cosign) {
    const root = key === undefined ? trustedRoot : undefined;
    const made = await materials.cosign({ key, certificate, identity, issuer, trustedRoot: root });
    if (made === undefined) continue;
    if (made.key !== undefined) cosignKeyIds.set(name, made.key.id);
    cosign.push(made);
  }
  const paths = policy.trust.cosign.flatMap(({ key, certificate }) => [key, certificate]);
  for (const path of [...paths, options.cosignKey, options.cosignCertificate, trustedRoot]) {
    if (path !== undefined) files.push(trustFile(options, path, 'key', false));
  }
  const [first, ...others] = cosign;
  const made = makeTrust({
    mode: 'gate',
    keys,
    cosign: first === undefined ? undefined : { ...first, ...(others.length === 0 ? {} : { others }) },
    policy: policy.trust.configured,
  });
  const ids = { cosignKeyIds, givenIds: given === undefined ? [] : cosignIds(given) };
  // A key that was given but cannot be used must not turn signature checks off.
  if (made.ok) {
    return { ...ids, trust: { ...made.trust, configured: made.trust.configured || options.publicKeys.length > 0 } };
  }
  materials.add(made.code, made.message);
  return { ...ids, trust: noTrust() };
}

function namesCosignSigner(options: GateOptions): boolean {
  const { cosignKey, cosignCertificate, cosignCertificateIdentity, cosignCertificateOidcIssuer } = options;
  return [cosignKey, cosignCertificate, cosignCertificateIdentity, cosignCertificateOidcIssuer].some(
    (one) => one !== undefined,
  );
}

/** The key ids that signatures verified with this material have. */
function cosignIds({ key, identity, issuer }: CosignTrust): string[] {
  return [
    ...(key === undefined ? [] : [key.id]),
    ...(identity === undefined && issuer === undefined ? [] : [`cosign:${issuer ?? ''}#${identity ?? ''}`]),
  ];
}

function noTrust(): Trust {
  return { mode: 'gate', keys: [], cosign: undefined, configured: false, keyById: () => undefined };
}

function gateRevocations(
  options: GateOptions,
  policy: Policy,
  materials: Materials,
  files: TrustFile[],
): readonly Revocation[] {
  const path = options.revocationList ?? policy.trust.revocationList;
  if (path === undefined) return [];
  const escaped = escapeOf(options.workspace, path);
  if (escaped !== undefined) {
    materials.add('path.escape', escaped);
    return [];
  }
  const text = options.revocationKey ?? policy.trust.revocationKey;
  const key = text === undefined ? undefined : materials.key(text, '--revocation-key');
  files.push(trustFile(options, path, 'revocation list', key !== undefined));
  return materials.revocations(path, key);
}

async function gateBaseline(
  options: GateOptions,
  policy: Policy,
  materials: Materials,
  findings: Finding[],
  files: TrustFile[],
): Promise<Baseline | undefined> {
  const path = options.baseline ?? policy.baseline;
  if (path === undefined) return undefined;
  const escaped = escapeOf(options.workspace, path);
  if (escaped !== undefined) {
    findings.push(finding('path.escape', escaped, path));
    return undefined;
  }
  const bytes = materials.read(path, 'baseline', 'baseline.invalid');
  if (bytes === undefined) return undefined;
  files.push(trustFile(options, path, 'baseline', false));
  // Most runs have none: its schema is not loaded for them.
  const { readBaseline } = await import('./read-baseline.js');
  const read = readBaseline(bytes, path);
  if (read.ok) return read.baseline;
  findings.push(...read.findings);
  return undefined;
}

function trustFile(options: GateOptions, path: string, what: TrustFile['what'], pinned: boolean): TrustFile {
  return { path, what, inWorkspace: isWithin(resolve(options.workspace), resolve(options.workspace, path)), pinned };
}

function isFileOf(options: GateOptions, path: string): boolean {
  return existsSync(resolve(options.workspace, path));
}
