import { type KindResult, NOTHING, Results } from '../context.js';
import type { Document } from '../document.js';
import { isObject, member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { SIGNATURE_MEMBERS, type SignedForm } from '../signature/object.js';
import { checkWhole, partsOf, type Signed, UNSIGNED } from '../signature/whole.js';
import { parseInstant } from '../time.js';

/** The emptied signature object that producers put in the document before they compute the signed digest. */
export const EMPTY_SIGNATURE: JsonObject = { alg: '', key_id: '', sig: '' };

/**
 * Checks the signature object of a document that is always signed (producers.md section 6). A missing signature counts as
 * lost and is an error even when no key is given.
 * @param pointer of the signature object.
 * @param at declared time of signing, epoch milliseconds.
 */
export async function checkDocumentSignature(
  document: Document,
  signature: Json | undefined,
  pointer: string,
  digest: string,
  at: number | undefined,
  form: SignedForm = 'raw-digest',
): Promise<Signed> {
  const { context, raise } = document;
  if (isObject(signature)) {
    document.checkCase(signature, SIGNATURE_MEMBERS, pointer);
    return checkWhole(
      { what: 'document', signatures: [signature], pointers: [pointer], pointer, form, digests: () => [digest], at },
      context.options,
      raise,
    );
  }
  const lost = signature === undefined || signature === null;
  raise({
    code: 'signature.missing',
    message: lost ? 'signature is missing' : 'signature must be an object',
    pointer: signature === undefined ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer,
  });
  return UNSIGNED;
}

/** An RFC 3339 member as epoch milliseconds; `undefined`: absent or not an instant. */
export function instantOf(object: JsonObject, name: string): number | undefined {
  const value = member(object, name);
  return typeof value === 'string' ? parseInstant(value)?.epochMs : undefined;
}

/** A member that is an object; anything else gives an empty object. */
export function objectOf(object: JsonObject, name: string): JsonObject {
  const value = member(object, name);
  return isObject(value) ? value : {};
}

/** The result of a document that is signed as a whole, or whose elements are: `signed` has one entry for each signature. */
export function signedResult(document: Document, kind: string, signed: readonly Signed[]): KindResult {
  const results = new Results();
  for (const one of signed) {
    results.add({
      ...NOTHING,
      signatures: one.count,
      keyIds: one.keyIds,
      parts: partsOf(one, document.context.entry, kind),
    });
  }
  return results.all;
}
