import type { KindResult } from '../context.js';
import type { Document } from '../document.js';
import { without } from '../gait/signature.js';
import { digestHex } from '../json/jcs.js';
import { isObject, member } from '../json/members.js';
import type { Json } from '../json/value.js';
import type { DocumentKind } from '../kind.js';
import { goOn } from '../pace.js';
import { checkDocumentSignature, instantOf, signedResult } from '../producers/signed.js';
import type { Signed } from '../signature/whole.js';
import { quote } from '../text.js';

const ENTRY = 'gait.gate.approved_script_entry';

/** Gait's registry of approved scripts, each entry signed by itself (producers.md section 2). */
export const scriptRegistry: DocumentKind<'script_registry'> = {
  name: 'script_registry',
  title: 'approved scripts',
  form: 'document',
  evidence: true,
  records: 'none',
  claims: (value, mode) => {
    const entries = member(value, 'entries');
    return mode === 'gate' && Array.isArray(entries) && (entries as readonly Json[]).some(isEntry)
      ? 'entries'
      : undefined;
  },
  verify,
};

const isEntry = (entry: Json): boolean => isObject(entry) && member(entry, 'schema_id') === ENTRY;

async function verify(document: Document): Promise<KindResult> {
  const { value, context, raise } = document;
  for (const name of Object.keys(value)) {
    if (name === 'entries') continue;
    const message = `member ${quote(name)} of the registry is covered by no signature`;
    raise({ code: 'document.member_invalid', message, pointer: `/${name}` });
  }
  const entries = member(value, 'entries');
  const signed: Signed[] = [];
  for (const [i, entry] of (Array.isArray(entries) ? (entries as readonly Json[]) : []).entries()) {
    goOn(context.options);
    const pointer = `/entries/${i}`;
    if (!isObject(entry) || !isEntry(entry)) {
      raise({ code: 'document.member_invalid', message: 'an entry must be an approved script', pointer });
      continue;
    }
    const digest = digestHex(without(entry, 'signature'));
    const at = instantOf(entry, 'created_at');
    signed.push(await checkDocumentSignature(document, member(entry, 'signature'), `${pointer}/signature`, digest, at));
  }
  return signedResult(document, 'script_registry', signed);
}
