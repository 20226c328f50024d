import type { KindResult } from '../context.js';
import type { Document } from '../document.js';
import { member } from '../json/members.js';
import type { DocumentKind } from '../kind.js';
import { verifyLifecycleRecord } from '../producers/lifecycle.js';
import { LIFECYCLE_RECORD } from '../producers/lifecycle-schema.js';
import { signedResult } from '../producers/signed.js';

/** A lifecycle record of an action contract in a file of its own (producers.md section 6). */
export const lifecycleRecord: DocumentKind<'lifecycle_record'> = {
  name: 'lifecycle_record',
  title: 'lifecycle record',
  form: 'document',
  evidence: true,
  records: 'none',
  claims: (value, mode) =>
    mode === 'gate' && member(value, 'schema_id') === LIFECYCLE_RECORD ? 'schema_id' : undefined,
  verify: async (document: Document): Promise<KindResult> =>
    signedResult(document, 'lifecycle_record', await verifyLifecycleRecord(document, document.value, '')),
};
