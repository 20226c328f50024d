import { LineSlicer } from '../canonical/slices.js';
import type { Collector } from '../collector.js';
import type { VerifyOptions } from '../options.js';
import { coalesce } from '../source/coalesce.js';
import type { ByteSource } from '../source/source.js';
import { RecordRun, type RunSummary } from './records.js';

/**
 * Verifies a JSONL stream, one record a line (contract section 7): as a chain as soon as one record links.
 * Lines may be as long as the record limit allows (hardening 14).
 */
export async function verifyStream(
  source: ByteSource,
  collector: Collector,
  options: VerifyOptions,
): Promise<RunSummary> {
  const run = new RecordRun(collector, options, { link: 'auto', schema: 'typed', nullRecord: 'refuse' });
  await runLines(run, source, collector, options);
  const summary = await run.finish();
  if (summary.records === 0 && !collector.failed) collector.add('stream.empty', 'the stream has no records');
  return summary;
}

/** Feeds the lines of a source to a run; a fault of the source is a finding, at its entry when it has one. */
export async function runLines(
  run: RecordRun,
  source: ByteSource,
  collector: Collector,
  options: VerifyOptions,
  entry?: string,
): Promise<void> {
  const slicer = new LineSlicer(options.limits);
  try {
    for await (const chunk of coalesce(source.chunks())) {
      await run.push(slicer.push(chunk), source, entry);
      if (options.aborted?.() === true) return;
    }
    await run.push(slicer.finish(), source, entry);
  } catch (error) {
    collector.fault(error, { source, ...(entry === undefined ? {} : { entry }) });
  }
}
