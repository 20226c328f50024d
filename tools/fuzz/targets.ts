// Fuzz targets and their invariants: only expected errors are thrown, and whatever is accepted reads the same again.
import { createPrivateKey, createPublicKey, sign, verify as verifySignature } from 'node:crypto';
import { Fault } from '../../src/engine/fault.js';
import { canonicalize, canonicalSlow, digestHex } from '../../src/engine/json/jcs.js';
import { readJson } from '../../src/engine/json/read.js';
import { valueStrict } from '../../src/engine/json/strict.js';
import { DEFAULT_LIMITS, type Limits } from '../../src/engine/limits.js';
import type { Mode } from '../../src/engine/mode.js';
import type { VerifyOptions } from '../../src/engine/options.js';
import { sealRecord } from '../../src/engine/produce/record.js';
import { isCanonicalSignature } from '../../src/engine/signature/ed25519.js';
import { parsePublicKey } from '../../src/engine/signature/keys.js';
import { KeyTables } from '../../src/engine/signature/tables.js';
import { makeTrust } from '../../src/engine/signature/trust.js';
import type { ByteSource } from '../../src/engine/source/source.js';
import { parseInstant } from '../../src/engine/time.js';
import type { ArtifactVerdict, Json, JsonObject } from '../../src/engine/types.js';
import { verify } from '../../src/engine/verify.js';
import { loadPolicy } from '../../src/gate/config/policy/load.js';

const LIMITS: Limits = { ...DEFAULT_LIMITS, maxTotalBytes: 32 * 1024 * 1024, maxEntryBytes: 8 * 1024 * 1024 };
const made = makeTrust({ mode: 'gate' });
if (!made.ok) throw new Error(made.message);

const options = (mode: Mode): VerifyOptions => ({
  mode,
  strict: true,
  signatures: 'off',
  trust: made.trust,
  revocations: [],
  limits: LIMITS,
  now: 0,
});

function insist(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`does not hold: ${what}`);
}

/** The value; `undefined` when it was rejected with an expected error. */
function read(bytes: Uint8Array): Json | undefined {
  try {
    return readJson(bytes, LIMITS.maxDepth);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/** A source in memory that returns its bytes in chunks of a given size. */
function source(name: string, bytes: Uint8Array, piece: number): ByteSource {
  return {
    name,
    size: bytes.length,
    bytes: async (limit) => {
      if (bytes.length > limit) throw new Fault('limit.manifest_bytes', 'too large');
      return bytes;
    },
    async *chunks() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

async function verdictOf(name: string, bytes: Uint8Array, mode: Mode, piece = 1 << 20): Promise<ArtifactVerdict> {
  const verdict = await verify({ form: 'file', source: source(name, bytes, piece) }, options(mode));
  insist(
    !verdict.findings.some((one) => one.code === 'internal'),
    `no failure of our own: ${JSON.stringify(verdict.findings)}`,
  );
  insist((verdict.outcome === 'failed') === verdict.findings.some((one) => one.severity === 'error'), 'an error fails');
  return verdict;
}

const both = async (name: string, data: Buffer): Promise<void> => {
  const gate = await verdictOf(name, data, 'gate');
  const compat = await verdictOf(name, data, 'compat');
  // Compat mode accepts everything that the gate accepts, except parts that only the gate reads.
  if (gate.outcome === 'verified' && gate.kind === 'record')
    insist(compat.outcome === 'verified', 'compat takes it, too');
  const small = await verdictOf(name, data, 'gate', 7);
  insist(JSON.stringify(small) === JSON.stringify(gate), 'the verdict does not depend on how the bytes come');
};

/** JSON reading and canonical form (RFC 8259, RFC 8785). */
export function json(data: Buffer): void {
  const value = read(data);
  let exact: Json | undefined;
  try {
    exact = valueStrict(data, LIMITS.maxDepth);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
  insist((exact === undefined) === (value === undefined), 'both readers agree');
  if (value === undefined) return;
  insist(JSON.stringify(value) === JSON.stringify(exact), 'the exact reader reads the same');
  const text = canonicalize(value);
  insist(text === canonicalSlow(value), 'both writers agree');
  const again = read(Buffer.from(text, 'utf8'));
  insist(again !== undefined && canonicalize(again) === text, 'the canonical form reads as itself');
  insist(digestHex(again) === digestHex(value), 'with the same digest');
}

export async function record(data: Buffer): Promise<void> {
  await both('r.json', data);
  const value = read(data);
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return;
  // A mutation never produces a valid hash, so it is filled in to reach the code behind it.
  let sealed: JsonObject;
  try {
    sealed = sealRecord(value as JsonObject);
  } catch (error) {
    if (error instanceof Fault) return;
    throw error;
  }
  const text = canonicalize(sealed);
  const verdict = await verdictOf('r.json', Buffer.from(text, 'utf8'), 'gate');
  insist(!verdict.findings.some((one) => one.code === 'record.hash_mismatch'), 'a record has the hash that we gave it');
  if (verdict.outcome !== 'verified') return;
  const spaced = Buffer.from(JSON.stringify(sealed, null, 2), 'utf8');
  insist((await verdictOf('r.json', spaced, 'gate')).outcome === 'verified', 'in any writing');
}

export const chain = (data: Buffer): Promise<void> => both('c.json', data);
export const stream = (data: Buffer): Promise<void> => both('s.jsonl', data);

export async function zip(data: Buffer): Promise<void> {
  await verdictOf('p.zip', data, 'gate');
  await verdictOf('p.zip', data, 'compat');
}

export async function policy(data: Buffer): Promise<void> {
  const missing = { ok: false, code: 'dependency.missing', message: 'not there' } as const;
  const loaded = await loadPolicy(data, 'p.yml', () => Promise.resolve(missing));
  insist(loaded.ok || loaded.findings.some((one) => one.severity === 'error'), 'a refusal says why');
}

export function key(data: Buffer): void {
  const text = data.toString('utf8');
  for (const mode of ['gate', 'compat'] as const) {
    const parsed = parsePublicKey(text, mode);
    if (!parsed.ok) continue;
    insist(parsed.key.bytes.length === 32, 'a key has 32 bytes');
    const again = parsePublicKey(Buffer.from(parsed.key.bytes).toString('hex'), mode);
    insist(again.ok && again.key.id === parsed.key.id, 'and its id from them');
  }
}

const signer = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 0x5a)]),
  format: 'der',
  type: 'pkcs8',
});
const signed = parsePublicKey(createPublicKey(signer).export({ format: 'pem', type: 'spki' }) as string, 'gate');
if (!signed.ok) throw new Error(signed.message);
const tables = new KeyTables(0);
tables.take(signed.key.bytes);

/** The first byte is the number of bits to flip in the signature of the rest, the following bytes select them. */
export function signature(data: Buffer): void {
  if (!signed.ok || data.length === 0) return;
  const turned = (data[0] ?? 0) % 4;
  const message = data.subarray(1 + 2 * turned);
  const bytes = sign(null, message, signer);
  for (let i = 0; i < turned; i++) {
    const bit = ((data[1 + 2 * i] ?? 0) * 256 + (data[2 + 2 * i] ?? 0)) % 512;
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  }
  if (!isCanonicalSignature(bytes)) return;
  const [verdict] = tables.verify([{ key: signed.key.bytes, message, signature: bytes }]);
  insist(verdict === verifySignature(null, message, signed.key.verifier, bytes), 'tables and node:crypto agree');
}

export function time(data: Buffer): void {
  const instant = parseInstant(data.toString('latin1'));
  if (instant === undefined) return;
  const again = parseInstant(instant.utc);
  insist(again !== undefined && again.utc === instant.utc, 'what is written is read again');
}

export { cost, inputOfRecipe } from './cost.js';
export { COST_SEEDS } from './cost-seeds.js';
