import type { CosignTrust } from '../../engine/signature/cosign/types.js';
import type { PublicKey } from '../../engine/signature/keys.js';
import { makeTrust, type Trust } from '../../engine/signature/trust.js';
import { quote } from '../../engine/text.js';
import type { GateOptions } from '../options/options.js';
import type { CosignInput, Materials } from './materials.js';
import type { Policy } from './policy/model.js';
import type { LoadedSource } from './policy-source.js';

/** Trust in keys and cosign signers, and the ids that verified cosign signatures will have. */
export interface GateTrust {
  readonly trust: Trust;
  /** Cosign signers with a key file, by their name in the policy. */
  readonly cosignKeyIds: ReadonlyMap<string, string>;
  /** Cosign signers given beside the policy. */
  readonly givenIds: readonly string[];
}

const UNREADABLE = 'cosign.material_invalid';

/** Puts the keys of policy and options and all cosign signers together. */
export async function gateTrust(
  options: GateOptions,
  { policy, content }: LoadedSource,
  keys: readonly PublicKey[],
  materials: Materials,
): Promise<GateTrust> {
  const cosignKeyIds = new Map<string, string>();
  const cosign: CosignTrust[] = [];
  const root = options.cosignTrustedRoot;
  const request = { what: 'cosign trusted root', unreadable: UNREADABLE } as const;
  const before = materials.findings.length;
  const trustedRoot =
    root === undefined ? await content(policy.trust.trustedRoot, request) : await materials.read(root, request);
  const hasRoot = materials.findings.length === before;
  // What could not be read has its finding; a second one for what is missing then would add nothing.
  const make = async (read: () => Promise<CosignInput>): Promise<CosignTrust | undefined> => {
    const start = materials.findings.length;
    const input = await read();
    return hasRoot && materials.findings.length === start ? materials.cosign(input) : undefined;
  };
  const given = await make(async () => ({
    key: await materials.read(options.cosignKey, { what: 'cosign key', unreadable: UNREADABLE }),
    certificate: await materials.read(options.cosignCertificate, {
      what: 'cosign certificate',
      unreadable: UNREADABLE,
    }),
    identity: options.cosignCertificateIdentity,
    issuer: options.cosignCertificateOidcIssuer,
    // A trusted root alone says who issues certificates; the policy may say whose certificates are meant.
    trustedRoot:
      namesCosignSigner(options) || (root !== undefined && policy.trust.cosign.length === 0) ? trustedRoot : undefined,
  }));
  if (given !== undefined) cosign.push(given);
  for (const { name, key, certificate, identity, issuer } of policy.trust.cosign) {
    const made = await make(async () => ({
      key: await content(key, { what: 'cosign key', unreadable: UNREADABLE }),
      certificate: await content(certificate, { what: 'cosign certificate', unreadable: UNREADABLE }),
      identity,
      issuer,
      trustedRoot: key === undefined ? trustedRoot : undefined,
    }));
    if (made === undefined) continue;
    if (made.key !== undefined) cosignKeyIds.set(name, made.key.id);
    cosign.push(made);
  }
  await refuseTwins(given?.key?.id, cosignKeyIds, { policy, keys, materials });
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

/** One key is one signer: given for Ed25519 and for cosign under two names, or twice for cosign, it would count for two. */
async function refuseTwins(
  given: string | undefined,
  named: ReadonlyMap<string, string>,
  { policy, keys, materials }: { policy: Policy; keys: readonly PublicKey[]; materials: Materials },
): Promise<void> {
  if (given === undefined && named.size === 0) return;
  const { cosignKeyId } = await import('../../engine/signature/cosign/material.js');
  const names = new Map(policy.trust.keys.map(({ key, name }) => [key.id, name]));
  const owners = new Map(keys.map(({ id, verifier }) => [cosignKeyId(verifier), names.get(id) ?? '--public-key']));
  const check = (id: string, name: string): void => {
    const owner = owners.get(id) ?? name;
    if (owner !== name)
      materials.add(UNREADABLE, `cosign key ${quote(name)} is the same public key as ${quote(owner)}`);
  };
  if (given !== undefined) check(given, '--cosign-key');
  for (const [name, id] of named) {
    check(id, name);
    owners.set(id, owners.get(id) ?? name);
  }
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
