import { bundleDigest, normalDigest } from '../bundle/manifest.js';
import { Fault } from '../fault.js';
import { isObject, member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { readRevocationList } from '../kinds/revocation-list.js';
import { checkPath } from '../paths.js';
import { quote, shortHash, shortId } from '../text.js';
import type { SignOptions } from './record.js';
import type { SigningKey } from './signing-key.js';

/**
 * Adds a signature by `key` to `signatures` of a bundle manifest (contract sections 4, 5): one by the same key is replaced,
 * others stay. Missing and empty `sha256` members are filled in.
 * @param digests lower-case hex SHA-256 of each file that the manifest lists, by path.
 * @throws Fault when a file differs from its listed digest or is missing (`bundle.hash_mismatch`, `bundle.file_missing`, exit
 * code 2, whatever `options` say), when a bundle must not have a path (3), when it is not a manifest (6).
 */
export function signManifest(
  manifest: JsonObject,
  digests: ReadonlyMap<string, string>,
  key: SigningKey,
  options: Pick<SignOptions, 'warn'> = {},
): JsonObject {
  const files = listedFiles(manifest).map((file, i) => withDigest(file, `/files/${i}`, digests));
  const algorithm = member(manifest, 'algo_id') ?? '';
  if (algorithm !== '' && algorithm !== 'sha256') {
    throw new Fault('bundle.algorithm_unsupported', 'algo_id must be "sha256"', { pointer: '/algo_id' });
  }
  const signatures = member(manifest, 'signatures') ?? [];
  if (!Array.isArray(signatures)) {
    throw new Fault('record.member_type', '"signatures" must be a list', { pointer: '/signatures' });
  }
  const same = files.every((file, i) => file === (member(manifest, 'files') as readonly Json[])[i]);
  const filled: JsonObject = same ? manifest : { ...manifest, files };
  const digest = bundleDigest(filled);
  for (const other of signatures as readonly Json[]) {
    if (!isObject(other) || member(other, 'key_id') === key.id || member(other, 'signed_digest') === digest) continue;
    const by = member(other, 'key_id');
    options.warn?.(
      `the signature by key ${shortId(String(by))} does not match the manifest: remove it, or have it signed again`,
    );
  }
  const mine = signatureObject(digest, key);
  const own = (signatures as readonly Json[]).findIndex((one) => isObject(one) && member(one, 'key_id') === key.id);
  const list = own === -1 ? [...signatures, mine] : (signatures as Json[]).toSpliced(own, 1, mine);
  return { ...filled, signatures: list };
}

/**
 * The paths that a manifest lists.
 * @throws Fault when a bundle must not list them.
 */
export function listedPaths(manifest: JsonObject): readonly string[] {
  return listedFiles(manifest).map((file) => member(file, 'path') as string);
}

/**
 * Sets `signature` of a revocation list (contract section 4).
 * @throws Fault `revocation.list_invalid` (exit code 6) when the list cannot be read.
 */
export function signRevocationList(list: JsonObject, key: SigningKey): JsonObject {
  const { problems, digest } = readRevocationList(list);
  const [problem] = problems;
  if (problem !== undefined) throw new Fault(problem.code, problem.message, { pointer: problem.pointer });
  return { ...list, signature: signatureObject(digest, key) };
}

/** A signature object over the ASCII text of a digest (contract section 4). */
function signatureObject(digest: string, key: SigningKey): JsonObject {
  return { alg: 'ed25519', key_id: key.id, sig: key.sign(digest), signed_digest: digest };
}

function listedFiles(manifest: JsonObject): readonly JsonObject[] {
  const files = member(manifest, 'files');
  if (!Array.isArray(files)) throw new Fault('record.member_type', '"files" must be a list', { pointer: '/files' });
  if (files.length === 0) throw new Fault('bundle.empty', 'the bundle lists no files', { pointer: '/files' });
  return (files as readonly Json[]).map((file, i) => {
    const path = isObject(file) ? member(file, 'path') : undefined;
    if (!isObject(file) || typeof path !== 'string') {
      throw new Fault('record.member_type', `file ${i} has no path`, { pointer: `/files/${i}` });
    }
    const problem = checkPath(path, 'refuse');
    if (problem !== undefined) throw new Fault(problem.code, problem.message, { pointer: `/files/${i}/path` });
    return file;
  });
}

function withDigest(file: JsonObject, pointer: string, digests: ReadonlyMap<string, string>): JsonObject {
  const path = member(file, 'path') as string;
  const actual = digests.get(path);
  if (actual === undefined) {
    throw new Fault('bundle.file_missing', `listed file ${quote(path)} is missing`, { pointer: `${pointer}/path` });
  }
  const listed = member(file, 'sha256') ?? '';
  if (listed === '') return { ...file, sha256: actual };
  if (typeof listed !== 'string' || normalDigest(listed) !== actual) {
    const said = typeof listed === 'string' ? listed : JSON.stringify(listed);
    throw new Fault(
      'bundle.hash_mismatch',
      `SHA-256 of ${quote(path)} is ${shortId(actual)}, the manifest lists ${shortHash(said)}`,
      {
        pointer: `${pointer}/sha256`,
      },
    );
  }
  return file;
}
