import { type KindResult, NOTHING } from '../context.js';
import type { Document } from '../document.js';
import type { DocumentKind } from '../kind.js';
import { validateDocument } from '../schema/registry.js';

/** A governance event: validated, never counted as evidence (schemas.md). */
export const governanceEvent: DocumentKind<'governance_event'> = {
  name: 'governance_event',
  title: 'governance event',
  form: 'document',
  evidence: false,
  records: 'none',
  claims: (value, mode) =>
    mode === 'gate' && Object.hasOwn(value, 'event_id') && Object.hasOwn(value, 'event_type') ? 'event_id' : undefined,
  verify,
};

function verify(document: Document): KindResult {
  for (const problem of validateDocument('governance-event-v1', document.value)) document.raise(problem);
  document.raise({
    code: 'governance.unsigned_signal',
    message: 'a governance event is an unsigned signal, not evidence',
    pointer: '',
  });
  return NOTHING;
}
