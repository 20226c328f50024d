import { dirname } from 'node:path';
import { sha256 } from '../../engine/digest.js';
import { Fault } from '../../engine/fault.js';
import type { FindingCode } from '../../engine/findings.js';
import { rewriteJson } from '../../engine/json/rewrite.js';
import { DEFAULT_LIMITS } from '../../engine/limits.js';
import { signChain, signRecords } from '../../engine/produce/chain.js';
import { listedPaths, signManifest, signRevocationList } from '../../engine/produce/manifest.js';
import { readView, type SignOptions, signRecord } from '../../engine/produce/record.js';
import type { SigningKey } from '../../engine/produce/signing-key.js';
import { directorySource } from '../../engine/source/directory.js';
import type { JsonObject } from '../../engine/types.js';
import { findingsOf, warningsOf } from './check.js';
import { failure, type Given, refusal } from './input.js';

/** A signed artifact that is not written yet. */
export interface Signed {
  readonly text: string;
  readonly kind: 'record' | 'stream' | 'chain' | 'bundle' | 'revocation_list';
  readonly records: number;
  /** Records that were signed now; the others of a stream were signed before. Absent: all. */
  readonly signed?: number;
  readonly headHash?: string;
  /** Lines for standard error. */
  readonly warnings: readonly string[];
}

export interface SignGivenOptions {
  readonly force: boolean;
  /** Link the records of a stream. */
  readonly link: boolean;
}

/** What a gate must not find in something that was just signed. */
const OWN: readonly string[] = [
  'record.hash_',
  'chain.head_',
  'chain.record_count_',
  'signature.invalid',
  'signature.digest_',
  'revocation.',
  'schema.revocation_list.',
  'json.',
  'internal',
];

/**
 * Signs what a command was given and verifies the result with the public half of the key.
 * @throws CommandError 2, 3 or 6; nothing is written here.
 */
export async function signGiven(given: Given, key: SigningKey, options: SignGivenOptions): Promise<Signed> {
  const warnings: string[] = [];
  const signing: SignOptions = {
    force: options.force,
    warn: (message) => warnings.push(`${given.name}: warning: ${message}`),
  };
  const made = await make(given, key, signing, options.link);
  // The manifest of a bundle is verified with its folder, which still has the old one.
  if (made.kind === 'bundle') return { ...made, warnings };
  const ending = made.kind === 'stream' ? 'jsonl' : 'json';
  const findings = await findingsOf(`signed.${ending}`, Buffer.from(made.text), {
    publicKeys: [Buffer.from(key.publicKey).toString('hex')],
  });
  const refused = (code: FindingCode): boolean =>
    OWN.some((start) => code.startsWith(start)) && code !== 'revocation.not_checked';
  return {
    ...made,
    warnings: [
      ...warnings,
      ...warningsOf(given.name, findings, ({ code, severity }) => severity === 'error' && refused(code)),
    ],
  };
}

type Made = Omit<Signed, 'warnings'>;

async function make(given: Given, key: SigningKey, options: SignOptions, link: boolean): Promise<Made> {
  const { name, bytes } = given;
  const whole = { bytes, offset: 0, length: bytes.length };
  switch (given.kind) {
    case 'record': {
      const signed = placed(() => signRecord(given.value, key, options), name, whole);
      return { kind: 'record', records: 1, text: rewrite(bytes, given.value, signed) };
    }
    case 'stream':
      return signStream(given, key, options, link);
    case 'chain': {
      if (!link) throw failure('usage.invalid', `${name} is a chain: its records link, so --no-link has no meaning`);
      let at = 0;
      const signed = placed(
        () =>
          signChain(given.value, key, {
            ...options,
            at: (index) => {
              at = index;
            },
          }),
        name,
        whole,
        () => `/records/${at}`,
      );
      const records = signed['records'] as readonly JsonObject[];
      const text = rewrite(bytes, given.value, signed);
      return { kind: 'chain', records: records.length, headHash: String(signed['head_hash']), text };
    }
    case 'revocation_list': {
      const signed = placed(() => signRevocationList(given.value, key), name, whole);
      return { kind: 'revocation_list', records: 0, text: rewrite(bytes, given.value, signed) };
    }
    case 'bundle':
      return signBundle(given, key, options);
    case 'other':
      throw failure('kind.unsupported', `${name} cannot be signed here: it is ${given.words}`);
  }
}

function signStream(given: Given & { kind: 'stream' }, key: SigningKey, options: SignOptions, link: boolean): Made {
  const { name, bytes, records } = given;
  let at = 0;
  let signed: readonly JsonObject[];
  try {
    signed = signRecords(
      records.map(({ value }) => value),
      key,
      {
        ...options,
        link,
        at: (index) => {
          at = index;
        },
      },
    );
  } catch (error) {
    const record = records[at];
    throw refusal(error, name, record === undefined ? undefined : { bytes, ...record });
  }
  const parts: Uint8Array[] = [];
  let end = 0;
  records.forEach(({ value, offset, length }, i) => {
    const line = bytes.subarray(offset, offset + length);
    parts.push(bytes.subarray(end, offset), Buffer.from(rewrite(line, value, signed[i] ?? value)));
    end = offset + length;
  });
  parts.push(bytes.subarray(end));
  const last = signed.at(-1);
  const headHash = link && last !== undefined ? readView(last).integrity.recordHash : undefined;
  const text = Buffer.concat(parts).toString('utf8');
  const fresh = signed.filter((one, i) => one !== records[i]?.value).length;
  return {
    ...{ kind: 'stream', records: records.length, text },
    ...(fresh === records.length ? {} : { signed: fresh }),
    ...(headHash === undefined ? {} : { headHash }),
  };
}

async function signBundle(given: Given & { kind: 'bundle' }, key: SigningKey, options: SignOptions): Promise<Made> {
  const { name, bytes, value } = given;
  const manifest = `${name}/manifest.json`;
  const whole = { bytes, offset: 0, length: bytes.length };
  const folder = directorySource(dirname(given.path ?? ''), name, DEFAULT_LIMITS, 'refuse');
  const digests = new Map<string, string>();
  try {
    for (const path of listedPaths(value)) digests.set(path, await digestOf(folder, path));
  } catch (error) {
    throw refusal(error, manifest, whole);
  }
  for (const [path, digest] of digests) if (digest === '') digests.delete(path);
  const signed = placed(() => signManifest(value, digests, key, options), manifest, whole);
  const listed = new Set(digests.keys());
  for (const entry of await folder.list()) {
    if (entry.type === 'file' && entry.path !== 'manifest.json' && !listed.has(entry.path)) {
      options.warn?.(`${JSON.stringify(entry.path)} is not listed in the manifest: a gate refuses the bundle`);
    }
  }
  return { kind: 'bundle', records: 0, text: rewrite(bytes, value, signed) };
}

/** Lower-case hex SHA-256 of a file of the bundle, `''` when it is missing. */
async function digestOf(folder: ReturnType<typeof directorySource>, path: string): Promise<string> {
  const hash = sha256();
  try {
    for await (const chunk of folder.open(path).chunks()) hash.update(chunk);
  } catch (error) {
    if (error instanceof Fault && error.code === 'io.not_found') return '';
    throw error;
  }
  return hash.digest('hex');
}

function rewrite(bytes: Uint8Array, before: JsonObject, after: JsonObject): string {
  return rewriteJson(bytes, before, after, DEFAULT_LIMITS.maxDepth);
}

function placed(
  work: () => JsonObject,
  name: string,
  whole: { readonly bytes: Uint8Array; readonly offset: number; readonly length: number },
  base: () => string = () => '',
): JsonObject {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { pointer = '' } = error.place;
    // What concerns the document itself already says where in it.
    const full = pointer.startsWith('/records') ? pointer : base() + pointer;
    throw refusal(new Fault(error.code, error.message, { ...error.place, pointer: full }), name, whole);
  }
}
