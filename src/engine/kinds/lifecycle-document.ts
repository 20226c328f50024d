import { type KindResult, NOTHING } from '../context.js';
import { type Document, readDocument } from '../document.js';
import { isObject, member } from '../json/members.js';
import type { Json } from '../json/value.js';
import type { DocumentKind } from '../kind.js';
import { goOn } from '../pace.js';
import { verifyLifecycleRecord } from '../producers/lifecycle.js';
import { isLifecycleElement } from '../producers/lifecycle-schema.js';
import { instantOf, signedResult } from '../producers/signed.js';
import type { Signed } from '../signature/whole.js';
import { quote } from '../text.js';

/** Lifecycle records of action contracts in one file: `{"records": […]}` (producers.md section 6). */
export const lifecycleDocument: DocumentKind<'lifecycle_document'> = {
  name: 'lifecycle_document',
  title: 'lifecycle records',
  form: 'document',
  evidence: true,
  records: 'none',
  claims: (value, mode) => {
    const records = member(value, 'records');
    const lifecycle = Array.isArray(records) && (records as readonly Json[]).some(isLifecycleElement);
    return mode === 'gate' && lifecycle ? 'records' : undefined;
  },
  verify,
};

async function verify({ source, context }: Document): Promise<KindResult> {
  // Detection reads no further than the first record.
  const document = await readDocument(source, context);
  if (document === undefined) return NOTHING;
  const { value, raise } = document;
  const listed = member(value, 'records');
  const records = Array.isArray(listed) ? (listed as readonly Json[]) : [];
  for (const name of Object.keys(value)) {
    if (name === 'records') continue;
    // Members next to the records are not signed.
    const message = `member ${quote(name)} of a lifecycle document is covered by no signature`;
    raise({ code: 'document.member_invalid', message, pointer: `/${name}` });
  }
  const signed: Signed[] = [];
  const ids = new Set<Json>();
  let latest: number | undefined;
  for (const [i, record] of records.entries()) {
    goOn(context.options);
    const pointer = `/records/${i}`;
    signed.push(...(await verifyLifecycleRecord(document, record, pointer)));
    if (!isObject(record)) continue;
    const id = member(record, 'record_id') ?? null;
    if (ids.has(id)) {
      raise({
        code: 'document.member_invalid',
        message: 'the record_id occurs twice',
        pointer: `${pointer}/record_id`,
      });
    }
    ids.add(id);
    const at = instantOf(record, 'occurred_at');
    if (at === undefined) continue;
    if (latest !== undefined && at < latest) {
      const message = 'occurred_at is before that of the previous record';
      raise({ code: 'document.member_invalid', message, pointer: `${pointer}/occurred_at` });
    }
    latest = at;
  }
  return signedResult(document, 'lifecycle_document', signed);
}
