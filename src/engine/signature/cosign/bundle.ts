import { X509Certificate } from 'node:crypto';
import { type Bundle, bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { type TrustMaterial, toSignedEntity, toTrustMaterial, VerificationError, Verifier } from '@sigstore/verify';
import { shortHash } from '../../text.js';
import type { SignatureProblem, SignatureVerdict } from '../verdict.js';
import { checkCertificate, checkIdentity, checkLeafUse } from './certificate.js';
import { refuse, verifyWith } from './primitives.js';
import type { CosignRoots, CosignTrust, TrustAnchor } from './types.js';

/** Maximum number of certificates read from a bundle: the signing one and its intermediates. */
const MAX_CHAIN = 8;

/** Reads a Sigstore trusted root (JSON, as written by `cosign trusted-root create`). A string says why it cannot be used. */
export function readTrustedRoot(text: string): CosignRoots | string {
  let material: TrustMaterial;
  try {
    const root = TrustedRoot.fromJSON(JSON.parse(text));
    if (!/^application\/vnd\.dev\.sigstore\.trustedroot(\+json;version=0\.1|\.v0\.[12]\+json)$/.test(root.mediaType)) {
      return 'the cosign trusted root has another media type than a Sigstore trusted root';
    }
    // The library would treat a log key without a start as valid at all times (hardening 36).
    if ([...root.tlogs, ...root.ctlogs].some(({ publicKey }) => publicKey?.validFor?.start === undefined)) {
      return 'the cosign trusted root has a log key without a start of its validity';
    }
    material = toTrustMaterial(root);
    const anchors: TrustAnchor[] = material.certificateAuthorities.flatMap((authority) =>
      authority.certChain.map((certificate) => ({
        certificate: new X509Certificate(certificate.root.toDER()),
        from: authority.validFor.start.getTime(),
        to: authority.validFor.end.getTime(),
      })),
    );
    return { anchors, material };
  } catch {
    return 'the cosign trusted root is not a readable Sigstore trusted root';
  }
}

/**
 * Verifies a bundle over `message`; see `verifySigstoreBundle`. DSSE envelopes are refused: they sign a statement about a
 * subject, and the library does not compare the subject.
 */
export function verifyBundle(trust: CosignTrust, message: Uint8Array, text: string, now: number): SignatureVerdict {
  let bundle: Bundle;
  try {
    bundle = bundleFromJSON(JSON.parse(text));
  } catch {
    return refuse('signature.invalid', 'the Sigstore bundle cannot be read');
  }
  if (bundle.content.$case !== 'messageSignature') {
    return refuse('signature.invalid', 'the Sigstore bundle contains no signature over a blob');
  }
  const signature = bundle.content.messageSignature.signature;
  const material = bundle.verificationMaterial.content;
  return material.$case === 'publicKey'
    ? withKey(trust, message, bundle, signature)
    : withCertificate(trust, message, bundle, signature, certificatesOf(material), now);
}

function withKey(trust: CosignTrust, message: Uint8Array, bundle: Bundle, signature: Buffer): SignatureVerdict {
  const { key } = trust;
  if (key === undefined)
    return refuse('key.missing', 'the Sigstore bundle was signed with a key, but no cosign key is given');
  if (!verifyWith(key.verifier, message, signature)) {
    return refuse('signature.invalid', `cosign signature by key ${shortHash(key.id)} does not match the content`);
  }
  const known = trust.roots?.material;
  if (known !== undefined && hasEvidence(bundle)) {
    // The key alone is enough, but evidence that contradicts it must not be ignored.
    const problem = runLibrary(
      { ...known, publicKey: () => ({ publicKey: key.verifier, validFor: () => true }) },
      bundle,
      message,
      {
        tlogThreshold: 0,
        ctlogThreshold: 0,
        timestampThreshold: 0,
      },
    );
    if (problem !== undefined) return problem;
  }
  return { ok: true, keyId: key.id };
}

function withCertificate(
  trust: CosignTrust,
  message: Uint8Array,
  bundle: Bundle,
  signature: Buffer,
  [leaf, ...intermediates]: readonly X509Certificate[],
  now: number,
): SignatureVerdict {
  if (leaf === undefined) return refuse('signature.invalid', 'the certificate of the Sigstore bundle cannot be read');
  const known = trust.roots?.material;
  const timed = known !== undefined && known.tlogs.length + known.timestampAuthorities.length > 0;
  if (!timed) {
    const verdict = checkCertificate(leaf, intermediates, trust, now);
    if (!verdict.ok) return verdict;
    if (verifyWith(leaf.publicKey, message, signature)) return verdict;
    return refuse('signature.invalid', 'the signature of the Sigstore bundle does not verify under its certificate');
  }
  const identity = checkIdentity(leaf, trust);
  if (!identity.ok) return identity;
  const unfit = checkLeafUse(leaf);
  if (unfit !== undefined) return refuse('signature.certificate_untrusted', unfit);
  const problem = runLibrary(known, bundle, message, {
    tlogThreshold: known.tlogs.length > 0 ? 1 : 0,
    ctlogThreshold: known.ctlogs.length > 0 ? 1 : 0,
    timestampThreshold: 1,
  });
  return problem ?? identity;
}

function hasEvidence(bundle: Bundle): boolean {
  const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
  return tlogEntries.length > 0 || (timestampVerificationData?.rfc3161Timestamps.length ?? 0) > 0;
}

type Material = Exclude<Bundle['verificationMaterial']['content'], { $case: 'publicKey' }>;

/** The certificates, the signing one first; empty when one of them cannot be read. */
function certificatesOf(material: Material): X509Certificate[] {
  const certificates =
    material.$case === 'certificate'
      ? [material.certificate]
      : material.x509CertificateChain.certificates.slice(0, MAX_CHAIN);
  try {
    return certificates.map((one) => new X509Certificate(one.rawBytes));
  } catch {
    return [];
  }
}

type Thresholds = ConstructorParameters<typeof Verifier>[1];

/** Any error that the library throws on a bundle is a defect of the bundle: it parses input of an attacker. */
function runLibrary(
  material: TrustMaterial,
  bundle: Bundle,
  message: Uint8Array,
  thresholds: Thresholds,
): SignatureProblem | undefined {
  try {
    // Identity and issuer were compared exactly before; the library would use an identity as an unanchored pattern.
    new Verifier(material, thresholds).verify(toSignedEntity(bundle, Buffer.from(message)));
    return undefined;
  } catch (error) {
    if (!(error instanceof VerificationError))
      return refuse('signature.invalid', 'the Sigstore bundle cannot be verified');
    const trusted = error.code === 'CERTIFICATE_ERROR' || error.code === 'TIMESTAMP_ERROR';
    return refuse(
      trusted ? 'signature.certificate_untrusted' : 'signature.invalid',
      `the Sigstore bundle: ${error.message}`,
    );
  }
}
