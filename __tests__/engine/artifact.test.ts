import { describe, expect, test } from '@jest/globals';
import { detect, verify } from '../../src/engine/artifact.js';
import { Fault } from '../../src/engine/fault.js';
import { memorySource } from '../../src/engine/source/memory.js';
import type { JsonObject } from '../../src/engine/types.js';
import {
  ALICE,
  chain,
  type Doc,
  jsonl,
  pack,
  record,
  records,
  revocationList,
  runpack,
  sha,
  signedJson,
} from '../support/build.js';
import { verifyOptions } from '../support/options.js';
import { verifyBytes } from './kinds/cases/run.js';

const OPTIONS = verifyOptions();

describe('what an object is taken for', () => {
  const signature = {};
  test.each<[Doc, string, string, string[]]>([
    [{ records: [] }, 'chain', 'chain', ['records']],
    [{ record_id: '' }, 'record', 'record', ['record_id']],
    [{ pack_id: '' }, 'gait_signed_json', 'gait_signed_json', ['pack_id']],
    [{ signature }, 'gait_signed_json', 'gait_signed_json', ['signature']],
    [{ pack_id: '', signature }, 'gait_signed_json', 'gait_signed_json', ['pack_id']],
    [{ signature: null }, 'gait_signed_json', 'unknown', ['signature']],
    [{ signature: 'x' }, 'gait_signed_json', 'unknown', ['signature']],
    [{ schema_id: 'gait.gate.trace' }, 'gait_signed_json', 'unknown', []],
    [{ schema_id: 'acme.trace' }, 'unknown', 'unknown', []],
    [{ records: [], record_id: '' }, 'chain', 'chain', ['records', 'record_id']],
    [{ records: [], signature }, 'chain', 'chain', ['records', 'signature']],
    [{ record_id: '', pack_id: '' }, 'record', 'record', ['record_id', 'pack_id']],
    [{ record_id: '', signature: null }, 'record', 'record', ['record_id', 'signature']],
    [{ record_id: '', schema_id: 'gait.gate.trace' }, 'record', 'record', ['record_id', 'schema_id']],
    [{ version: '1', revoked: [] }, 'revocation_list', 'unknown', []],
    [{ version: '1', revoked: [], signature }, 'revocation_list', 'gait_signed_json', []],
    [{ version: '1', record_types: [] }, 'record_types', 'unknown', []],
    [{ event_id: '', event_type: '' }, 'governance_event', 'unknown', []],
    [{}, 'unknown', 'unknown', []],
  ])('%j', (value, gate, compat, claims) => {
    const object = value as unknown as JsonObject;
    expect(detect(object, OPTIONS)).toMatchObject({ kind: gate });
    if (claims.length > 0) expect(detect(object, OPTIONS).claims).toEqual(claims);
    expect(detect(object, { ...OPTIONS, mode: 'compat' }).kind).toBe(compat);
  });

  test('inherited members claim nothing', () => {
    expect(detect(JSON.parse('{"__proto__":{"record_id":"x"}}') as JsonObject, OPTIONS).kind).toBe('unknown');
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
  const access = (): Promise<never> => Promise.reject(new Error('out of handles'));

  test('a source that fails half-way', async () => {
    const changed = {
      ...source,
      bytes: () => Promise.reject(new Fault('io.changed', 'changed')),
      chunks: source.chunks,
    };
    const verdict = await verify({ form: 'file', source: changed, access }, OPTIONS);
    expect(verdict).toMatchObject({ outcome: 'failed', findings: [{ code: 'io.changed', exit_code: 6 }] });
  });

  test('a bug of ours is internal, exit 1, and fails', async () => {
    const broken = { ...source, bytes: () => Promise.reject(new TypeError('undefined is not a function')) };
    const verdict = await verify({ form: 'file', source: broken, access }, OPTIONS);
    expect(verdict).toMatchObject({ outcome: 'failed', findings: [{ code: 'internal', exit_code: 1 }] });
    expect(
      (await verify({ form: 'file', source: { ...broken, name: 'a.zip' }, access }, OPTIONS)).findings,
    ).toMatchObject([{ code: 'internal' }]);
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
