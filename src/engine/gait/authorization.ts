import { type Context, entryOf } from '../context.js';
import { type Document, readDocument } from '../document.js';
import { Fault } from '../fault.js';
import { digestHex } from '../json/jcs.js';
import { member } from '../json/members.js';
import { readJson } from '../json/read.js';
import { reporter } from '../producers/report.js';
import { hex64, instant, object, oneOf, text } from '../shape.js';
import { digestOf } from '../source/digesting.js';
import type { ArchiveEntry } from '../source/source.js';
import { quote, shortId } from '../text.js';

const BUNDLE = 'authorization_bundle.json';
const EVIDENCE = ['trace', 'approval_audit', 'credential_evidence', 'delegation_audit', 'context_evidence', 'outcome'];

/**
 * Checks the authorization bundle of a pack, which links its evidence by digest (contract section 6); the trace is required.
 */
export async function checkAuthorization(intact: ReadonlyMap<string, ArchiveEntry>, context: Context): Promise<void> {
  const name = entryOf(context, BUNDLE);
  const entry = intact.get(BUNDLE);
  if (entry === undefined) {
    const code = context.options.mode === 'gate' ? 'pack.payload_missing' : 'pack.authorization_invalid';
    context.collector.add(code, `${BUNDLE} is not in the pack`, { entry: name });
    return;
  }
  const document = await readDocument(entry, { ...context, entry: name });
  if (document === undefined) return;
  const { value } = document;
  if (member(value, 'schema_id') !== 'gait.gate.authorization_bundle' || member(value, 'schema_version') !== '1.0.0') {
    document.raise({
      code: 'pack.schema_unsupported',
      message: 'schema_id must be "gait.gate.authorization_bundle" and schema_version "1.0.0"',
      pointer: '/schema_id',
    });
  }
  checkMembers(document);
  document.checkCase(value, new Set(EVIDENCE.flatMap((name) => [`${name}_path`, `${name}_digest`])), '');
  for (const evidence of EVIDENCE) await checkEvidence(evidence, document, intact);
}

const shape = object({
  required: { created_at: instant, trace_id: text, policy_digest: hex64, intent_digest: hex64 },
  optional: { outcome_status: oneOf('allow', 'block', 'dry_run', 'require_approval') },
  open: true,
});

/** Checks the members other than the links to evidence (producers.md section 3). */
function checkMembers(document: Document): void {
  const { value, raise } = document;
  shape(value, '', reporter(document, 'pack.payload_invalid'));
  if ((member(value, 'outcome_status') ?? null) === null) return;
  for (const name of ['outcome_path', 'outcome_digest']) {
    if ((member(value, name) ?? '') !== '') continue;
    raise({ code: 'pack.payload_invalid', message: `${name} is missing although outcome_status is set`, pointer: '' });
  }
}

async function checkEvidence(
  name: string,
  document: Document,
  intact: ReadonlyMap<string, ArchiveEntry>,
): Promise<void> {
  const path = member(document.value, `${name}_path`) ?? '';
  const digest = member(document.value, `${name}_digest`) ?? '';
  if (path === '' && digest === '') {
    if (name === 'trace') {
      const code = document.context.options.mode === 'gate' ? 'pack.payload_missing' : 'pack.authorization_invalid';
      document.raise({ code, message: 'the trace is required', pointer: '' });
    }
    return;
  }
  if (typeof path !== 'string' || typeof digest !== 'string' || path === '' || digest === '') {
    document.raise({
      code: 'pack.authorization_invalid',
      message: `${name}_path and ${name}_digest belong together and must be strings`,
      pointer: '',
    });
    return;
  }
  const entry = intact.get(`evidence/${path}`);
  if (entry === undefined) {
    document.raise({
      code: 'pack.evidence_missing',
      message: `evidence ${quote(path)} is not in the pack`,
      pointer: `/${name}_path`,
    });
    return;
  }
  const actual = await digestOfEvidence(path, entry, document.context);
  if (actual === digest) return;
  document.raise({
    code: 'pack.evidence_mismatch',
    message:
      actual === undefined
        ? `evidence ${quote(path)} cannot be read, so it is not what was authorized`
        : `evidence ${quote(path)} has digest ${shortId(actual)}, not the one it was authorized with`,
    pointer: `/${name}_digest`,
  });
}

/**
 * The digest that links evidence: over the canonical form of JSON, over the bytes of anything else. `undefined`: it cannot be
 * read, which the check of the content itself reports.
 */
async function digestOfEvidence(path: string, entry: ArchiveEntry, { options }: Context): Promise<string | undefined> {
  const { maxDocumentBytes, maxDepth } = options.limits;
  try {
    if (!path.toLowerCase().endsWith('.json')) return await digestOf(entry);
    return digestHex(readJson(await entry.bytes(maxDocumentBytes), maxDepth));
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
