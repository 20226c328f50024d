import { type KindResult, type LinesSubject, locationOf } from '../context.js';
import type { LinesKind } from '../kind.js';
import { RecordRun, resultOf } from '../record/run.js';

/**
 * A JSONL stream with one record per line (contract section 7); it is a chain as soon as one record has a link. A line may be
 * as long as the record limit allows (hardening 14).
 */
export const stream: LinesKind<'stream'> = {
  name: 'stream',
  title: 'stream',
  form: 'lines',
  evidence: true,
  records: 'files',
  verify,
};

async function verify({ context, source }: LinesSubject): Promise<KindResult> {
  const run = new RecordRun(context, { link: 'auto', schema: 'typed', nullRecord: 'refuse' });
  const complete = await run.pushLines(source);
  const summary = await run.finish();
  if (summary.records === 0 && complete) {
    context.collector.add('stream.empty', 'the stream has no records', locationOf(context));
  }
  return { ...resultOf(summary), headHash: summary.linked ? summary.headHash : undefined };
}
