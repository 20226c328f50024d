import { type KindResult, NOTHING } from '../context.js';
import type { Document } from '../document.js';
import { isObject, member } from '../json/members.js';
import type { DocumentKind } from '../kind.js';
import { validateDocument } from '../schema/registry.js';

/** A record-types.json on its own: checked against its schema. Its types apply only inside their bundle. */
export const recordTypes: DocumentKind<'record_types'> = {
  name: 'record_types',
  title: 'record types',
  form: 'document',
  evidence: false,
  records: 'none',
  claims: (value, mode) =>
    mode === 'gate' &&
    Object.hasOwn(value, 'record_types') &&
    Object.hasOwn(value, 'version') &&
    !isObject(member(value, 'signature'))
      ? 'record_types'
      : undefined,
  verify,
};

function verify(document: Document): KindResult {
  for (const problem of validateDocument('record-types-v1', document.value)) document.raise(problem);
  return NOTHING;
}
