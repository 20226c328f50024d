import { describe, expect, test } from '@jest/globals';
import { detect } from '../../src/engine/detect.js';
import { Fault } from '../../src/engine/fault.js';
import { KINDS } from '../../src/engine/kinds/table.js';
import { memorySource } from '../../src/engine/source/memory.js';
import { bufferAccess } from '../../src/engine/source/random-access.js';
import type { ByteSource } from '../../src/engine/source/source.js';
import type { JsonObject } from '../../src/engine/types.js';
import { verify } from '../../src/engine/verify.js';
import {
  ALICE,
  chain,
  type Doc,
  JOB_ENTRIES,
  jsonl,
  pack,
  packManifest,
  record,
  records,
  revocationList,
  runpack,
  sha,
  signedJson,
  zip,
} from '../support/build.js';
import { verifyOptions } from '../support/options.js';
import { verifyBytes } from './kinds/cases/run.js';

const OPTIONS = verifyOptions();
/** Too large to be read at once. */
const NOISE = Buffer.alloc(1024 * 1024, 'noise');

describe('what an object is taken for', () => {
  const signature = {};
  test.each<[Doc, string, string, string[]]>([
    [{ records: [] }, 'unknown', 'chain', []],
    [{ records: [], head_hash: '' }, 'chain', 'chain', ['records']],
    [{ records: [{ integrity: {} }] }, 'chain', 'chain', ['records']],
    [{ record_id: '' }, 'unknown', 'record', []],
    [{ record_id: '', integrity: {} }, 'record', 'record', ['record_id']],
    [{ pack_id: '' }, 'gait_signed_json', 'gait_signed_json', ['pack_id']],
    [{ signature }, 'gait_signed_json', 'gait_signed_json', ['signature']],
    [{ pack_id: '', signature }, 'gait_signed_json', 'gait_signed_json', ['pack_id']],
    [{ signature: null }, 'gait_signed_json', 'unknown', ['signature']],
    [{ signature: 'x' }, 'gait_signed_json', 'unknown', ['signature']],
    [{ schema_id: 'gait.gate.trace' }, 'gait_signed_json', 'unknown', ['schema_id']],
    [{ schema_id: 'acme.trace' }, 'unknown', 'unknown', []],
    [{ records: [], chain_id: '', record_id: '', record_type: '' }, 'chain', 'chain', ['records', 'record_id']],
    [{ records: [], signature }, 'chain', 'chain', ['records', 'signature']],
    [{ record_id: '', pack_id: '' }, 'record', 'record', ['record_id', 'pack_id']],
    [{ record_id: '', signature: null }, 'record', 'record', ['record_id', 'signature']],
    [{ record_id: '', schema_id: 'gait.gate.trace' }, 'record', 'record', ['record_id', 'schema_id']],
    [{ version: '1', revoked: [] }, 'revocation_list', 'unknown', ['revoked']],
    [{ version: '1', revoked: [], signature }, 'revocation_list', 'gait_signed_json', ['revoked']],
    [{ version: '1', record_types: [] }, 'record_types', 'unknown', ['record_types']],
    [{ version: '1', revoked: [], record_id: '', record_type: '' }, 'record', 'record', ['record_id']],
    [{ version: '1', revoked: [], records: [], chain_id: '' }, 'chain', 'chain', ['records']],
    [{ revoked: [] }, 'unknown', 'unknown', []],
    [{ record_types: [] }, 'unknown', 'unknown', []],
    [{ version: '1' }, 'unknown', 'unknown', []],
    [{ version: '1', record_types: [], signature }, 'gait_signed_json', 'gait_signed_json', ['signature']],
    [{ pack_id: '', schema_id: 'gait.gate.trace' }, 'gait_signed_json', 'gait_signed_json', ['pack_id']],
    [{ event_id: '', event_type: '' }, 'governance_event', 'unknown', ['event_id']],
    [{ event_id: '' }, 'unknown', 'unknown', []],
    [{ event_type: '' }, 'unknown', 'unknown', []],
    [{}, 'unknown', 'unknown', []],
  ])('%j', (value, gate, compat, claims) => {
    const object = value as unknown as JsonObject;
    const found = detect(object, 'gate', KINDS);
    expect({ kind: found.kind?.name ?? 'unknown', claims: found.claims }).toEqual({ kind: gate, claims });
    expect(detect(object, 'compat', KINDS).kind?.name ?? 'unknown').toBe(compat);
  });

  test('inherited members claim nothing', () => {
    expect(detect(JSON.parse('{"__proto__":{"record_id":"x"}}') as JsonObject, 'gate', KINDS).kind).toBeUndefined();
  });
});

describe('by name and content', () => {
  test.each<[string, unknown, string]>([
    ['a.json', record(), 'record'],
    ['a', record(), 'record'],
    ['a.txt', chain(records(1)), 'chain'],
    ['a.jsonl', jsonl(records(1)), 'stream'],
    ['a.NDJSON', jsonl(records(1)), 'stream'],
    ['a.b.JSONL', jsonl(records(1)), 'stream'],
    ['a.json', jsonl([record()]), 'record'],
    ['a.zip', pack({ 'a.txt': '' }), 'gait_pack'],
    ['a.Zip', runpack(), 'gait_runpack'],
    ['folder.zip/a.json', record(), 'record'],
    ['a.json', signedJson({ schema_id: 'gait.gate.trace' }, ALICE), 'gait_signed_json'],
    ['a.json', revocationList([]), 'revocation_list'],
  ])('%s', async (name, content, kind) => {
    const verdict = await verifyBytes(name, content);
    expect(verdict).toMatchObject({ kind, outcome: 'verified', path: name });
  });

  test.each<[string, unknown, string]>([
    ['a.jsonl', runpack(), 'json.encoding'],
    ['a.zip', JSON.stringify(record()), 'zip.unreadable'],
    ['a.json', runpack(), 'json.encoding'],
    ['a.json', jsonl(records(2)), 'json.syntax'],
    ['a.json', '5', 'kind.unsupported'],
    ['a.json', 'null', 'kind.unsupported'],
    ['a.json', '{}', 'kind.unsupported'],
  ])('%s that is something else', async (name, content, code) => {
    const { findings, outcome } = await verifyBytes(name, content);
    expect(outcome).toBe('failed');
    expect(findings[0]?.code).toBe(code);
  });

  test('digest and size are those of the file, also of one that fails', async () => {
    for (const text of [JSON.stringify(record()), '{', '[]', jsonl(records(3))]) {
      expect(await verifyBytes('a.json', text)).toMatchObject({ sha256: sha(text), bytes: text.length });
      expect(await verifyBytes('a.jsonl', text)).toMatchObject({ sha256: sha(text), bytes: text.length });
    }
    expect((await verifyBytes('a.json', '{}', { mode: 'compat' })).sha256).toBeNull();
  });
});

describe('whatever happens, there is a verdict', () => {
  const source = memorySource('a.json', Buffer.from(JSON.stringify(record())));

  test('a source that fails half-way', async () => {
    const changed = {
      ...source,
      bytes: () => Promise.reject(new Fault('io.changed', 'changed')),
      chunks: source.chunks,
    };
    const verdict = await verify({ form: 'file', source: changed }, OPTIONS);
    expect(verdict).toMatchObject({ outcome: 'failed', findings: [{ code: 'io.changed', exit_code: 6 }] });
  });

  test('a bug of ours is internal, exit 1, and fails', async () => {
    const broken = { ...source, bytes: () => Promise.reject(new TypeError('undefined is not a function')) };
    const verdict = await verify({ form: 'file', source: broken }, OPTIONS);
    expect(verdict).toMatchObject({ outcome: 'failed', findings: [{ code: 'internal', exit_code: 1 }] });
    expect((await verify({ form: 'file', source: { ...broken, name: 'a.zip' } }, OPTIONS)).findings).toMatchObject([
      { code: 'internal' },
    ]);
  });

  test('no bytes of any kind make it throw', async () => {
    for (const name of ['a.json', 'a.jsonl', 'a.zip']) {
      for (let byte = 0; byte < 256; byte++) {
        const { findings } = await verifyBytes(name, Buffer.from([byte, byte ^ 0x20]));
        expect(findings.map((one) => one.code)).not.toContain('internal');
      }
    }
  });

  test('nesting that would exhaust a stack', async () => {
    for (const open of ['[', '{"a":', '{"records":[', '{"event":[']) {
      const { findings } = await verifyBytes('a.json', open.repeat(200_000));
      expect(findings).toMatchObject([{ code: 'json.depth' }]);
    }
  });
});

describe('a source that is read twice', () => {
  const packed = zip([
    { name: 'pack_manifest.json', data: JSON.stringify(packManifest({ 'a.bin': NOISE })) },
    { name: 'a.bin', data: NOISE, method: 0 },
    ...JOB_ENTRIES,
  ]);
  const twice = (name: string, content: Uint8Array): ByteSource => ({
    ...memorySource(name, content),
    access: async () => ({ ...bufferAccess(content), close: () => {} }),
    // biome-ignore lint/correctness/useYield: it fails before the first piece
    async *chunks(): AsyncGenerator<Uint8Array> {
      throw new Fault('io.changed', 'changed');
    },
  });

  test('and is another one then: it fails, and nothing is told of its digest', async () => {
    const verdict = await verify({ form: 'file', source: twice('a.zip', packed) }, OPTIONS);
    expect(verdict).toMatchObject({ kind: 'gait_pack', outcome: 'failed', sha256: null });
    expect(verdict.findings).toMatchObject([{ code: 'io.changed', message: 'changed' }]);
  });

  test('one that failed already is told once', async () => {
    const { findings } = await verify({ form: 'file', source: twice('a.zip', Buffer.from('x')) }, OPTIONS);
    expect(findings.map(({ code }) => code)).toEqual(['zip.unreadable']);
  });

  test('one that is too large is not read at all', async () => {
    const limits = { ...OPTIONS.limits, maxArtifactBytes: packed.length - 1 };
    const verdict = await verify({ form: 'file', source: twice('a.zip', packed) }, { ...OPTIONS, limits });
    expect(verdict).toMatchObject({ sha256: null, bytes: packed.length, findings: [{ code: 'limit.artifact_bytes' }] });
  });

  test('a large archive is read through one that stays open, and is closed', async () => {
    const large = zip([
      { name: 'pack_manifest.json', data: JSON.stringify(packManifest({ 'a.bin': NOISE })) },
      { name: 'a.bin', data: NOISE, method: 0 },
      ...JOB_ENTRIES,
    ]);
    let closed = 0;
    const opened = async () => ({
      ...bufferAccess(large),
      close: async () => {
        closed++;
        if (closed > 1) throw new Fault('io.changed', 'changed');
      },
    });
    const source = memorySource('a.zip', large);
    const verdict = await verify({ form: 'file', source: { ...source, access: opened } }, OPTIONS);
    expect(verdict).toMatchObject({ outcome: 'verified', sha256: sha(large), facts: { filesVerified: 4 } });
    expect(closed).toBe(1);
    expect((await verify({ form: 'file', source: { ...source, access: opened } }, OPTIONS)).findings).toMatchObject([
      { code: 'io.changed' },
    ]);
    expect(closed).toBe(2);
  });
});
