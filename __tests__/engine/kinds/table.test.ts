import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { NOTHING } from '../../../src/engine/context.js';
import type { ArchiveKind, DirectoryKind, DocumentKind, Kind, LinesKind } from '../../../src/engine/kind.js';
import { KINDS } from '../../../src/engine/kinds/table.js';
import { directorySource } from '../../../src/engine/source/directory.js';
import { memorySource } from '../../../src/engine/source/memory.js';
import { verify } from '../../../src/engine/verify.js';
import { KIND_NAMES } from '../../../src/report/common.js';
import { folder, jsonl, record, zip } from '../../support/build.js';
import { verifyOptions } from '../../support/options.js';

/* A new kind is one entry of the table: nothing else has to know it. */

const common = { evidence: true, records: 'none' } as const;
const toyDocument: DocumentKind<'toy_document'> = {
  ...common,
  name: 'toy_document',
  title: 'toy',
  form: 'document',
  claims: (value) => (Object.hasOwn(value, 'toy') ? 'toy' : undefined),
  verify: ({ value, raise }) => {
    if (value['toy'] !== 'sound') raise({ code: 'record.member_type', message: 'the toy is broken', pointer: '/toy' });
    return { ...NOTHING, records: 7, facts: { recordId: String(value['toy']) } };
  },
};
const toyLines: LinesKind<'toy_lines'> = {
  ...common,
  name: 'toy_lines',
  title: 'toy lines',
  form: 'lines',
  verify: async ({ source }) => ({ ...NOTHING, records: source.size }),
};
const toyArchive: ArchiveKind<'toy_archive'> = {
  ...common,
  name: 'toy_archive',
  title: 'toy box',
  form: 'archive',
  manifest: 'toys.json',
  claims: () => true,
  verify: async ({ archive }) => ({ ...NOTHING, records: archive.entries.length }),
};
const toyFolder: DirectoryKind<'toy_folder'> = {
  ...common,
  name: 'toy_folder',
  title: 'toy room',
  form: 'directory',
  claims: (names) => names.has('toys'),
  verify: async ({ directory }) => ({ ...NOTHING, records: (await directory.list()).length }),
};

const toys: readonly Kind[] = [toyDocument, toyLines, toyArchive, toyFolder];
const file = (name: string, content: string | Uint8Array, kinds = [...toys, ...KINDS]) =>
  verify({ form: 'file', source: memorySource(name, Buffer.from(content)) }, verifyOptions(), kinds);

describe('a kind that is added to the table', () => {
  test('claims a document, verifies it and reports the location of a defect', async () => {
    expect(await file('a.json', '{"toy":"sound"}')).toMatchObject({
      kind: 'toy_document',
      outcome: 'verified',
      records: 7,
      facts: { recordId: 'sound' },
    });
    expect(await file('a.json', '{\n "toy":"split"}')).toMatchObject({
      kind: 'toy_document',
      outcome: 'failed',
      findings: [{ code: 'record.member_type', pointer: '/toy', line: 2, column: 2 }],
    });
    expect(await file('a.json', '{"toy":"sound"}', [...KINDS])).toMatchObject({ kind: 'unknown', outcome: 'failed' });
  });

  test('comes before later kinds, which get the documents it does not claim', async () => {
    const both = JSON.stringify({ ...record(), toy: 'sound' });
    expect((await file('a.json', both)).kind).toBe('toy_document');
    expect((await file('a.json', both, [...KINDS, ...toys])).kind).toBe('record');
    expect((await file('a.json', JSON.stringify(record()))).kind).toBe('record');
  });

  test('is a stream, an archive or a folder as well', async () => {
    expect(await file('a.jsonl', jsonl([record()]))).toMatchObject({ kind: 'toy_lines' });
    expect(await file('a.zip', zip({ 'toys.json': '{}', 'a.txt': '' }))).toMatchObject({
      kind: 'toy_archive',
      records: 2,
    });
    const options = verifyOptions();
    const directory = directorySource(folder({ toys: '', a: '' }), 'room', options.limits, 'refuse');
    const form = 'toy_folder' as 'bundle';
    expect(await verify({ form, directory }, options, toys)).toMatchObject({ kind: 'toy_folder', records: 2 });
  });
});

describe('all kinds', () => {
  const names = KINDS.map(({ name }) => name);

  test('have names and titles of their own', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(KINDS.map(({ title }) => title)).size).toBe(names.length);
    expect(KIND_NAMES).toMatchObject(Object.fromEntries(KINDS.map(({ name, title }) => [name, title])));
  });

  test('are in the schema of the report and in the docs', () => {
    const schema = JSON.parse(readFileSync('schemas/v1/gate-report-v1.schema.json', 'utf8'));
    expect(schema.definitions.artifact.properties.kind.enum).toEqual([...names, 'unknown']);
    const docs = readFileSync('docs/kinds.md', 'utf8');
    for (const { name, title } of KINDS) expect(docs).toContain(`| \`${name}\` | ${title} |`);
  });
});
