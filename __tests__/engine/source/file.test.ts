import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
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
import { fileFault, openFile, readSmallFile } from '../../../src/engine/source/file.js';
import type { ByteSource } from '../../../src/engine/source/source.js';

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

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
  return 'none';
}

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

describe('limits', () => {
  test('more than asked for', async () => {
    const source = openFile(write('limited', '12345'), 'limited', DEFAULT_LIMITS);
    expect(await asyncCodeOf(() => source.bytes(4))).toBe('limit.manifest_bytes');
    expect(await source.bytes(5)).toHaveLength(5);
    expect(codeOf(() => readSmallFile(path.join(root, 'limited'), 'limited', 4))).toBe('limit.manifest_bytes');
    expect(readSmallFile(path.join(root, 'limited'), 'limited', 5)).toHaveLength(5);
  });

  test('more than an artifact may have: it opens, to tell its size, and is not read', async () => {
    const source = openFile(write('large', '12345'), 'large', { ...DEFAULT_LIMITS, maxArtifactBytes: 4 });
    expect(source.size).toBe(5);
    expect(await asyncCodeOf(() => collect(source))).toBe('limit.artifact_bytes');
    expect(await asyncCodeOf(() => source.bytes(10))).toBe('limit.artifact_bytes');
  });
});

describe('what is no regular file', () => {
  test('missing, below a file, NUL, folder, link', () => {
    const file = write('there', 'x');
    symlinkSync(file, path.join(root, 'link'));
    const open = (name: string) => codeOf(() => openFile(path.join(root, name), name, DEFAULT_LIMITS));
    expect(open('missing')).toBe('io.not_found');
    expect(open('there/below')).toBe('io.not_found');
    expect(open('there\0.json')).toBe('io.not_found');
    expect(open('.')).toBe('io.unreadable');
    expect(open('link')).toBe('path.symlink');
    expect(codeOf(() => openFile('/dev/null', 'null', DEFAULT_LIMITS))).toBe('path.special_file');
  });

  test('a FIFO is refused at once, without waiting for a writer', () => {
    const fifo = path.join(root, 'fifo.json');
    execFileSync('mkfifo', [fifo]);
    expect(codeOf(() => openFile(fifo, 'fifo', DEFAULT_LIMITS))).toBe('path.special_file');
    expect(codeOf(() => readSmallFile(fifo, 'fifo', 10))).toBe('path.special_file');
  });

  test('a socket', async () => {
    const socket = path.join(root, 's');
    const server = createServer();
    await new Promise<void>((ready) => server.listen(socket, ready));
    try {
      expect(codeOf(() => openFile(socket, 's', DEFAULT_LIMITS))).toBe('path.special_file');
    } finally {
      await new Promise((closed) => server.close(closed));
    }
  });

  // Root may read everything, so what the system says to others is given directly.
  test.each([
    ['EACCES', 'io.unreadable'],
    ['EPERM', 'io.unreadable'],
    ['EISDIR', 'io.unreadable'],
    ['EIO', 'io.unreadable'],
    ['EMFILE', 'io.unreadable'],
    ['ENAMETOOLONG', 'io.unreadable'],
    ['ENOENT', 'io.not_found'],
    ['ENOTDIR', 'io.not_found'],
    ['ELOOP', 'path.symlink'],
    ['ENXIO', 'path.special_file'],
  ])('%s is %s', (code, expected) => {
    expect(fileFault(Object.assign(new Error('no'), { code }), 'x').code).toBe(expected);
  });
});

describe('files that change', () => {
  const large = 3 * MiB;
  test('a small file is the one that was opened, whatever comes after', async () => {
    const file = write('small-change', 'before');
    const source = openFile(file, 'x', DEFAULT_LIMITS);
    writeFileSync(file, 'after!');
    expect(Buffer.from(await source.bytes(10)).toString()).toBe('before');
    expect((await collect(source)).toString()).toBe('before');
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
    expect(await asyncCodeOf(() => collect(source))).toBe('io.changed');
    expect(await asyncCodeOf(() => source.bytes(2 * large))).toBe('io.changed');
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
      expect(codeOf(() => openFile(file, 'x', DEFAULT_LIMITS, { within: root }))).toBe('path.escape');
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
