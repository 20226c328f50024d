// Hostile shapes: artifacts built to take as much time and memory per byte as possible (hardening 33), and an honest one of the
// same size for comparison. Used by the benchmark, the fuzzer and the tests.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const sha = (data) => createHash('sha256').update(data).digest('hex');

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

const BASE = {
  record_version: '1.0',
  timestamp: '2026-11-01T12:00:00Z',
  source: 'ci',
  source_product: 'ci',
  record_type: 'decision',
  controls: { permissions_enforced: true },
};

/** A record with its hash. */
export function sealed(members, previous = '') {
  const record = { record_id: 'prf-1', ...BASE, event: { action: 'allow' }, ...members };
  const covered = { ...record, agent_id: '', metadata: null, integrity: { previous_record_hash: previous } };
  const integrity = { record_hash: `sha256:${sha(canonical(covered))}` };
  return { ...record, integrity: previous === '' ? integrity : { ...integrity, previous_record_hash: previous } };
}

/** Repeats a text, built from its number, as often as fits into `bytes`. */
function fill(bytes, make, separator = ',') {
  const parts = [];
  for (let size = 0, i = 0; size < bytes; i++) {
    const part = make(i);
    parts.push(part);
    size += part.length + separator.length;
  }
  return parts.join(separator);
}

/** The text of a record with additional text inserted at its start. */
const withMembers = (record, text) => JSON.stringify(record).replace('{', `{${text},`);
/** A record whose event contains this JSON text; its hash does not match, as if it had been changed. */
const withEvent = (text) => JSON.stringify(sealed({})).replace('"action":"allow"', `"action":"allow","x":${text}`);

function chain(records) {
  const list = [];
  let head = '';
  for (const members of records) {
    list.push(sealed(members, head));
    head = list.at(-1).integrity.record_hash;
  }
  return { chain_id: 'c', created_at: BASE.timestamp, record_count: list.length, head_hash: head, records: list };
}

const long = (count) => 'x'.repeat(count);

function honestRecords(bytes) {
  const members = (i) => ({
    record_id: `prf-${i}`,
    event: { action: 'allow', path: `src/file-${i}.ts`, note: long(1200) },
  });
  const one = JSON.stringify(sealed(members(0), `sha256:${long(64)}`)).length;
  return Array.from({ length: Math.max(1, Math.floor(bytes / one)) }, (_, i) => members(i));
}

/** A bundle whose record types have this schema. */
function typedBundle(schema, events) {
  const text = JSON.stringify({ $id: 'urn:acme:x', 'x-proof-schema-version': '1', ...schema });
  const lines = events.map((event, i) => JSON.stringify(sealed({ record_id: `r${i}`, record_type: 'acme.x', event })));
  const type = { record_type: 'acme.x', schema_id: 'urn:acme:x', schema_version: '1', schema_path: 's.json' };
  return bundle({
    's.json': text,
    'record-types.json': JSON.stringify({ version: '1', record_types: [{ ...type, sha256: sha(text) }] }),
    'records.jsonl': `${lines.join('\n')}\n`,
  });
}

function bundle(files) {
  const listed = Object.entries(files).map(([path, body]) => ({ path, sha256: sha(body) }));
  return { ...files, 'manifest.json': JSON.stringify({ files: listed, algo_id: 'sha256' }) };
}

/** A zip archive without compression. */
export function zip(files) {
  const parts = [];
  const central = [];
  let at = 0;
  for (const [name, data] of Object.entries(files)) {
    const body = Buffer.from(data);
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(33, 12);
    local.writeUInt32LE(crc32(body), 14);
    local.writeUInt32LE(body.length, 18);
    local.writeUInt32LE(body.length, 22);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20 | (3 << 8), 4);
    local.copy(entry, 6, 4, 28);
    entry.writeUInt32LE((0o100644 << 16) >>> 0, 38);
    entry.writeUInt32LE(at, 42);
    parts.push(local, title, body);
    central.push(entry, title);
    at += 30 + title.length + body.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length / 2, 8);
  end.writeUInt16LE(central.length / 2, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...central, end]);
}

function pack(files) {
  const contents = Object.entries(files).map(([path, body]) => ({ path, sha256: sha(body), type: 'json' }));
  const manifest = {
    schema_id: 'gait.pack.manifest',
    schema_version: '1.0.0',
    created_at: BASE.timestamp,
    producer_version: '1',
    pack_id: '',
    pack_type: 'run',
    source_ref: 'run_x',
    contents,
  };
  manifest.pack_id = sha(canonical(manifest));
  return zip({ ...files, 'pack_manifest.json': canonical(manifest) });
}

const tower = (levels) => ({
  allOf: [{ $ref: '#/definitions/d0' }],
  definitions: Object.fromEntries(
    Array.from({ length: levels }, (_, i) => [
      `d${i}`,
      i + 1 === levels ? true : { allOf: [{ $ref: `#/definitions/d${i + 1}` }, { $ref: `#/definitions/d${i + 1}` }] },
    ]),
  ),
});

/** Each returns the files of an evidence folder of about this many bytes. */
export const SHAPES = {
  'honest chain': (bytes) => ({ 'c.json': JSON.stringify(chain(honestRecords(bytes))) }),
  'lines of empty objects': (bytes) => ({ 'r.jsonl': fill(bytes, () => '{}', '\n') }),
  'lines that are not JSON': (bytes) => ({ 'r.jsonl': fill(bytes, () => '{', '\n') }),
  'small records that do not link': (bytes) => ({
    'r.jsonl': fill(bytes, (i) => JSON.stringify(sealed({ record_id: `r${i}` })), '\n'),
  }),
  'a record with unknown members': (bytes) => ({
    'r.json': withMembers(
      sealed({}),
      fill(bytes, (i) => `"m${i}":0`),
    ),
  }),
  'a record with a long id': (bytes) => ({
    'r.json': JSON.stringify({ ...sealed({ record_id: long(bytes) }), u: 0, v: 0 }),
  }),
  'a record with empty objects': (bytes) => ({ 'r.json': withEvent(`[${fill(bytes, () => '{}')}]`) }),
  'a record with empty lists': (bytes) => ({ 'r.json': withEvent(`[${fill(bytes, () => '[]')}]`) }),
  'a record with numbers': (bytes) => ({ 'r.json': withEvent(`[${fill(bytes, (i) => `${i % 10}`)}]`) }),
  'a record with long numbers': (bytes) => ({
    'r.json': withEvent(`[${fill(bytes, () => `1.${'3'.repeat(10_000)}`)}]`),
  }),
  'a record with a number of zeros': (bytes) => ({ 'r.json': withEvent(`1.${'0'.repeat(bytes)}1`) }),
  'changed records of other letters': (bytes) => ({
    'r.jsonl': fill(bytes, () => withEvent(`"${'é'.repeat(100_000)}"`), '\n'),
  }),
  'a record with edges': (bytes) => ({
    'r.json': JSON.stringify(sealed({})).replace(
      '"event"',
      `"relationship":{"edges":[${fill(bytes, () => '{}')}]},"event"`,
    ),
  }),
  'a record with escapes': (bytes) => ({ 'r.json': withEvent(`"${'\\u00e9'.repeat(bytes / 6)}"`) }),
  'a record with escaped names': (bytes) => ({ 'r.json': withEvent(`{${fill(bytes, (i) => `"\\u0061${i}":0`)}}`) }),
  'a record with deep lists': (bytes) => ({
    'r.json': withEvent(`[${fill(bytes, () => `${'['.repeat(190)}${']'.repeat(190)}`)}]`),
  }),
  'a record with members that occur twice': (bytes) => ({
    'r.json': withEvent(`{${fill(bytes, (i) => `"m${i >> 1}":0`)}}`),
  }),
  'a record with entity references': (bytes) => ({
    'r.json': JSON.stringify(sealed({})).replace(
      '"event"',
      `"relationship":{"entity_refs":[${fill(bytes, () => '{}')}]},"event"`,
    ),
  }),
  'a record with related ids': (bytes) => ({
    'r.json': JSON.stringify(
      sealed({
        relationship: {
          related_record_ids: Array.from({ length: bytes / 9 }, (_, i) => `r${String(i).padStart(5, '0')}`),
        },
      }),
    ),
  }),
  'a record with mild problems': (bytes) => ({
    'r.json': JSON.stringify(
      sealed({
        relationship: {
          entity_refs: Array.from({ length: bytes / 38 }, () => ({ id: 'a', kind: 'run', digest: 'x' })),
        },
      }),
    ),
  }),
  'a timestamp with a long fraction': (bytes) => ({
    'c.json': JSON.stringify(chain([{ timestamp: `2026-11-01T12:00:00.${'0'.repeat(bytes)}1Z` }])),
  }),
  'a chain with unknown members': (bytes) => ({
    'c.json': withMembers(
      chain(honestRecords(1)),
      fill(bytes, (i) => `"m${i}":0`),
    ),
  }),
  'a chain with signatures': (bytes) => ({
    'c.json': JSON.stringify({
      ...chain(honestRecords(1)),
      signatures: new Array(Math.ceil(bytes / 250)).fill({
        alg: 'ed25519',
        key_id: long(64),
        sig: long(86),
        signed_digest: long(64),
      }),
    }),
  }),
  'a chain of numbers': (bytes) => ({ 'c.json': `{"chain_id":"c","records":[${fill(bytes, () => '1')}]}` }),
  'a chain with a broken end': (bytes) => ({ 'c.json': `${JSON.stringify(chain(honestRecords(bytes))).slice(0, -2)}` }),
  'a manifest that lists one file': (bytes) => {
    const files = bundle({ 'a.json': '{}' });
    const row = JSON.stringify({ path: 'a.json', sha256: sha('{}') });
    return { ...files, 'manifest.json': `{"files":[${fill(bytes, () => row)}],"algo_id":"sha256"}` };
  },
  'a manifest that lists missing files': (bytes) => {
    const row = (i) => JSON.stringify({ path: `f${i}.json`, sha256: sha('{}') });
    return { ...bundle({}), 'manifest.json': `{"files":[${fill(bytes, row)}],"algo_id":"sha256"}` };
  },
  'a bundle with a schema that unfolds': (bytes) =>
    typedBundle(
      tower(20),
      honestRecords(bytes).map(({ event }) => event),
    ),
  'a bundle with a schema of alternatives': (bytes) =>
    typedBundle(
      {
        properties: {
          event: {
            properties: { l: { items: { anyOf: new Array(1000).fill({ type: 'string', enum: ['a', 'b'] }) } } },
          },
        },
      },
      [{ l: new Array(Math.floor(bytes / 4)).fill(1) }],
    ),
  'a bundle with a schema of patterns': (bytes) =>
    typedBundle(
      {
        properties: {
          event: {
            properties: {
              l: {
                items: {
                  patternProperties: Object.fromEntries(
                    Array.from({ length: 20_000 }, (_, i) => [i.toString(16), true]),
                  ),
                  additionalProperties: false,
                },
              },
            },
          },
        },
      },
      [{ l: Array.from({ length: Math.floor(bytes / 12) }, () => ({ zz: 0 })) }],
    ),
  'a pack with a content of lists': (bytes) => ({ 'p.zip': pack({ 'a.json': `{"a":[${fill(bytes, () => '[0]')}]}` }) }),
  'a pack with many contents': (bytes) => ({
    'p.zip': pack(
      Object.fromEntries(Array.from({ length: Math.min(9000, bytes / 200) }, (_, i) => [`f${i}.json`, '{}'])),
    ),
  }),
  'a bundle with lines that are no JSON': (bytes) => bundle({ 'a.txt': '[[\n'.repeat(bytes / 3) }),
  'a manifest with a path of many parts': (bytes) => ({
    ...bundle({}),
    'manifest.json': JSON.stringify({ files: [{ path: 'a/'.repeat(bytes / 2), sha256: sha('') }], algo_id: 'sha256' }),
  }),
  'a digest after blanks': (bytes) => ({
    'r.json': JSON.stringify({ ...sealed({}), integrity: { record_hash: `sha256${' '.repeat(bytes)}x` } }),
  }),
  'a reference of a kind with many parts': (bytes) => ({
    'r.json': JSON.stringify(sealed({ relationship: { parent_ref: { kind: `a${'.a'.repeat(bytes / 2)}`, id: 'x' } } })),
  }),
  'copies of a record and of its approval': (bytes) => {
    const asking = sealed({ record_id: 'd', event: { verdict: 'require_approval' } });
    const { record_hash } = asking.integrity;
    const approval = sealed({ record_type: 'approval', event: { verdict: 'approve', record_hash } });
    return { 's.jsonl': `${JSON.stringify(asking)}\n${JSON.stringify(approval)}\n`.repeat(bytes / 700) };
  },
  'approvals that share an id and need approval': (bytes) => {
    const event = (i) => ({ verdict: 'approve', approves: ['d'], i, decision: 'require_approval' });
    const controls = { ...BASE.controls, human_oversight: { approval_required: true } };
    const one = (i) => sealed({ record_id: 'd', record_type: 'approval', event: event(i), controls });
    return { 's.jsonl': fill(bytes, (i) => JSON.stringify(one(i)), '\n') };
  },
  'a revoked key with a long id': (bytes) => ({
    'l.json': JSON.stringify({
      ...{ version: '1', created_at: BASE.timestamp },
      revoked: [{ key_id: 'ab'.repeat(bytes / 2), revoked_at: BASE.timestamp }],
    }),
  }),
  'a revocation list': (bytes) => ({
    'l.json': `{"version":"1","created_at":"2026-11-01T12:00:00Z","revoked":[${fill(
      bytes,
      (i) => `{"key_id":"${String(i).padStart(64, '0')}","revoked_at":"2026-11-01T12:00:00Z"}`,
    )}]}`,
  }),
  'signed JSON with empty objects': (bytes) => ({ 't.json': `{"signature":{},"x":[${fill(bytes, () => '{}')}]}` }),
  noise: (bytes) => ({ 'n.json': Buffer.alloc(bytes, 'noise') }),
  'open brackets': (bytes) => ({ 'n.json': '['.repeat(bytes) }),
  'an open string': (bytes) => ({ 'n.json': `"${long(bytes)}` }),
  backslashes: (bytes) => ({ 'n.json': `"${'\\'.repeat(bytes)}"` }),
};
