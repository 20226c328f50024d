import { type KindResult, NOTHING } from '../context.js';
import { member } from '../json/members.js';
import type { DocumentKind } from '../kind.js';
import { PROPOSAL } from '../producers/proposal.js';
import { partsOf, UNSIGNED } from '../signature/whole.js';

/**
 * wrkr's proposal of an action contract: unsigned and report-only, so never evidence. Activations that refer to it are
 * compared with it (producers.md section 6).
 */
export const contractProposal: DocumentKind<'contract_proposal'> = {
  name: 'contract_proposal',
  title: 'proposed action contract',
  form: 'document',
  evidence: false,
  records: 'none',
  claims: (value, mode) =>
    mode === 'gate' && member(value, 'schema_id') === PROPOSAL && !Object.hasOwn(value, 'signature')
      ? 'schema_id'
      : undefined,
  verify: ({ value, context }): KindResult => ({
    ...NOTHING,
    parts: partsOf(UNSIGNED, context.entry, 'contract_proposal', { document: value }),
  }),
};
