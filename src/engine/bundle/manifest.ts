import type { Document } from '../document.js';
import { digestHex } from '../json/jcs.js';
import { isObject, MemberReader, member, type Problem } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { validateDocument } from '../schema/registry.js';
import { quote } from '../text.js';

/** One listed file. */
export interface ListedFile {
  readonly path: string;
  readonly sha256: string;
  readonly pointer: string;
}

const MANIFEST_MEMBERS: ReadonlySet<string> = new Set(['files', 'algo_id', 'salt_id', 'signatures']);
const FILE_MEMBERS: ReadonlySet<string> = new Set(['path', 'sha256']);
const SHA256 = /^(?:sha256:)?[0-9a-f]{64}$/;

/** Reads the list of files; `undefined`: the manifest cannot be read, and a finding was raised. */
export function readManifest(document: Document): readonly ListedFile[] | undefined {
  const { value, context } = document;
  const problems: Problem[] = [];
  const read = new MemberReader(problems, 'record.member_type');
  document.checkCase(value, MANIFEST_MEMBERS, '');
  const list = read.list(value, 'files', '');
  const algorithm = read.text(value, 'algo_id', '') ?? '';
  read.text(value, 'salt_id', '');
  read.list(value, 'signatures', '');
  const files = (list ?? []).map((item, i): ListedFile => {
    const pointer = `/files/${i}`;
    if (!isObject(item)) read.wrong('/files', String(i), 'object', item);
    const file = isObject(item) ? item : {};
    document.checkCase(file, FILE_MEMBERS, pointer);
    return { path: read.text(file, 'path', pointer) ?? '', sha256: read.text(file, 'sha256', pointer) ?? '', pointer };
  });
  // When members have the wrong type, the schema would only repeat these problems.
  if (problems.length > 0) {
    for (const problem of problems) document.raise(problem);
    return undefined;
  }
  for (const problem of validateDocument('bundle-manifest-v1', value)) document.raise(problem);
  const normal = context.options.mode === 'compat' ? algorithm.trim().toLowerCase() : algorithm;
  if (normal !== '' && normal !== 'sha256') {
    document.raise({
      code: 'bundle.algorithm_unsupported',
      message: `unknown digest algorithm ${quote(algorithm)}, only sha256 is supported`,
      pointer: '/algo_id',
    });
    return undefined;
  }
  // Without a list there is nothing to check; the schema check reported it.
  return list === undefined ? undefined : files;
}

/**
 * Normalizes a listed digest (optional `sha256:` prefix, any case; contract section 5) to 64 lower-case hex digits;
 * `undefined`: it is not a SHA-256.
 */
export function normalDigest(listed: string): string | undefined {
  const lower = listed.trim().toLowerCase();
  if (!SHA256.test(lower)) return undefined;
  return lower.startsWith('sha256:') ? lower.slice(7) : lower;
}

/** The digest that bundle signatures cover: the manifest with its defaults and all unknown members, without signatures. */
export function bundleDigest(manifest: JsonObject): string {
  const unknown = Object.entries(manifest).filter(([name]) => !MANIFEST_MEMBERS.has(name));
  const signed: Record<string, Json> = Object.fromEntries(unknown);
  signed['files'] = ((member(manifest, 'files') as readonly Json[] | null | undefined) ?? null) as Json;
  const algorithm = member(manifest, 'algo_id');
  signed['algo_id'] = typeof algorithm === 'string' && algorithm !== '' ? algorithm : 'sha256';
  const salt = member(manifest, 'salt_id');
  if (typeof salt === 'string' && salt !== '') signed['salt_id'] = salt;
  return digestHex(signed);
}
