import { type Context, entryOf, type KindResult, NOTHING } from '../context.js';
import { isObject, member } from '../json/members.js';
import { RecordRun, resultOf } from '../record/run.js';
import type { CheckedRecord } from '../record/types.js';
import { quote } from '../text.js';
import type { GaitArchive } from './archive.js';
import type { Content } from './manifest.js';

const PROOF_RECORDS = 'proof_records.jsonl';

/** Checks `proof_records.jsonl` of a pack: a linked chain of valid records about the other contents (contract section 6). */
export async function checkProofRecords({ context, contents, intact, document }: GaitArchive): Promise<KindResult> {
  const entry = intact.get(PROOF_RECORDS);
  if (entry === undefined) return NOTHING;
  const { collector, options } = context;
  const named = new Set<string>();
  // If a path is listed twice, which is an error of its own, the first one is used.
  const byPath = new Map([...contents].reverse().map((content) => [content.path, content]));
  const inside: Context = {
    ...context,
    entry: entryOf(context, PROOF_RECORDS),
    options: {
      ...options,
      onRecord: (record) => {
        compare(record, byPath, named, inside);
        options.onRecord?.(record);
      },
    },
  };
  const schema = options.mode === 'compat' ? 'raw' : 'typed';
  const run = new RecordRun(inside, { link: 'chain', schema, nullRecord: 'refuse' });
  await run.pushLines(entry);
  const summary = await run.finish();
  const result: KindResult = { ...resultOf(summary), facts: {} };
  if (options.mode === 'compat') return result;
  if (summary.records === 0) {
    collector.add('chain.empty', 'proof_records.jsonl has no records', { entry: inside.entry ?? PROOF_RECORDS });
  }
  // Gait does not check this, so a content without a record is only a warning.
  for (const content of contents) {
    if (content.path === PROOF_RECORDS || named.has(content.path)) continue;
    document.raise({
      code: 'pack.record_disagrees',
      message: `no proof record is about ${quote(content.path)}`,
      pointer: content.pointer,
    });
  }
  return result;
}

function compare(
  record: CheckedRecord,
  contents: ReadonlyMap<string, Content>,
  named: Set<string>,
  context: Context,
): void {
  const event = member(record.value, 'event');
  if (!isObject(event)) return;
  const path = member(event, 'entry_path');
  if (typeof path !== 'string') return;
  named.add(path);
  const content = contents.get(path);
  const digest = member(event, 'entry_sha256');
  if (content !== undefined && (digest === undefined || digest === content.sha256)) return;
  const message =
    content === undefined
      ? `a proof record covers ${quote(path)}, which the manifest does not list`
      : `proof record and manifest give different SHA-256 values for ${quote(path)}`;
  context.collector.add('pack.record_disagrees', message, {
    entry: context.entry ?? PROOF_RECORDS,
    recordId: record.recordId,
  });
}
