import type { KindResult } from '../context.js';
import type { Document } from '../document.js';
import { member } from '../json/members.js';
import type { DocumentKind } from '../kind.js';
import { signedResult } from '../producers/signed.js';
import { evidenceType, verifyTypedEvidence } from '../producers/typed-evidence.js';

/** Evidence of execution, effect, containment or compensation of an action contract (producers.md section 6). */
export const typedEvidence: DocumentKind<'action_evidence'> = {
  name: 'action_evidence',
  title: 'action contract evidence',
  form: 'document',
  evidence: true,
  records: 'none',
  claims: (value, mode) =>
    mode === 'gate' && evidenceType(member(value, 'schema_id')) !== undefined ? 'schema_id' : undefined,
  verify: async (document: Document): Promise<KindResult> => {
    const { value } = document;
    const type = evidenceType(member(value, 'schema_id')) ?? '';
    return signedResult(document, 'action_evidence', [await verifyTypedEvidence(document, value, type, '')]);
  },
};
