import { createHash, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { Mode } from '../../mode.js';
import { decodeBase64 } from '../base64.js';
import { parsePublicKey } from '../keys.js';
import { digestsFor } from './primitives.js';
import type { CosignKey, CosignRoots, CosignTrust } from './types.js';

/** Contents of the files and values given by the cosign options. */
export interface CosignInput {
  /** PEM public key (`--cosign-key`). */
  readonly key?: string | undefined;
  /** PEM certificate, optionally followed by intermediates (`--cosign-certificate`). */
  readonly certificate?: string | undefined;
  readonly identity?: string | undefined;
  readonly issuer?: string | undefined;
  /** Trusted issuers (`--cosign-trusted-root`): PEM certificates or a Sigstore trusted root JSON. */
  readonly roots?: string | undefined;
}

/** The cosign trust, or why the material cannot be used; all codes lead to exit code 6. */
export type CosignResult =
  | { readonly ok: true; readonly trust: CosignTrust }
  | {
      readonly ok: false;
      readonly code: 'cosign.material_invalid' | 'cosign.identity_required' | 'key.weak';
      readonly message: string;
    };

const MAX_MATERIAL = 4 * 1024 * 1024;
const MAX_CERTIFICATES = 256;
/** Thrown and caught in this file only: the material cannot be used. */
class MaterialError extends Error {
  constructor(
    message: string,
    readonly code: 'cosign.material_invalid' | 'key.weak' = 'cosign.material_invalid',
  ) {
    super(message);
  }
}

/**
 * Reads cosign keys, certificates and roots (contract 2.5). A certificate or roots without identity and issuer are
 * `cosign.identity_required` in gate mode (hardening 22); compat mode reports it only when there is a cosign signature.
 *
 * Certificates require roots: the certificate comes with the signature, so its identity and issuer are only claims unless an
 * authority trusted by the caller signed them. `cosign verify-blob` downloads the public Fulcio roots for this; a gate must
 * not use the network, so without roots a certificate is never accepted.
 */
export async function readCosignMaterial(input: CosignInput, mode: Mode): Promise<CosignResult> {
  const identity = given(input.identity);
  const issuer = given(input.issuer);
  const certified = input.certificate !== undefined || input.roots !== undefined;
  if (mode === 'gate' && certified && (identity === undefined || issuer === undefined)) {
    return {
      ok: false,
      code: 'cosign.identity_required',
      message: 'a cosign certificate or trusted root needs an expected identity and issuer',
    };
  }
  try {
    return {
      ok: true,
      trust: {
        key: input.key === undefined ? undefined : readCosignKey(input.key),
        certificates: input.certificate === undefined ? [] : readCertificates(input.certificate, 'cosign certificate'),
        identity,
        issuer,
        roots: input.roots === undefined ? undefined : await readRoots(input.roots),
      },
    };
  } catch (error) {
    if (error instanceof MaterialError) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
}

/** Id of a cosign key: `cosign:sha256:` and the hex SHA-256 of its SubjectPublicKeyInfo. */
export function cosignKeyId(key: KeyObject): string {
  const spki = key.export({ format: 'der', type: 'spki' });
  return `cosign:sha256:${createHash('sha256').update(spki).digest('hex')}`;
}

function readCosignKey(text: string): CosignKey {
  const pem = text.trim();
  const label = /^-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(pem)?.[1];
  if (label?.endsWith('PRIVATE KEY')) throw new MaterialError('the cosign key is a private key: give the public one');
  if (label !== 'PUBLIC KEY' || pem.indexOf('-----BEGIN', 1) !== -1 || pem.length > 16_384) {
    throw new MaterialError('the cosign key must be exactly one PEM block PUBLIC KEY');
  }
  let verifier: KeyObject;
  try {
    verifier = createPublicKey({ key: pem, format: 'pem', type: 'spki' });
  } catch {
    throw new MaterialError('the cosign key cannot be read');
  }
  const digests = digestsFor(verifier);
  if (digests === undefined) {
    throw new MaterialError('the cosign key must be ECDSA P-256, P-384 or P-521, RSA of 2048 bits or more, or Ed25519');
  }
  if (verifier.asymmetricKeyType === 'ed25519') {
    const strong = parsePublicKey(pem, 'gate');
    if (!strong.ok) throw new MaterialError(strong.message, strong.code === 'key.weak' ? 'key.weak' : undefined);
    if (strong.key.weak)
      throw new MaterialError(
        'the cosign key is not a key of an honest signer: it is of mixed order, or not a point of the curve',
        'key.weak',
      );
  }
  return { verifier, digests, id: cosignKeyId(verifier) };
}

function readCertificates(text: string, what: string): X509Certificate[] {
  if (text.length > MAX_MATERIAL) throw new MaterialError(`the ${what} is too long`);
  // cosign writes a certificate as base64 of its PEM text.
  const wrapped = text.includes('-----') ? undefined : decodeBase64(text.trim());
  const pem = wrapped?.toString('latin1') ?? text;
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw new MaterialError(`the ${what} contains no PEM certificate`);
  if (blocks.length > MAX_CERTIFICATES)
    throw new MaterialError(`the ${what} contains over ${MAX_CERTIFICATES} certificates`);
  return blocks.map((block) => {
    try {
      return new X509Certificate(block);
    } catch {
      throw new MaterialError(`a certificate of the ${what} cannot be read`);
    }
  });
}

async function readRoots(text: string): Promise<CosignRoots> {
  if (!text.trimStart().startsWith('{')) {
    const anchors = readCertificates(text, 'cosign trusted root').map((certificate) => ({
      certificate,
      from: Number.NEGATIVE_INFINITY,
      to: Number.POSITIVE_INFINITY,
    }));
    return { anchors, material: undefined };
  }
  if (text.length > MAX_MATERIAL) throw new MaterialError('the cosign trusted root is too long');
  const { readTrustedRoot } = await import('./bundle.js');
  const roots = readTrustedRoot(text);
  if (typeof roots === 'string') throw new MaterialError(roots);
  return roots;
}

/** An empty value usually comes from an unset variable in a pipeline; it must not match an empty name. */
function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}
