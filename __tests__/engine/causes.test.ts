import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { verifyArtifact } from '../../src/engine/index.js';
import { LineEndings } from '../../src/engine/line-endings.js';
import type { ByteSource } from '../../src/engine/source/source.js';
import {
  bundleManifest,
  type Files,
  folder,
  pack,
  packManifest,
  pretty,
  records,
  removeFolders,
  sha,
  zip,
} from '../support/build.js';

// Causes that are found and named (people.md section 2.3), and what only looks like one of them.

afterAll(removeFolders);

async function found(artifact: Parameters<typeof verifyArtifact>[0]): Promise<readonly string[]> {
  const { findings } = await verifyArtifact(artifact, { mode: 'gate', signatures: 'off' });
  return findings.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`);
}

describe('line endings', () => {
  const TEXTS = ['a\nb\n', 'a\nb', '\n', '\n\nx', 'a\r\n\nb\n', 'a\rb\n', 'ü\n'];
  const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
  const lf = (text: string): string => text.replace(/\r\n/g, '\n');

  /** A file that is read in pieces of some bytes. */
  function source(text: string, piece: number): ByteSource {
    const bytes = Buffer.from(text);
    return {
      name: 'x',
      size: bytes.length,
      bytes: async () => bytes,
      async *chunks() {
        for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
      },
    };
  }

  test.each(TEXTS.flatMap((text) => [1, 2, 3, 100].map((piece) => [text, piece] as const)))(
    'of %j read in pieces of %i are told from a change',
    async (text, piece) => {
      const cause = async (now: string, before: string) =>
        (await new LineEndings().converted(source(now, piece), sha(before)))?.message;
      expect(await cause(crlf(text), lf(text))).toContain('converted from LF to CRLF');
      expect(await cause(lf(text), crlf(text))).toContain('converted from CRLF to LF');
      expect(await cause(crlf(text), `${lf(text)} `)).toBeUndefined();
    },
  );

  test.each([
    ['LF', 'CRLF', '{"a":1}\n', '{"a":1}\r\n'],
    ['CRLF', 'LF', '{"a":1}\r\n', '{"a":1}\n'],
  ])(
    'that a checkout turned from %s into %s are the cause in a bundle and in a pack, and the remedy is -text in .gitattributes',
    async (from, to, before, now) => {
      const manifest = bundleManifest({ 'notes.json': before });
      const bundle = folder({ 'manifest.json': pretty(manifest), 'notes.json': now });
      const packed = folder({
        'p.zip': zip({ 'pack_manifest.json': pretty(packManifest({ 'notes.json': before })), 'notes.json': now }),
      });
      const cause = `its line endings were converted from ${from} to ${to}, and nothing else changed`;
      for (const [at, code] of [
        [bundle, 'bundle.hash_mismatch'],
        [join(packed, 'p.zip'), 'pack.hash_mismatch'],
      ] as const) {
        const { findings } = await verifyArtifact(at, { mode: 'gate', signatures: 'off' });
        const [one] = findings.filter((finding) => finding.code === code);
        expect(one?.message).toMatch(new RegExp(`${cause}$`));
        expect(one?.remedy).toContain('give these files `-text` in .gitattributes');
      }
    },
  );

  test('are not the cause of a changed file', async () => {
    const manifest = bundleManifest({ 'notes.json': '{"a":1}\n' });
    const at = folder({ 'manifest.json': pretty(manifest), 'notes.json': '{"a":2}\r\n' });
    const { findings } = await verifyArtifact(at, { mode: 'gate', signatures: 'off' });
    expect(findings.map(({ code, remedy }) => [code, remedy])).toEqual([['bundle.hash_mismatch', undefined]]);
    expect(await found(at)).toEqual([expect.not.stringContaining('line endings')]);
  });
});

describe('AppleDouble files of macOS in a chain directory', () => {
  const list = records(2);
  const files: Files = { '0.json': pretty(list[0]), '1.json': pretty(list[1]) };
  const APPLE = Buffer.concat([Buffer.from([0, 5, 0x16, 7, 0, 2, 0, 0]), Buffer.from('Mac OS X')]);

  test('are passed over', async () => {
    expect(await found(folder({ ...files, '._0.json': APPLE, '._1.json': APPLE, '._2.jsonl': APPLE }))).toEqual([]);
  });

  test.each([
    ['by name only', '._0.json', 'Mac OS X'],
    ['by content only', '0a.json', APPLE],
  ])('%s are files like any other', async (_, name, content) => {
    expect(await found(folder({ ...files, [name]: content }))).not.toEqual([]);
  });
});

describe('a pack that was wrapped once more', () => {
  const inner = pack({ 'a.json': '{}' });
  const cases: readonly (readonly [string, Files, string])[] = [
    [
      'in a folder',
      { 'pack/pack_manifest.json': '{}', 'pack/a.json': '{}' },
      'pack_manifest.json is in the folder "pack/"',
    ],
    ['in a folder, by macOS', { '__MACOSX/._x': '', 'p/manifest.json': '{}' }, 'manifest.json is in the folder "p/"'],
    ['in an archive', { 'pack_1.zip': inner }, 'it contains the archive "pack_1.zip"; unpack the outer archive'],
    ['in an archive of a folder', { 'out/pack_1.zip': inner }, 'it contains the archive "out/pack_1.zip"'],
  ];

  test.each(cases)('%s', async (_, files, cause) => {
    const at = join(folder({ 'x.zip': zip(files) }), 'x.zip');
    expect(await found(at)).toEqual([expect.stringContaining(cause)]);
  });

  test('is not what any other archive is', async () => {
    const at = join(folder({ 'x.zip': zip({ 'a/b/manifest.json': '{}' }) }), 'x.zip');
    expect(await found(at)).toEqual([
      'kind.unsupported: the archive has neither pack_manifest.json nor manifest.json at its root',
    ]);
  });
});
