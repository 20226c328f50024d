import { type KindResult, NOTHING, Results } from '../context.js';
import type { Document } from '../document.js';
import { isObject, member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { SIGNATURE_MEMBERS, type SignedForm } from '../signature/object.js';
import { checkWhole, partsOf, type Signed, UNSIGNED } from '../signature/whole.js';
import { parseInstant } from '../time.js';

/** The emptied signature with which producers compute the signed digest. */
export const EMPTY_SIGNATURE: JsonObject = { alg: '', key_id: '', sig: '' };

/**
 * Checks a signature object that a document of this kind always has (producers.md section 6): without it the document has
 * lost it, whether or not a key is at hand.
 * @param pointer of the signature object.
 * @param at its stated signing time, if any.
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
    message: lost ? 'the document has lost its signature' : 'signature must be an object',
    pointer: signature === undefined ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer,
  });
  return UNSIGNED;
}

/** A member that is an instant, epoch milliseconds. */
export function instantOf(object: JsonObject, name: string): number | undefined {
  const value = member(object, name);
  return typeof value === 'string' ? parseInstant(value)?.epochMs : undefined;
}

/** A member that is an object, an empty one when it is not. */
export function objectOf(object: JsonObject, name: string): JsonObject {
  const value = member(object, name);
  return isObject(value) ? value : {};
}

/** The result of a document that is signed as a whole, or whose elements are: each `signed` is one. */
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
