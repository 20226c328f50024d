import type { Document } from '../document.js';
import type { FindingCode } from '../findings.js';
import { isObject, member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { SIGNATURE_MEMBERS } from '../signature/object.js';
import { checkWhole, type Signed } from '../signature/whole.js';
import { parseInstant } from '../time.js';

/** `object` without some of its own members. */
export function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  // `fromEntries` defines properties instead of assigning them, so a member named `__proto__` is kept.
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** The creation time that a Gait document declares, epoch milliseconds; `undefined`: none, NaN: it cannot be read. */
function gaitTime(document: JsonObject): number | undefined {
  const created = member(document, 'created_at') ?? null;
  if (created === null) return undefined;
  return typeof created === 'string' ? (parseInstant(created)?.epochMs ?? Number.NaN) : Number.NaN;
}

/**
 * Checks the signature objects of a Gait document or manifest, over the 32 raw bytes of its digest (contract section 6).
 * @param digests accepted digests; compat mode accepts two for a manifest.
 * @param missing finding to raise when signatures are required and there are none.
 */
export function checkGaitSignatures(
  document: Document,
  what: string,
  pointers: readonly string[],
  signatures: readonly Json[],
  digests: readonly [string, ...string[]],
  missing?: FindingCode,
): Promise<Signed> {
  const { context, raise, value } = document;
  const { options } = context;
  if (options.signatures !== 'off') {
    signatures.forEach((signature, i) => {
      if (isObject(signature)) document.checkCase(signature, SIGNATURE_MEMBERS, pointers[i] ?? '');
    });
  }
  return checkWhole(
    {
      what,
      signatures,
      pointers,
      pointer: pointers.length === 0 ? '' : '/signatures',
      form: 'raw-digest',
      missing,
      digests: () => digests,
      at: gaitTime(value),
    },
    options,
    raise,
  );
}
