import { describe, expect, test } from '@jest/globals';
import { fileFault, type Identity, sameFile } from '../../../src/engine/source/descriptor.js';

// Root may read everything, so what the system says to others is given directly.
test.each([
  ['EACCES', 'io.unreadable', 'x cannot be read: permission denied'],
  ['EPERM', 'io.unreadable', 'x cannot be read: operation not permitted'],
  ['EISDIR', 'io.unreadable', 'x is a directory'],
  ['EIO', 'io.unreadable', 'x cannot be read: i/o error'],
  ['EMFILE', 'io.unreadable', 'x cannot be read: too many open files'],
  ['ENAMETOOLONG', 'io.unreadable', 'x cannot be read: name too long'],
  ['ENOENT', 'io.not_found', 'x not found'],
  ['ENOTDIR', 'io.not_found', 'x not found'],
  ['ELOOP', 'path.symlink', 'x is a symbolic link'],
  ['EMLINK', 'path.symlink', 'x is a symbolic link'],
  ['ENXIO', 'path.special_file', 'x is not a regular file'],
  ['ENODEV', 'path.special_file', 'x is not a regular file'],
])('%s is %s: %s', (code, expected, message) => {
  expect(fileFault(Object.assign(new Error('no'), { code }), 'x')).toMatchObject({ code: expected, message });
});

describe('a file is the same', () => {
  const met: Identity = { size: 1n, mtimeNs: 2n, ctimeNs: 3n, ino: 4n, dev: 5n };

  test('as itself', () => {
    expect(sameFile(met, { ...met })).toBe(true);
  });

  // A clock of the file system may tick too slowly to tell one write from another: each of them has to be asked.
  test.each(Object.keys(met))('only with the same %s', (member) => {
    expect(sameFile(met, { ...met, [member]: 6n })).toBe(false);
    expect(sameFile({ ...met, [member]: 6n }, met)).toBe(false);
  });
});
