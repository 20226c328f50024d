import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Fault } from '../../../src/engine/fault.js';
import { DEFAULT_LIMITS } from '../../../src/engine/limits.js';
import { openFile, readSmallFile } from '../../../src/engine/source/file.js';
import type { ByteSource } from '../../../src/engine/source/source.js';
import { thrown } from '../../support/faults.js';
import { onPosix } from '../../support/platform.js';

const MiB = 1024 * 1024;
let root = '';
beforeAll(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'proof-verify-')));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(root, name);
  writeFileSync(file, content);
  return file;
}

async function collect(source: ByteSource): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const chunk of source.chunks()) pieces.push(Buffer.from(chunk));
  return Buffer.concat(pieces);
}

function told(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Fault ? `${error.code}: ${error.message}` : String(error);
  }
  return 'none';
}

const codeOf = (run: () => unknown): string => told(run).replace(/: .*/, '');

async function asyncCodeOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
  return 'none';
}

/** Bytes in which no piece looks like another. */
function pattern(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let i = 0; i + 4 <= length; i += 4) bytes.writeUInt32LE(i, i);
  return bytes;
}

describe('what is in the file', () => {
  test.each([0, 1, 1000, MiB - 1, MiB, MiB + 1, 3 * MiB + 17])(
    '%d bytes, twice, whole and in pieces',
    async (length) => {
      const content = pattern(length);
      const source = openFile(write(`size-${length}`, content), 'shown', DEFAULT_LIMITS);
      expect(source).toMatchObject({ name: 'shown', size: length });
      for (let pass = 0; pass < 2; pass++) {
        expect((await collect(source)).equals(content)).toBe(true);
        expect(Buffer.from(await source.bytes(length)).equals(content)).toBe(true);
      }
    },
  );

  test('a pass that ends early leaves the file usable', async () => {
    const content = pattern(4 * MiB);
    const source = openFile(write('early', content), 'early', DEFAULT_LIMITS);
    for await (const chunk of source.chunks()) {
      expect(content.subarray(0, chunk.length).equals(chunk)).toBe(true);
      expect(chunk.length).toBeLessThan(content.length);
      break;
    }
    expect((await collect(source)).equals(content)).toBe(true);
  });
});

test('an empty file comes in no piece, a small one in one', async () => {
  const pieces = async (size: number): Promise<number> => {
    let count = 0;
    for await (const _ of openFile(write('pieces', pattern(size)), 'x', DEFAULT_LIMITS).chunks()) count++;
    return count;
  };
  expect([await pieces(0), await pieces(1), await pieces(MiB)]).toEqual([0, 1, 1]);
});

test('nothing stays open, whatever came of it', async () => {
  const open = (): number => readdirSync('/dev/fd').length;
  const large = write('closed', pattern(MiB + 1));
  const before = open();
  for (let i = 0; i < 20; i++) {
    const source = openFile(large, 'x', DEFAULT_LIMITS);
    await source.bytes(2 * MiB);
    await collect(source);
    for await (const _ of source.chunks()) break;
    readSmallFile(large, 'x', 2 * MiB);
    expect(codeOf(() => readSmallFile(large, 'x', 1))).toBe('limit.manifest_bytes');
    expect(codeOf(() => openFile(root, 'x', DEFAULT_LIMITS))).toBe('io.unreadable');
    utimesSync(large, i, i);
    expect(await asyncCodeOf(() => collect(source))).toBe('io.changed');
  }
  expect(open() - before).toBeLessThan(10);
});

describe('limits', () => {
  test('more than asked for', async () => {
    const source = openFile(write('limited', '12345'), 'x', DEFAULT_LIMITS);
    const message = 'x has 5 bytes, limit 4 (--max-document-bytes)';
    expect(await thrown(() => source.bytes(4))).toEqual(['limit.manifest_bytes', message, {}]);
    expect(await source.bytes(5)).toHaveLength(5);
    expect(told(() => readSmallFile(path.join(root, 'limited'), 'x', 4))).toBe(`limit.manifest_bytes: ${message}`);
    expect(readSmallFile(path.join(root, 'limited'), 'limited', 5)).toHaveLength(5);
  });

  test('more than an artifact may have: it opens, to tell its size, and is not read', async () => {
    const file = write('large', '12345');
    const source = openFile(file, 'large', { ...DEFAULT_LIMITS, maxArtifactBytes: 4 });
    expect(source.size).toBe(5);
    const fault = ['limit.artifact_bytes', '5 bytes, limit 4 (--max-artifact-bytes)', {}];
    expect(await thrown(() => collect(source))).toEqual(fault);
    expect(await thrown(() => source.bytes(10))).toEqual(fault);
    const fitting = openFile(file, 'large', { ...DEFAULT_LIMITS, maxArtifactBytes: 5 });
    expect(await collect(fitting)).toHaveLength(5);
    expect(await fitting.bytes(10)).toHaveLength(5);
  });
});

describe('what is no regular file', () => {
  test('missing, below a file, NUL, folder, link', () => {
    const file = write('there', 'x');
    symlinkSync(file, path.join(root, 'link'));
    const open = (name: string) => told(() => openFile(path.resolve(root, name), name, DEFAULT_LIMITS));
    expect(open('missing')).toBe('io.not_found: missing not found');
    expect(open('there/below')).toBe('io.not_found: there/below not found');
    expect(open('there\0.json')).toBe('io.not_found: there\0.json not found: its path contains a NUL');
    expect(open('.')).toBe('io.unreadable: . is a directory');
    expect(open('link')).toBe('path.symlink: link is a symbolic link');
    expect(open('/dev/null')).toBe('path.special_file: /dev/null is not a regular file');
  });

  onPosix('FIFOs')('a FIFO is refused at once, without waiting for a writer', () => {
    const fifo = path.join(root, 'fifo.json');
    execFileSync('mkfifo', [fifo]);
    expect(codeOf(() => openFile(fifo, 'fifo', DEFAULT_LIMITS))).toBe('path.special_file');
    expect(codeOf(() => readSmallFile(fifo, 'fifo', 10))).toBe('path.special_file');
  });

  onPosix('socket files')('a socket', async () => {
    const socket = path.join(root, 's');
    const server = createServer();
    await new Promise<void>((ready) => server.listen(socket, ready));
    try {
      expect(codeOf(() => openFile(socket, 's', DEFAULT_LIMITS))).toBe('path.special_file');
    } finally {
      await new Promise((closed) => server.close(closed));
    }
  });
});

describe('files that change', () => {
  const large = 3 * MiB;
  test.each([6, MiB])('a file of %d bytes is the one that was opened, whatever comes after', async (size) => {
    const file = write('small-change', pattern(size));
    const source = openFile(file, 'x', DEFAULT_LIMITS);
    writeFileSync(file, 'after!');
    expect(pattern(size).equals(await source.bytes(MiB))).toBe(true);
    expect(pattern(size).equals(await collect(source))).toBe(true);
  });

  test.each<[string, (file: string) => void]>([
    ['grown', (file) => appendFileSync(file, 'x')],
    ['cut', (file) => writeFileSync(file, pattern(large - 1))],
    [
      'written with its time set back',
      (file) => {
        writeFileSync(file, Buffer.alloc(large));
        utimesSync(file, 1_700_000_000, 1_700_000_000);
      },
    ],
    [
      'replaced',
      (file) => {
        writeFileSync(`${file}.new`, pattern(large));
        renameSync(`${file}.new`, file);
      },
    ],
  ])('%s between two passes', async (name, change) => {
    const file = write(`between-${name}`, pattern(large));
    utimesSync(file, 1_700_000_000, 1_700_000_000);
    const source = openFile(file, 'x', DEFAULT_LIMITS);
    expect(await collect(source)).toHaveLength(large);
    change(file);
    const fault = ['io.changed', 'x changed while it was read', {}];
    expect(await thrown(() => collect(source))).toEqual(fault);
    expect(await thrown(() => source.bytes(2 * large))).toEqual(fault);
  });

  test.each<[string, (file: string) => void]>([
    ['grown', (file) => appendFileSync(file, 'x')],
    ['cut', (file) => writeFileSync(file, 'short')],
  ])('%s while it is read', async (name, change) => {
    const file = write(`during-${name}`, pattern(large));
    const source = openFile(file, 'x', DEFAULT_LIMITS);
    const read = async () => {
      let first = true;
      for await (const _ of source.chunks()) {
        if (first) change(file);
        first = false;
      }
    };
    expect(await asyncCodeOf(read)).toBe('io.changed');
  });
});

// Linux tells the real path of an open file, elsewhere it is resolved by its name and compared.
describe.each(['linux', 'darwin'])('within a folder, on %s', (platform) => {
  const own = Object.getOwnPropertyDescriptor(process, 'platform');
  beforeEach(() => {
    Object.defineProperty(process, 'platform', { ...own, value: platform });
  });
  afterEach(() => {
    Object.defineProperty(process, 'platform', { ...own });
  });

  test('a folder on the way that is a link out of it', () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'proof-verify-'));
    try {
      writeFileSync(path.join(outside, 'a.json'), '{}');
      symlinkSync(outside, path.join(root, 'out'));
      const file = path.join(root, 'out', 'a.json');
      expect(told(() => openFile(file, 'x', DEFAULT_LIMITS, { within: root }))).toBe(
        'path.escape: x points outside the workspace',
      );
      expect(codeOf(() => readSmallFile(file, 'x', 10, { within: root }))).toBe('path.escape');
      expect(codeOf(() => openFile(file, 'x', DEFAULT_LIMITS))).toBe('none');
    } finally {
      rmSync(outside, { recursive: true });
      rmSync(path.join(root, 'out'));
    }
  });

  test('a folder that is moved out, and its place made a link, after the file was opened', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'proof-verify-'));
    try {
      mkdirSync(path.join(root, 'moved'));
      const file = write('moved/large.json', Buffer.alloc(MiB + 1, 0x20));
      const source = openFile(file, 'x', DEFAULT_LIMITS, { within: root });
      renameSync(path.join(root, 'moved'), path.join(outside, 'moved'));
      symlinkSync(path.join(outside, 'moved'), path.join(root, 'moved'));
      // the very file that was opened: only its place tells
      expect(await asyncCodeOf(() => source.bytes(2 * MiB))).toBe('path.escape');
    } finally {
      rmSync(outside, { recursive: true });
      rmSync(path.join(root, 'moved'));
    }
  });

  test('inside, and the file itself', () => {
    const file = write('inside.json', '{}');
    expect(openFile(file, 'x', DEFAULT_LIMITS, { within: root }).size).toBe(2);
    expect(openFile(file, 'x', DEFAULT_LIMITS, { within: file }).size).toBe(2);
    expect(codeOf(() => openFile(file, 'x', DEFAULT_LIMITS, { within: `${root}/ins` }))).toBe('path.escape');
  });
});
