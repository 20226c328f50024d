import { afterAll, describe, expect, test } from '@jest/globals';
import { verifyArtifact } from '../../../src/engine/index.js';
import {
  ALICE,
  bundle,
  chain,
  type Doc,
  folder,
  guardManifest,
  jsonl,
  pack,
  pretty,
  record,
  records,
  removeFolders,
  zip,
} from '../../support/build.js';
import { SIGNED, verifyBytes } from './cases/run.js';

afterAll(removeFolders);

/** `code line:column pointer`, with the entry in front of the line. */
async function places(name: string, content: unknown, options = {}): Promise<string[]> {
  const { findings } = await verifyBytes(name, content, options);
  return findings.map(
    (one) =>
      `${one.code} ${one.entry === undefined ? '' : `${one.entry}:`}${one.line}:${one.column} ${one.pointer ?? ''}`,
  );
}
/** 1-based line and column of a text's first occurrence. */
function at(text: string, part: string, from = 0): string {
  const before = text.slice(0, text.indexOf(part, from)).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
const integrity = (one: Doc, members: Doc): Doc => ({
  ...one,
  integrity: { ...(one['integrity'] as Doc), ...members },
});

describe('a pretty-printed record', () => {
  const changed = pretty({ ...record({ event: { text: 'é 😀', deep: [1, { x: 2 }] } }), source: 'other' });

  test('reports a wrong hash at its member', async () => {
    expect(await places('r.json', changed)).toEqual([
      `record.hash_mismatch ${at(changed, '"record_hash"')} /integrity/record_hash`,
    ]);
    expect(at(changed, '"record_hash"')).toMatch(/^\d+:5$/);
  });

  test('CR LF lines', async () => {
    const text = changed.replaceAll('\n', '\r\n');
    expect(await places('r.json', text)).toEqual([
      `record.hash_mismatch ${at(text, '"record_hash"')} /integrity/record_hash`,
    ]);
  });

  test('columns are UTF-16 code units', async () => {
    const text = JSON.stringify(record({ record_id: '😀é', note: 1 }));
    expect(await places('r.json', text)).toEqual([`record.unhashed_member 1:${text.indexOf('"note"') + 1} /note`]);
  });

  test('a wrong type deep inside', async () => {
    const text = pretty(
      record({ controls: { permissions_enforced: true, guardrails_active: [{ name: 'a' }, { name: 1 }] } }),
    );
    const where = at(text, '"name"', text.indexOf('"name"') + 1);
    expect(await places('r.json', text)).toEqual([`record.member_type ${where} /controls/guardrails_active/1/name`]);
  });

  test('names that are escaped in a pointer', async () => {
    const text = pretty(record({ 'a/b~c': 1 }));
    expect(await places('r.json', text)).toEqual([`record.unhashed_member ${at(text, '"a/b~c"')} /a~1b~0c`]);
  });

  test('reports a missing member at the object that lacks it', async () => {
    const text = pretty(record({ source: undefined }));
    expect(await places('r.json', text)).toEqual(['record.source_required 1:1 /source']);
  });

  test('a bad signature', async () => {
    const text = pretty(integrity(record({}, { by: ALICE }), { signature: 'base64:AAAA' }));
    expect(await places('r.json', text, SIGNED)).toEqual([
      `signature.invalid ${at(text, '"signature"')} /integrity/signature`,
    ]);
  });

  test('a syntax error', async () => {
    const text = pretty(record()).replace('"unit",', '"unit",,');
    expect(await places('r.json', text)).toEqual([
      `json.syntax ${at(text, ',,').replace(/\d+$/, (n) => String(Number(n) + 1))} `,
    ]);
  });
});

describe('a stream', () => {
  const [a = {}, b = {}, c = {}] = records(3);

  test('the line is that of the stream', async () => {
    const bad = { ...b, source: 'other' };
    const text = `${JSON.stringify(a)}\r\n\n  ${JSON.stringify(bad)}\n${JSON.stringify(c)}\n`;
    expect(await places('s.jsonl', text)).toEqual([
      `record.hash_mismatch ${at(text, '"record_hash"', text.indexOf('other'))} /integrity/record_hash`,
    ]);
    expect(at(text, 'other')).toMatch(/^3:/);
  });

  test('a broken link, a syntax error, a duplicate member', async () => {
    const link = jsonl([a, c]);
    expect(await places('s.jsonl', link)).toEqual([
      `chain.link_broken ${at(link, '"previous_record_hash"')} /integrity/previous_record_hash`,
    ]);
    expect((await places('s.jsonl', `${JSON.stringify(a)}\n{"a":1,}\n`))[0]).toBe('json.syntax 2:8 ');
    expect((await places('s.jsonl', `${JSON.stringify(a)}\n {"a":1,"a":1}`))[0]).toBe('json.duplicate_member 2:9 ');
  });
});

describe('a chain', () => {
  const [a = {}, b = {}] = records(2, ALICE);

  test('inside a record, and in the document after the records', async () => {
    const text = pretty(chain([a, { ...b, source: 'é😀' }], { zzz: { x: 1 }, head_hash: `sha256:${'0'.repeat(64)}` }));
    expect(await places('c.json', text, SIGNED)).toEqual([
      `record.hash_mismatch ${at(text, '"record_hash"', text.indexOf('é😀'))} /integrity/record_hash`,
      `chain.unhashed_member ${at(text, '"zzz"')} /zzz`,
      `chain.head_hash_mismatch ${at(text, '"head_hash"')} /head_hash`,
    ]);
  });

  test('a defect after the records', async () => {
    const text = `${pretty(chain([a, b]))
      .trimEnd()
      .slice(0, -1)}  ,"chain_id": 1\n}`;
    expect(await places('c.json', text, SIGNED)).toEqual([`json.duplicate_member ${at(text, '"chain_id": 1')} `]);
  });

  test('a large one, in chunks', async () => {
    const many = records(30, undefined, (i) => ({ event: { i, text: 'é'.repeat(20_000) } }));
    many[25] = { ...many[25], source: 'other' };
    const text = pretty(chain(many, { note: 1 }));
    expect(await places('c.json', text)).toEqual([
      `record.hash_mismatch ${at(text, '"record_hash"', text.indexOf('"other"'))} /integrity/record_hash`,
      `chain.unhashed_member ${at(text, '"note"')} /note`,
    ]);
  });
});

describe('a bundle and a pack', () => {
  test('the manifest and the file inside', async () => {
    const lines = `${JSON.stringify(record())}\n\n${JSON.stringify({ ...record(), source: 'other' })}\n`;
    const files = bundle({ 'sub/records.jsonl': lines, 'b.txt': 'b' });
    const manifest = String(files['manifest.json']);
    const { findings } = await verifyArtifact(folder({ ...files, 'b.txt': 'x' }));
    expect(findings).toMatchObject([
      { code: 'bundle.hash_mismatch', entry: 'manifest.json', pointer: '/files/1/sha256' },
      {
        code: 'record.hash_mismatch',
        entry: 'sub/records.jsonl',
        line: 3,
        column: (lines.split('\n')[2] ?? '').indexOf('"record_hash"') + 1,
      },
    ]);
    const listed = manifest.lastIndexOf('"sha256": "');
    expect(`${findings[0]?.line}:${findings[0]?.column}`).toBe(at(manifest, '"sha256"', listed));
  });

  test('a manifest in an archive', async () => {
    const manifest = pretty({ ...guardManifest({ 'a.txt': '' }), generated_at: 'today' });
    const found = await places('p.zip', zip({ 'pack_manifest.json': manifest, 'a.txt': '' }));
    expect(found).toEqual([`pack.manifest_invalid pack_manifest.json:${at(manifest, '"generated_at"')} /generated_at`]);
  });

  test('a line in an archive', async () => {
    const [a = {}, b = {}] = records(2);
    const content = jsonl([a, { ...b, source: 'x' }]);
    const found = await places('p.zip', pack({ 'proof_records.jsonl': content }));
    expect(found.filter((place) => place.startsWith('record.'))).toEqual([
      `record.hash_mismatch proof_records.jsonl:${at(content, '"record_hash"', content.indexOf('\n'))} /integrity/record_hash`,
    ]);
  });
});
