import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { isAppleDouble } from '../engine/format.js';

const HEAD_BYTES = 4;

/** Whether a file of the workspace is an AppleDouble companion of macOS; one that cannot be read is not. */
export function isAppleDoubleFile(absolute: string): boolean {
  if (!path.basename(absolute).startsWith('._')) return false;
  const head = Buffer.alloc(HEAD_BYTES);
  try {
    const fd = openSync(absolute, 'r');
    try {
      readSync(fd, head, 0, head.length, 0);
      return isAppleDouble(absolute, head);
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
}
