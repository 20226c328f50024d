import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Finding } from '../engine/findings.js';
import { finding } from '../engine/findings.js';
import type { Revocation, SignatureMode, VerifyOptions } from '../engine/options.js';
import type { PublicKey } from '../engine/signature/keys.js';
import { makeTrust, type Trust } from '../engine/signature/trust.js';
import { type Baseline, readBaseline } from './baseline.js';
import { Materials } from './materials.js';
import type { GateOptions } from './options.js';
import { checkPin, loadPolicy, type PolicyFile } from './policy/load.js';
import { EMPTY_POLICY, type Policy } from './policy/model.js';
import { makeSigners, mutableTrust, type Signers, type TrustFile } from './trust.js';

/** Everything a run needs before it looks at the first artifact. */
export interface Prepared {
  readonly policy: Policy;
  readonly verify: Omit<VerifyOptions, 'records' | 'aborted'>;
  /** Findings of the configuration itself, artifact `''` or the policy's path. */
  readonly findings: readonly Finding[];
  /** Whom the run trusts: the signers of the policy and the keys given beside it. */
  readonly signers: Signers;
  readonly baseline: Baseline | undefined;
  /** Names of signers by key id. */
  readonly signerNames: ReadonlyMap<string, string>;
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
  const signerNames = new Map(policy.trust.keys.map((one) => [one.key.id, one.name]));
  for (const text of options.publicKeys) {
    const key = materials.key(text, '--public-key');
    if (key !== undefined) keys.push(key);
    if (isFileOf(options, text)) files.push(trustFile(options, text, 'key', false));
  }
  const given = new Set(keys.map((key) => key.id));
  // A pinned policy does not pin the bytes of the key files that it names.
  for (const { file } of policy.trust.keys) {
    if (file !== undefined) files.push(trustFile(options, file, 'key', false));
  }
  for (const one of policy.trust.keys) given.delete(one.key.id);
  const trust = await gateTrust(options, policy, keys, materials, signerNames);
  const revocations = gateRevocations(options, policy, materials, files);
  const customTypes = await materials.customTypes(options.customTypeSchemas);
  const now = options.now ?? Date.now();
  const signatures: SignatureMode = options.signatures ?? policy.trust.signatures ?? 'auto';
  if (signatures === 'required' && trust === undefined) {
    materials.add('key.missing', '--signatures required needs a key, a certificate or a policy with signers');
  }
  const baseline = gateBaseline(options, policy, materials, findings, files);
  const signers = makeSigners(policy, [...given]);
  return {
    policy,
    verify: {
      mode: 'gate',
      strict: options.strict,
      signatures,
      trust: trust ?? noTrust(),
      revocations,
      customTypes,
      limits: options.limits,
      now,
    },
    findings: [...findings, ...materials.findings, ...mutableTrust(options.event, files)],
    signers,
    baseline,
    signerNames,
    now,
  };
}

async function readPolicy(
  options: GateOptions,
  materials: Materials,
  findings: Finding[],
  files: TrustFile[],
): Promise<Policy> {
  const named = options.policyFile;
  const path = named ?? DEFAULT_POLICY;
  if (named === undefined && !isFileOf(options, path)) {
    if (options.policySha256 !== undefined) {
      materials.add('dependency.missing', `--policy-sha256 pins a policy but there is no ${DEFAULT_POLICY}`);
    }
    return EMPTY_POLICY;
  }
  const escape = escapeOf(options.workspace, path);
  if (escape !== undefined) {
    findings.push(finding('path.escape', escape, path));
    return EMPTY_POLICY;
  }
  const bytes = materials.read(path, 'policy', 'policy.invalid');
  if (bytes === undefined) return EMPTY_POLICY;
  files.push(trustFile(options, path, 'policy', options.policySha256 !== undefined));
  const loaded = await loadPolicy(bytes, path, (file) => policyFile(options, materials, file));
  const sha256 = loaded.ok ? (loaded.policy.sha256 ?? '') : loaded.sha256;
  if (options.policySha256 !== undefined) {
    const pin = checkPin(sha256, options.policySha256, path);
    if (pin !== undefined) findings.push(pin);
  }
  findings.push(...(loaded.ok ? loaded.warnings : loaded.findings));
  // A policy that cannot be read trusts nobody and asks for everything: the finding fails the run anyway.
  return loaded.ok ? loaded.policy : { ...EMPTY_POLICY, name: path, sha256 };
}

function policyFile(options: GateOptions, materials: Materials, path: string): PolicyFile {
  const escape = escapeOf(options.workspace, path);
  if (escape !== undefined) return { ok: false, code: 'path.escape', message: escape };
  const before = materials.findings.length;
  const bytes = materials.read(path, 'file of the policy', 'policy.invalid');
  if (bytes !== undefined) return { ok: true, bytes };
  const [told] = materials.findings.splice(before);
  return { ok: false, code: told?.code ?? 'dependency.missing', message: told?.message ?? `${path} cannot be read` };
}

async function gateTrust(
  options: GateOptions,
  policy: Policy,
  keys: readonly PublicKey[],
  materials: Materials,
  signerNames: Map<string, string>,
): Promise<Trust | undefined> {
  const signer = policy.trust.cosign[0];
  const cosign = await materials.cosign({
    key: options.cosignKey ?? signer?.key,
    certificate: options.cosignCertificate ?? signer?.certificate,
    identity: options.cosignCertificateIdentity ?? signer?.identity,
    issuer: options.cosignCertificateOidcIssuer ?? signer?.issuer,
    trustedRoot: options.cosignTrustedRoot,
  });
  if (cosign?.key !== undefined && signer !== undefined) signerNames.set(cosign.key.id, signer.name);
  if (signer?.identity !== undefined) signerNames.set(`cosign:${signer.issuer ?? ''}#${signer.identity}`, signer.name);
  const made = makeTrust({ mode: 'gate', keys, cosign, policy: policy.trust.configured });
  if (made.ok) return made.trust.configured || options.publicKeys.length > 0 ? configuredTrust(made.trust) : undefined;
  materials.add(made.code, made.message);
  return undefined;
}

/** A key that was given but cannot be used must not turn signature checks off. */
function configuredTrust(trust: Trust): Trust {
  return trust.configured ? trust : { ...trust, configured: true };
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
  const escape = escapeOf(options.workspace, path);
  if (escape !== undefined) {
    materials.add('path.escape', escape);
    return [];
  }
  const text = options.revocationKey ?? policy.trust.revocationKey;
  const key = text === undefined ? undefined : materials.key(text, '--revocation-key');
  files.push(trustFile(options, path, 'revocation list', key !== undefined));
  return materials.revocations(path, key);
}

function gateBaseline(
  options: GateOptions,
  policy: Policy,
  materials: Materials,
  findings: Finding[],
  files: TrustFile[],
): Baseline | undefined {
  const path = options.baseline ?? policy.baseline;
  if (path === undefined) return undefined;
  const escape = escapeOf(options.workspace, path);
  if (escape !== undefined) {
    findings.push(finding('path.escape', escape, path));
    return undefined;
  }
  const bytes = materials.read(path, 'baseline', 'baseline.invalid');
  if (bytes === undefined) return undefined;
  files.push(trustFile(options, path, 'baseline', false));
  const read = readBaseline(bytes, path);
  if (read.ok) return read.baseline;
  findings.push(...read.findings);
  return undefined;
}

function trustFile(options: GateOptions, path: string, what: TrustFile['what'], pinned: boolean): TrustFile {
  return { path, what, inWorkspace: isWithin(resolve(options.workspace), resolve(options.workspace, path)), pinned };
}

function isFileOf(options: GateOptions, path: string): boolean {
  if (path.includes('\n') || path.length > 4096) return false;
  try {
    realpathSync(resolve(options.workspace, path));
    return true;
  } catch {
    return false;
  }
}

/**
 * Why a configuration file must not be read: it lies in the workspace by name but a link leads it outside (gate.md,
 * `path.escape`). A path that names a place outside openly is the user's own choice.
 */
export function escapeOf(workspace: string, path: string): string | undefined {
  const full = resolve(workspace, path);
  if (!isWithin(resolve(workspace), full)) return undefined;
  try {
    if (isWithin(realpathSync(workspace), realpathSync(full))) return undefined;
  } catch {
    return undefined; // reading it says what is wrong
  }
  return `${JSON.stringify(path)} leads outside the workspace through a link`;
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
