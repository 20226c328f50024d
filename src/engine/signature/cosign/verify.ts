import type { Mode } from '../../mode.js';
import { shortHash } from '../../text.js';
import { decodeBase64 } from '../base64.js';
import type { SignatureVerdict } from '../verdict.js';
import { refuse, verifyWith } from './primitives.js';
import type { CosignTrust } from './types.js';

/** Options of a cosign check. */
export interface CosignOptions {
  readonly mode: Mode;
  /** The clock, epoch milliseconds; used for certificates without a verified time. */
  readonly now: number;
}

/** Maximum characters of a signature text; a bundle with log entries and timestamps is much shorter. */
const MAX_SIGNATURE_TEXT = 1024 * 1024;

/**
 * Verifies a signature of `cosign sign-blob` over `message` in process (contract 2.5).
 *
 * A given key is tried first, then the certificate with identity, issuer and roots. Codes: `signature.invalid`,
 * `signature.identity_mismatch`, `signature.certificate_untrusted`, `signature.key_mismatch` (2), `cosign.identity_required`,
 * `key.missing` (6). Never accepts what it cannot check (hardening 22).
 * @param text base64 of the signature, or of a Sigstore bundle (JSON), which also contains the certificate and its verified
 * time.
 */
export async function verifyCosign(
  trust: CosignTrust,
  message: Uint8Array,
  text: string,
  options: CosignOptions,
): Promise<SignatureVerdict> {
  if (text.length > MAX_SIGNATURE_TEXT) return refuse('signature.invalid', 'the cosign signature is too long');
  const bytes = decodeBase64(text, options.mode);
  if (bytes === undefined || bytes.length === 0) {
    return refuse('signature.invalid', 'the cosign signature is not standard base64');
  }
  // A raw signature may begin with any byte, also that of a brace (hardening 34), but is not valid JSON.
  const raw = trust.key !== undefined || trust.certificates.length > 0;
  if (bytes[0] === BRACE && !(raw && !isJson(bytes)))
    return verifySigstoreBundle(trust, message, bytes.toString('utf8'), options);
  if (trust.key !== undefined) {
    if (verifyWith(trust.key.verifier, message, bytes)) return { ok: true, keyId: trust.key.id };
    if (trust.certificates.length === 0) {
      return refuse(
        'signature.invalid',
        `cosign signature by key ${shortHash(trust.key.id)} does not match the content`,
      );
    }
  }
  const [leaf, ...intermediates] = trust.certificates;
  if (leaf === undefined) {
    return refuse('key.missing', 'the cosign signature names no certificate: give a cosign key or certificate');
  }
  const { checkCertificate } = await import('./certificate.js');
  const checked = checkCertificate(leaf, intermediates, trust, options.now);
  if (!checked.ok) return checked;
  if (verifyWith(leaf.publicKey, message, bytes)) return checked;
  return refuse('signature.invalid', 'the cosign signature does not verify under the certificate');
}

/**
 * Verifies a `*.sigstore.json` bundle over `message` offline. A bundle signed with a key is verified with the given cosign
 * key; one with a certificate needs identity, issuer and roots. If the given Sigstore trusted root contains transparency
 * logs, timestamp authorities or certificate logs, the bundle must contain evidence of each of these kinds, and the
 * certificate is checked at the verified times; otherwise it is checked at `options.now`.
 */
export async function verifySigstoreBundle(
  trust: CosignTrust,
  message: Uint8Array,
  bundle: string,
  options: CosignOptions,
): Promise<SignatureVerdict> {
  if (bundle.length > MAX_SIGNATURE_TEXT) return refuse('signature.invalid', 'the Sigstore bundle is too long');
  const { verifyBundle } = await import('./bundle.js');
  return verifyBundle(trust, message, bundle, options.now);
}

const BRACE = 0x7b;

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
