import { type KindResult, NOTHING } from '../context.js';
import { type Document, judgedLater } from '../document.js';
import { checkGaitSignatures, without } from '../gait/signature.js';
import { digestHex } from '../json/jcs.js';
import { isObject, member } from '../json/members.js';
import type { DocumentKind } from '../kind.js';
import { signaturesRequired } from '../options.js';
import { isSignedSchema } from '../producers/not-evidence.js';
import { checkToken, isToken } from '../producers/tokens.js';
import { partsOf, UNSIGNED } from '../signature/whole.js';
import { quote } from '../text.js';
import { parseInstant } from '../time.js';

/** A JSON object with a top-level `signature`: Gait's traces and tokens (contract section 6). */
export const signedJson: DocumentKind<'gait_signed_json'> = {
  name: 'gait_signed_json',
  title: 'signed JSON',
  form: 'document',
  evidence: true,
  records: 'none',
  exclusive: true,
  claims: (value, mode) => {
    if (Object.hasOwn(value, 'pack_id')) return 'pack_id';
    if (mode === 'compat') return isObject(member(value, 'signature')) ? 'signature' : undefined;
    if (Object.hasOwn(value, 'signature')) return 'signature';
    return isSignedSchema(member(value, 'schema_id')) ? 'schema_id' : undefined;
  },
  verify,
};

async function verify(document: Document): Promise<KindResult> {
  const { value, context } = document;
  const { options } = context;
  const signature = member(value, 'signature');
  let signed = UNSIGNED;
  if (isObject(signature)) {
    const digest = digestHex(without(value, 'signature'));
    signed = await checkGaitSignatures(document, 'document', ['/signature'], [signature], [digest]);
  } else if (options.mode === 'gate' || signaturesRequired(options)) {
    document.raise({
      code: 'signature.missing',
      message: signature === undefined || signature === null ? 'signature is missing' : 'signature must be an object',
      pointer: signature === undefined ? '' : '/signature',
    });
  }
  if (options.mode === 'gate') {
    checkExpiry(document);
    checkToken(document);
  }
  const judged = isToken(value) ? await judgedLater(document) : {};
  const parts = partsOf(signed, context.entry, 'gait_signed_json', judged);
  return { ...NOTHING, signatures: signed.count, keyIds: signed.keyIds, parts };
}

/** A document whose `expires_at` has passed is no longer valid. */
function checkExpiry({ value, context, raise }: Document): void {
  const expires = member(value, 'expires_at');
  if (expires === undefined || expires === null) return;
  const instant = typeof expires === 'string' ? parseInstant(expires) : undefined;
  if (instant !== undefined && instant.epochMs > context.options.now) return;
  raise({
    code: 'freshness.stale',
    message:
      instant === undefined
        ? 'expires_at is not an RFC 3339 instant'
        : `the document expired at ${quote(String(expires))}`,
    pointer: '/expires_at',
  });
}
