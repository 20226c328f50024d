import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  chain,
  type Doc,
  folder,
  jsonl,
  omit,
  pretty,
  record,
  recordHash,
  records,
  removeFolders,
  sha,
} from '../support/build.js';
import { command, type Result } from '../support/command.js';
import { buildZip } from '../support/zip-builder.js';

// What scripts written for upstream's `proof` read beside `verify` (producers.md section 9).

afterAll(removeFolders);

const proof = (...args: string[]): Promise<Result> => command('proof', ...args);

async function printed(...args: string[]): Promise<string> {
  const { exit, out, err } = await proof(...args);
  expect([exit, err]).toEqual([0, '']);
  return out;
}

describe('inspect of a record', () => {
  const written: Doc = {
    integrity: { signature: '', record_hash: 'h' },
    other: 1,
    event: { b: 1, 10: 2, 9: { z: 1, a: '<&>' } },
    record_id: 'r',
    timestamp: '2026-01-01T00:00:00.1200+00:00',
    controls: {
      human_oversight: { last_review: 'x' },
      guardrails_active: [{ name: 'g' }],
      within_scope: false,
      other: 1,
    },
    source: 's',
    record_type: 'decision',
    metadata: {},
    agent_id: '',
    relationship: { edges: [{ to: { id: '1', kind: 'k' }, kind: 'calls' }] },
  };

  test('prints the typed view, members in the order of the contract, those of event sorted', async () => {
    const path = join(folder({ 'r.json': JSON.stringify(written) }), 'r.json');
    const text = `{
  "record_id": "r",
  "record_version": "",
  "timestamp": "2026-01-01T00:00:00.12Z",
  "source": "s",
  "source_product": "",
  "record_type": "decision",
  "event": {
    "10": 2,
    "9": {
      "a": "\\u003c\\u0026\\u003e",
      "z": 1
    },
    "b": 1
  },
  "controls": {
    "permissions_enforced": false,
    "within_scope": false,
    "guardrails_active": [
      {
        "name": "g",
        "status": "",
        "triggered": false
      }
    ],
    "human_oversight": {
      "approval_required": false,
      "last_review": "x"
    }
  },
  "relationship": {
    "edges": [
      {
        "from": {
          "id": "",
          "kind": ""
        },
        "kind": "calls",
        "to": {
          "id": "1",
          "kind": "k"
        }
      }
    ]
  },
  "integrity": {
    "record_hash": "h"
  }
}
`;
    expect(await printed('inspect', '--json', path)).toBe(text);
    expect(await printed('inspect', path)).toBe(text);
    expect(await printed('inspect', '--record', 'another', path)).toBe(text);
    expect(await printed('inspect', '--quiet', path)).toBe('');
  });

  test('fills in what is absent', async () => {
    const path = join(folder({ 'r.json': '{"record_id":"r"}' }), 'r.json');
    expect(JSON.parse(await printed('inspect', path))).toEqual({
      record_id: 'r',
      record_version: '',
      timestamp: '0001-01-01T00:00:00Z',
      source: '',
      source_product: '',
      record_type: '',
      event: null,
      controls: { permissions_enforced: false },
      integrity: { record_hash: '' },
    });
  });

  test.each<[string, string]>([
    ['an event that is a text', '{"record_id":"r","event":"x"}'],
    ['a timestamp that is not an instant', '{"record_id":"r","timestamp":"today"}'],
    ['a doubled member', '{"record_id":"r","record_id":"s"}'],
    ['text that is not JSON', 'record_id'],
    ['a list', '[{"record_id":"r"}]'],
    ['an object that is not an artifact', '{"a":1}'],
    ['a chain whose records are a text', '{"records":"x"}'],
    ['a chain with a record that is a number', '{"records":[1]}'],
    ['a chain with a created_at that is not an instant', '{"records":[],"created_at":"now"}'],
    ['a chain with a signature that is a text', '{"records":[],"signatures":["x"]}'],
    ['an archive that is not one', 'PK'],
  ])('refuses %s', async (title, text) => {
    const name = title.startsWith('an archive') ? 'a.zip' : 'a.json';
    const { exit, out } = await proof('inspect', join(folder({ [name]: text }), name));
    expect([exit, out]).toEqual([6, '']);
  });
});

describe('inspect of other artifacts', () => {
  const list = records(2);

  test('a chain is printed without unknown members', async () => {
    const path = join(folder({ 'c.json': pretty({ note: 1, ...chain(list) }) }), 'c.json');
    const shown = JSON.parse(await printed('inspect', '--json', path));
    expect(Object.keys(shown)).toEqual(['chain_id', 'created_at', 'record_count', 'head_hash', 'records']);
    expect(shown.records).toEqual(list);
    expect(JSON.parse(await printed('inspect', '--record', 'r1', path))).toEqual(list[1]);
    expect((await proof('inspect', '--record', 'r2', path)).exit).toBe(6);
  });

  test('signatures over a chain are printed with their four members', async () => {
    const path = join(folder({ 'c.json': '{"records":null,"signatures":[{"alg":"x","more":1}]}' }), 'c.json');
    expect(JSON.parse(await printed('inspect', path))).toEqual({
      chain_id: '',
      created_at: '0001-01-01T00:00:00Z',
      record_count: 0,
      records: null,
      signatures: [{ alg: 'x', key_id: '', sig: '', signed_digest: '' }],
    });
  });

  test('a folder of records is printed as a chain of its name', async () => {
    const at = folder({ 'trail/a.json': pretty(list[0]), 'trail/b.jsonl': jsonl([list[1]]) });
    const shown = JSON.parse(await printed('inspect', join(at, 'trail')));
    expect(shown).toMatchObject({
      chain_id: 'trail',
      record_count: 2,
      head_hash: recordHash(list[1] as Doc),
      records: list,
    });
    expect(Date.parse(shown.created_at)).toBeLessThanOrEqual(Date.now());
    const declared = folder({ 'chain.json': pretty(chain(list, { chain_id: 'declared' })) });
    expect(JSON.parse(await printed('inspect', declared))).toMatchObject({ chain_id: 'declared' });
  });

  test('a bundle is printed as its manifest: wrapped as JSON, the text itself in plain', async () => {
    const text = '{"files": [],\n "b": 1.5, "algo_id": "sha256"}\n';
    const at = folder({ 'manifest.json': text });
    expect(await printed('inspect', '--json', at)).toBe(
      '{\n  "manifest": {\n    "files": [],\n    "b": 1.5,\n    "algo_id": "sha256"\n  }\n}\n',
    );
    expect(await printed('inspect', at)).toBe(`${text}\n`);
  });

  test.each<[string, string | Uint8Array]>([
    ['trace.json', '{"schema_id":"gait.gate.trace","signature":{}}'],
    ['pack.json', '{"pack_id":"x"}'],
    ['pack.zip', buildZip({ entries: [{ name: 'pack_manifest.json', data: '{}' }] })],
    ['runpack.zip', buildZip({ entries: [{ name: 'manifest.json', data: '{}' }] })],
  ])('%s prints nothing', async (name, content) => {
    expect(await printed('inspect', '--json', join(folder({ [name]: content }), name))).toBe('');
  });

  test('an archive without a manifest is rejected', async () => {
    const at = folder({ 'a.zip': buildZip({ entries: [{ name: 'a.txt', data: 'a' }] }) });
    expect(await proof('inspect', join(at, 'a.zip'))).toMatchObject({ exit: 6, out: '' });
  });

  test('a stream is printed as the chain of its lines', async () => {
    const path = join(folder({ 's.jsonl': jsonl(list) }), 's.jsonl');
    expect(JSON.parse(await printed('inspect', path)).records).toEqual(list);
  });
});

describe('chain verify', () => {
  test('leaves out the head hash without records', async () => {
    const path = join(folder({ 'c.json': '{"records":[]}' }), 'c.json');
    expect(await printed('chain', 'verify', '--json', path)).toBe('{\n  "intact": true,\n  "count": 0\n}\n');
  });

  test.each<[string, Doc]>([
    ['a good record', record()],
    ['a broken record', { ...record(), source: 'another' }],
    ['signed JSON', { signature: {} }],
  ])('refuses %s, which is not a chain', async (_, artifact) => {
    const { exit, err } = await proof('chain', 'verify', join(folder({ 'r.json': pretty(artifact) }), 'r.json'));
    expect(exit).toBe(6);
    expect(err).toContain('not a chain');
  });

  test('treats a folder as records whatever else is in it', async () => {
    const at = folder({ 'manifest.json': '{}', 'a.json': pretty(record()) });
    expect(JSON.parse(await printed('chain', 'verify', '--json', at))).toMatchObject({ count: 1 });
  });
});

describe('verify --chain and --bundle', () => {
  const good = pretty(chain(records(2)));
  const bad = pretty(chain([...records(2)].reverse()));
  const bundle = (files: Readonly<Record<string, string>>, digest?: string): string =>
    folder({
      ...files,
      'manifest.json': pretty({
        files: Object.entries(files).map(([path, text]) => ({ path, sha256: digest ?? sha(text) })),
      }),
    });

  test.each<[string, string[], string, number]>([
    ['a good record as what it is', ['--chain'], join(folder({ 'r.json': pretty(record()) }), 'r.json'), 0],
    ['a folder without a manifest as a chain', ['--bundle'], folder({ 'r.json': pretty(record()) }), 0],
    ['the chain of a bundle', ['--chain'], bundle({ 'chain.json': good }), 0],
    ['the broken chain of a bundle', ['--chain'], bundle({ 'chain.json': bad }), 2],
    ['the chain of a changed bundle', ['--chain'], bundle({ 'chain.json': good }, 'a'.repeat(64)), 0],
    ['chain and bundle', ['--chain', '--bundle'], bundle({ 'chain.json': good }, 'a'.repeat(64)), 2],
    ['chain and bundle, the chain broken', ['--chain', '--bundle'], bundle({ 'chain.json': bad }), 2],
    ['chain and bundle, both good', ['--chain', '--bundle'], bundle({ 'chain.json': good }), 0],
  ])('%s', async (_, flags, path, exit) => {
    expect((await proof('verify', ...flags, path)).exit).toBe(exit);
  });

  test('--chain of a bundle without a chain says that nothing was verified', async () => {
    const { exit, out, err } = await proof('verify', '--chain', '--json', bundle({ 'a.txt': 'a' }));
    expect([exit, JSON.parse(out)]).toEqual([0, { kind: 'bundle', ok: true }]);
    expect(err).toContain('nothing was verified');
  });
});

describe('verify --strict of a bundle', () => {
  const schema = JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://acme.example/change.json',
    'x-proof-schema-version': '1',
    type: 'object',
    required: ['record_type'],
  });
  const types = JSON.stringify({
    version: '1',
    record_types: [
      {
        record_type: 'acme.change',
        schema_id: 'https://acme.example/change.json',
        schema_version: '1',
        schema_path: 'schemas/change.json',
        sha256: sha(schema),
      },
    ],
  });
  const whole = record({ record_type: 'acme.change' });
  const bare = omit(record({ record_type: 'acme.change', controls: undefined }), 'controls');
  const bundle = (name: string, text: string, link?: string): string => {
    const files = { [name]: text, 'record-types.json': types, 'schemas/change.json': schema };
    const listed = Object.entries(files).map(([path, content]) => ({ path, sha256: sha(content) }));
    const at = folder({ ...files, 'manifest.json': pretty({ files: listed }) });
    if (link !== undefined) symlinkSync('manifest.json', join(at, link));
    return at;
  };

  test.each<[string, string, string, number]>([
    ['lines with controls', 'records.jsonl', jsonl([whole]), 0],
    ['a line without controls', 'records.jsonl', jsonl([whole, bare]), 3],
    ['a line without controls in a folder', 'sub/records.jsonl', jsonl([bare]), 3],
    ['a line of an unknown type', 'records.jsonl', jsonl([{ ...whole, record_type: 'acme.other' }]), 3],
    ['a line whose type is a number', 'records.jsonl', jsonl([{ ...whole, record_type: 1 }]), 3],
    ['a line that is not a record', 'records.jsonl', jsonl([{ a: 1 }]), 0],
    ['a chain whose records lack controls', 'chain.json', pretty(chain([bare])), 0],
    ['a chain of an unknown type', 'chain.json', pretty(chain([record({ record_type: 'acme.other' })])), 3],
    [
      'a chain of an unknown type in a folder',
      'sub/chain.json',
      pretty(chain([record({ record_type: 'acme.other' })])),
      3,
    ],
    ['a JSON file of another name', 'other.json', pretty(chain([record({ record_type: 'acme.other' })])), 0],
  ])('%s', async (_, name, text, exit) => {
    expect((await proof('verify', '--strict', bundle(name, text))).exit).toBe(exit);
  });

  test('a symbolic link in it, or to it, is not verified', async () => {
    const at = bundle('records.jsonl', jsonl([whole]), 'link.txt');
    expect(await proof('verify', '--strict', at)).toMatchObject({ exit: 2 });
    const good = bundle('records.jsonl', jsonl([whole]));
    const link = join(folder({ 'a.txt': '' }), 'link');
    symlinkSync(good, link);
    for (const path of [link, `${link}/`]) expect(await proof('verify', '--strict', path)).toMatchObject({ exit: 2 });
    expect(await proof('verify', link)).toMatchObject({ exit: 0 });
  });
});

describe('lists', () => {
  test('frameworks list has the members and the columns that scripts read', async () => {
    const list = JSON.parse(await printed('frameworks', 'list', '--json'));
    expect(list).toHaveLength(10);
    for (const one of list) {
      expect(Object.keys(one)).toEqual(['id', 'version', 'title', 'control_count', 'file']);
      expect(one.file).toBe(`${one.id}.yaml`);
      expect(one.control_count).toBeGreaterThan(0);
    }
    const lines = (await printed('frameworks', 'list')).split('\n');
    expect(lines[0]).toBe(`aiuc-1\t2026\tcontrols=${list[0].control_count}`);
    const sum = list.reduce((total: number, one: { control_count: number }) => total + one.control_count, 0);
    expect(lines.slice(10)).toEqual([
      `10 built-in starter frameworks (${sum} controls). Add custom frameworks via YAML.`,
      '',
    ]);
  });

  test.each(['soc2', 'soc2.yaml'])('frameworks show %s prints title and version', async (id) => {
    expect(await printed('frameworks', 'show', id)).toBe('SOC 2 AI Controls (2026)\n');
    expect(JSON.parse(await printed('frameworks', 'show', '--json', id)).framework.id).toBe('soc2');
  });

  test('frameworks show of a path reads the file, not the catalogue of that name', async () => {
    const own = readFileSync('frameworks/soc2.yaml', 'utf8').replaceAll('SOC 2 AI Controls', 'Ours');
    const path = join(folder({ 'soc2.yaml': own }), 'soc2.yaml');
    expect(await printed('frameworks', 'show', path)).toBe('Ours (2026)\n');
    expect((await proof('frameworks', 'show', 'soc3.yaml')).exit).toBe(6);
  });

  test('types list names the schema of each type', async () => {
    const list = JSON.parse(await printed('types', 'list', '--json'));
    expect(list).toHaveLength(18);
    for (const one of list) {
      expect(Object.keys(one)).toEqual(['name', 'description', 'schema_path']);
      expect(one.schema_path).toBe(`v1/types/${one.name.replaceAll('_', '-')}.schema.json`);
      expect(JSON.parse(readFileSync(join('schemas', one.schema_path), 'utf8')).properties.record_type.const).toBe(
        one.name,
      );
    }
  });

  test('types validate: a file that is not a schema breaks a rule, one that is missing is bad input', async () => {
    const at = folder({ 'a.json': '', 'b.yaml': 'a: b', 'c.json': '{"type":"object"}' });
    for (const [name, exit] of [
      ['a.json', 3],
      ['b.yaml', 3],
      ['none.json', 6],
    ] as const) {
      expect((await proof('types', 'validate', join(at, name))).exit).toBe(exit);
    }
  });

  test.each<[string, string, number, string]>([
    ['a wrong value', '{\n"type": "objct"}', 3, ':2:1: error: type must be one of'],
    ['a comma too many', '{"type": "object",\n}', 3, ':2:1: error: the schema is not valid JSON: trailing comma'],
    ['a keyword of a later draft', '{"prefixItems": []}', 0, "; draft-07 has 'items'"],
    ['nothing of what bundles add', '{"x-proof-schema-version": "1"}', 0, ''],
  ])('types validate shows %s', async (_, text, exit, message) => {
    const result = await proof('types', 'validate', join(folder({ 's.json': text }), 's.json'));
    expect([result.exit, result.err]).toEqual([exit, message === '' ? '' : expect.stringContaining(message)]);
  });

  test('types validate: a valid schema that says less than it seems to is valid, with a warning at the place', async () => {
    const at = join(
      folder({ 'a.json': '{\n  "tpye": "object",\n  "properties": {"a": {"type": "string"}}\n}' }),
      'a.json',
    );
    expect(await proof('types', 'validate', at)).toEqual({
      exit: 0,
      out: 'Schema is valid.\n',
      err: `${at}:2:3: warning: unknown keyword "tpye" (did you mean 'type'?)\n`,
    });
    expect(await proof('types', 'validate', '--quiet', at)).toEqual({ exit: 0, out: '', err: '' });
  });
});
