import { digestHex } from '../canonical/jcs.js';
import { quote } from '../canonical/strict.js';
import { parseInstant } from '../canonical/time.js';
import { signaturesRequired, type VerifyOptions } from '../options.js';
import { checkSignatureObject } from '../signature/signature-object.js';
import type { Json, JsonObject } from '../types.js';
import type { Document } from './document.js';
import { isObject, member } from './members.js';

/** Who signed a document, as far as that was checked. */
export interface Signed {
  readonly signatures: number;
  readonly keyIds: ReadonlySet<string>;
}

const SIGNATURE_MEMBERS: ReadonlySet<string> = new Set(['alg', 'key_id', 'sig', 'signed_digest']);

/** `object` without some of its own members. */
export function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  // `fromEntries` defines, it does not assign: a member `__proto__` stays one.
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/**
 * Checks one Gait signature object (contract section 6): the digest it names always, the signature itself when a key is
 * there. It covers one of `digests`; when it names none of them, it should have been the first.
 */
export function checkGaitSignature(
  signature: Json,
  pointer: string,
  digests: readonly [string, ...string[]],
  document: Document,
  options: VerifyOptions,
): string | undefined {
  if (isObject(signature)) document.checkCase(signature, SIGNATURE_MEMBERS, pointer);
  const named = isObject(signature) ? member(signature, 'signed_digest') : undefined;
  const digest = digests.find((one) => one === named) ?? digests[0];
  if (!options.trust.configured) {
    if (typeof named === 'string' && named !== digest) {
      document.raise({
        code: 'signature.digest_mismatch',
        message: `signed_digest is not the digest of the content, which is ${digest}`,
        pointer: `${pointer}/signed_digest`,
      });
    }
    return undefined;
  }
  const result = checkSignatureObject(signature, digest, 'raw-digest', options.trust.keys, options.mode);
  if (result.ok) return result.keyId;
  document.raise({
    code: result.code,
    message: result.message,
    pointer: result.member === '' ? pointer : `${pointer}/${result.member}`,
  });
  return undefined;
}

/** Verifies a JSON object with a top-level `signature` (contract section 6): traces, tokens. */
export function verifySignedJson(document: Document, options: VerifyOptions): Signed {
  const keyIds = new Set<string>();
  const signature = member(document.value, 'signature');
  const required = signaturesRequired(options);
  let signatures = 0;
  if (isObject(signature)) {
    const digest = digestHex(without(document.value, 'signature'));
    if (options.signatures !== 'off' && (options.mode === 'gate' || required)) {
      const keyId = requireKey(document, options, required)
        ? checkGaitSignature(signature, '/signature', [digest], document, options)
        : undefined;
      if (keyId !== undefined) {
        keyIds.add(keyId);
        signatures = 1;
      } else if (!options.trust.configured && !required) {
        document.raise({
          code: 'signature.not_checked',
          message: 'the signature was not checked: no key was given',
          pointer: '/signature',
        });
      }
    }
  } else if (options.mode === 'gate' || required) {
    document.raise({
      code: 'signature.missing',
      message:
        signature === undefined || signature === null
          ? 'the document has lost its signature'
          : 'signature must be an object',
      pointer: signature === undefined ? '' : '/signature',
    });
  }
  if (options.mode === 'gate') checkExpiry(document, options);
  return { signatures, keyIds };
}

/** False, with a finding, when signatures have to be checked and nothing can check them (hardening 22). */
function requireKey(document: Document, options: VerifyOptions, required: boolean): boolean {
  if (options.trust.configured || !required) return true;
  document.raise({
    code: 'key.missing',
    message: 'signatures must be checked but no key is given',
    pointer: '/signature',
  });
  return false;
}

/** A token whose `expires_at` is past proves nothing any more. */
export function checkExpiry(document: Document, options: VerifyOptions): void {
  const expires = member(document.value, 'expires_at');
  if (expires === undefined || expires === null) return;
  const instant = typeof expires === 'string' ? parseInstant(expires) : undefined;
  if (instant !== undefined && instant.epochMs > options.now) return;
  document.raise({
    code: 'freshness.stale',
    message:
      instant === undefined
        ? 'expires_at is not an RFC 3339 instant'
        : `the document expired at ${quote(String(expires))}`,
    pointer: '/expires_at',
  });
}
