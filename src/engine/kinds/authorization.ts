import { sha256Hex } from '../canonical/digest.js';
import { digestHex } from '../canonical/jcs.js';
import { readJson } from '../canonical/read.js';
import { quote } from '../canonical/strict.js';
import type { Collector } from '../collector.js';
import type { VerifyOptions } from '../options.js';
import type { ArchiveEntry } from '../source/source.js';
import { type Document, readDocument } from './document.js';
import { member } from './members.js';

const BUNDLE = 'authorization_bundle.json';
const EVIDENCE = ['trace', 'approval_audit', 'credential_evidence', 'delegation_audit', 'context_evidence', 'outcome'];

/** The authorization bundle of a pack links its evidence by digest (contract section 6); the trace is required. */
export async function checkAuthorization(
  intact: ReadonlyMap<string, ArchiveEntry>,
  collector: Collector,
  options: VerifyOptions,
  nameOf: (entry: string) => string,
): Promise<void> {
  const entry = intact.get(BUNDLE);
  if (entry === undefined) {
    collector.add('pack.authorization_invalid', `${BUNDLE} is not in the pack`, { entry: nameOf(BUNDLE) });
    return;
  }
  const document = await readDocument(entry, nameOf(BUNDLE), collector, options);
  if (document === undefined) return;
  const { value } = document;
  if (member(value, 'schema_id') !== 'gait.gate.authorization_bundle' || member(value, 'schema_version') !== '1.0.0') {
    document.raise({
      code: 'pack.schema_unsupported',
      message: 'schema_id must be "gait.gate.authorization_bundle" and schema_version "1.0.0"',
      pointer: '/schema_id',
    });
  }
  document.checkCase(value, new Set(EVIDENCE.flatMap((name) => [`${name}_path`, `${name}_digest`])), '');
  for (const name of EVIDENCE) await checkEvidence(name, document, intact, options);
}

async function checkEvidence(
  name: string,
  document: Document,
  intact: ReadonlyMap<string, ArchiveEntry>,
  options: VerifyOptions,
): Promise<void> {
  const path = member(document.value, `${name}_path`) ?? '';
  const digest = member(document.value, `${name}_digest`) ?? '';
  if (path === '' && digest === '') {
    if (name === 'trace') {
      document.raise({ code: 'pack.authorization_invalid', message: 'the trace is required', pointer: '' });
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
  let actual: string;
  try {
    const bytes = await entry.bytes(options.limits.maxDocumentBytes);
    actual = path.toLowerCase().endsWith('.json')
      ? digestHex(readJson(bytes, options.limits.maxDepth))
      : sha256Hex(bytes);
  } catch {
    return; // the content itself has its finding already
  }
  if (actual === digest) return;
  document.raise({
    code: 'pack.evidence_mismatch',
    message: `evidence ${quote(path)} has digest ${actual}, not the one it was authorized with`,
    pointer: `/${name}_digest`,
  });
}
