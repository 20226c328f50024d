import type { KindResult } from '../context.js';
import type { Document } from '../document.js';
import { member } from '../json/members.js';
import type { DocumentKind } from '../kind.js';
import { isRecord, isSignedKind } from '../producers/not-evidence.js';
import { RecordRun, resultOf } from '../record/run.js';

/** A record in a file of its own (contract section 2). */
export const record: DocumentKind<'record'> = {
  name: 'record',
  title: 'record',
  form: 'document',
  evidence: true,
  records: 'single',
  exclusive: true,
  claims: (value, mode) =>
    Object.hasOwn(value, 'record_id') && (mode === 'compat' || isRecord(value) || isSignedKind(value))
      ? 'record_id'
      : undefined,
  verify,
};

async function verify({ context, value, source }: Document): Promise<KindResult> {
  const run = new RecordRun(context, { link: 'none', schema: 'typed', nullRecord: 'refuse' });
  await run.pushWhole(source, context.entry, value);
  const summary = await run.finish();
  const result = resultOf(summary);
  const link = { previous: summary.firstLink, hash: summary.headHash };
  const id = member(value, 'record_id');
  return { ...result, link, facts: { ...result.facts, ...(typeof id === 'string' ? { recordId: id } : {}) } };
}
