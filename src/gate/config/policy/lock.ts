import { sha256Hex } from '../../../engine/digest.js';
import { type Finding, finding } from '../../../engine/findings.js';
import type { JsonObject } from '../../../engine/types.js';
import { MAX_BASELINE_BYTES } from '../read-file.js';
import { readPolicyDocument } from './document.js';
import { loadPolicy } from './load.js';
import { namedFiles } from './named-files.js';
import type { ReadPolicyFile } from './reading.js';

/** A policy with the digests of its files in it, or why there is none. */
export type LockedPolicy =
  | {
      readonly ok: true;
      readonly text: string;
      /** SHA-256 of the text, for `--policy-sha256`. */
      readonly sha256: string;
      readonly files: readonly { readonly path: string; readonly sha256: string }[];
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Writes the digest of every file that a policy names into it (`policy lock`, trust.md section 3): `{file, sha256}` in place of
 * the path, everything else byte for byte as it was. An existing digest is renewed.
 */
export async function lockPolicy(bytes: Uint8Array, name: string, read: ReadPolicyFile): Promise<LockedPolicy> {
  // The digests are about to be computed again: old ones are not compared.
  const asItIs: ReadPolicyFile = ({ file }, request) => read({ file }, request);
  const loaded = await loadPolicy(bytes, name, asItIs);
  if (!loaded.ok) return { ok: false, findings: loaded.findings };
  const parsed = readPolicyDocument(bytes);
  if (!parsed.ok) return { ok: false, findings: [] };
  const { document } = parsed;
  const findings: Finding[] = [];
  const edits: { readonly range: readonly [number, number]; readonly text: string }[] = [];
  const files: { path: string; sha256: string }[] = [];
  for (const { named, pointer } of namedFiles(document.value as JsonObject)) {
    const request = { what: 'file', unreadable: 'policy.invalid', limit: MAX_BASELINE_BYTES } as const;
    const file = await asItIs(named, request);
    const range = document.rangeOf(pointer);
    if (!file.ok || range === undefined) {
      if (!file.ok) findings.push(finding(file.code, file.message, name, { ...document.positionOf(pointer), pointer }));
      continue;
    }
    const sha256 = sha256Hex(file.bytes);
    files.push({ path: named.file, sha256 });
    edits.push({ range, text: `{"file": ${JSON.stringify(named.file)}, "sha256": "${sha256}"}` });
  }
  if (findings.length > 0) return { ok: false, findings };
  let text = Buffer.from(bytes).toString('utf8');
  // From the end, so that the ranges before an edit stay valid.
  for (const edit of edits.toSorted((a, b) => b.range[0] - a.range[0])) {
    text = text.slice(0, edit.range[0]) + edit.text + text.slice(edit.range[1]);
  }
  return { ok: true, text, sha256: sha256Hex(Buffer.from(text)), files };
}
