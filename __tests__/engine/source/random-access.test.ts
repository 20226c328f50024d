import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { bufferAccess, fileAccess } from '../../../src/engine/source/random-access.js';
import { thrown } from '../../support/faults.js';
import { IS_WINDOWS, onPosix } from '../../support/platform.js';
import { faultOf } from '../../support/zip-builder.js';

describe('bufferAccess', () => {
  const access = bufferAccess(Buffer.from('0123456789'));

  test.each([
    [0, 10, '0123456789'],
    [3, 4, '3456'],
    [10, 0, ''],
  ])('%d + %d', async (position, length, text) => {
    expect(Buffer.from(await access.read(position, length)).toString()).toBe(text);
  });

  test.each([
    [0, 11, '0 to 11'],
    [10, 1, '10 to 11'],
    [-1, 1, '-1 to 0'],
    [0.5, 1, '0.5 to 1.5'],
    [0, -1, '0 to -1'],
  ])('%d + %d is outside', async (position, length, what) => {
    const fault = ['io.unreadable', `bytes ${what} do not exist; there are 10`, {}];
    expect(await thrown(() => access.read(position, length))).toEqual(fault);
  });
});

describe('fileAccess', () => {
  let folder = '';
  let file = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'random-access-'));
    file = join(folder, 'file');
    writeFileSync(file, '0123456789');
  });
  afterEach(() => {
    for (const one of [folder, `${folder}.old`]) rmSync(one, { recursive: true, force: true });
  });

  test('reads and closes', async () => {
    const access = await fileAccess(file);
    expect(access.size).toBe(10);
    expect(Buffer.from(await access.read(2, 3)).toString()).toBe('234');
    expect(await faultOf(access.read(9, 2))).toBe('io.unreadable');
    await access.close();
    await access.close();
    await expect(access.read(0, 1)).rejects.toThrow('closed');
  });

  test('reads pieces of every size', async () => {
    const bytes = Buffer.alloc(1_000_000, 'pattern');
    writeFileSync(file, bytes);
    const access = await fileAccess(file);
    for (const length of [0, 1, 262_144, 262_145, 1_000_000]) {
      expect(bytes.subarray(0, length).equals(await access.read(0, length))).toBe(true);
    }
    await access.close();
  });

  test('a link', async () => {
    const link = join(folder, 'link');
    symlinkSync(file, link);
    expect(await thrown(() => fileAccess(link, 'a.zip'))).toEqual(['path.symlink', 'a.zip is a symbolic link', {}]);
  });

  test('a folder', async () => {
    const fault = ['path.special_file', `${folder} is not a regular file`, {}];
    expect(await thrown(() => fileAccess(folder))).toEqual(fault);
  });

  onPosix('FIFOs')('a FIFO, without waiting for its other end', async () => {
    const fifo = join(folder, 'fifo');
    execFileSync('mkfifo', [fifo]);
    expect(await faultOf(fileAccess(fifo))).toBe('path.special_file');
  });

  onPosix('socket files')('a socket', async () => {
    const path = join(folder, 'socket');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    expect(await faultOf(fileAccess(path))).toBe('path.special_file');
    await new Promise((resolve) => server.close(resolve));
  });

  test('a device', async () => {
    expect(await faultOf(fileAccess('/dev/null'))).toBe('path.special_file');
  });

  test('nothing', async () => {
    expect(await faultOf(fileAccess(join(folder, 'nothing')))).toBe('io.not_found');
    expect(await faultOf(fileAccess(join(file, 'below')))).toBe('io.not_found');
  });

  test.each([
    ['grows', () => appendFileSync(file, 'x')],
    ['shrinks', () => truncateSync(file, 5)],
    ['is touched', () => utimesSync(file, 1, 1)],
    [
      'is written over and given its old time back',
      () => {
        writeFileSync(file, '9876543210');
        utimesSync(file, 1000, 1000);
      },
    ],
    // Windows does not replace a file that is open.
    ...(IS_WINDOWS
      ? []
      : ([
          ['is deleted', () => unlinkSync(file)],
          [
            'is replaced',
            () => {
              writeFileSync(`${file}.new`, '0123456789');
              renameSync(`${file}.new`, file);
            },
          ],
          ['is moved away with its folder', () => renameSync(folder, `${folder}.old`)],
          [
            'is replaced with its folder',
            () => {
              renameSync(folder, `${folder}.old`);
              mkdirSync(folder);
              writeFileSync(file, '0123456789');
              utimesSync(file, 1000, 1000);
            },
          ],
          [
            'becomes a folder',
            () => {
              unlinkSync(file);
              mkdirSync(file);
            },
          ],
        ] as [string, () => void][])),
  ])('a file that %s', async (_what, change) => {
    utimesSync(file, 1000, 1000);
    const access = await fileAccess(file);
    await access.read(0, 10);
    change();
    expect(await thrown(() => access.close())).toEqual(['io.changed', `${file} changed while it was read`, {}]);
  });

  test('nothing stays open', async () => {
    const open = (): number => readdirSync('/dev/fd').length;
    const before = open();
    for (let i = 0; i < 20; i++) {
      await (await fileAccess(file)).close();
      await faultOf(fileAccess(folder));
      const access = await fileAccess(file);
      appendFileSync(file, 'x');
      expect(await faultOf(access.close())).toBe('io.changed');
    }
    expect(open() - before).toBeLessThan(10);
  });

  test('a file that shrinks before it is read', async () => {
    const access = await fileAccess(file);
    truncateSync(file, 5);
    expect(await faultOf(access.read(0, 10))).toBe('io.changed');
    expect(await faultOf(access.close())).toBe('io.changed');
  });
});
