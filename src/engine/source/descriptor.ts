import { constants, openSync } from 'node:fs';
import { Fault } from '../fault.js';
import { systemCode, systemWords } from './system-error.js';

/**
 * Do not follow a link in the last path component, do not block on a FIFO, and do not make a terminal the controlling one
 * (hardening 17). Windows has none of these flags, and no FIFOs in its file system.
 */
const FLAGS =
  constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/**
 * Opens a file of any type for reading; the caller must check its type.
 * @param name name of the file in messages.
 * @throws Fault `io.*` or `path.*` when it cannot be opened.
 */
export function openDescriptor(path: string, name: string): number {
  // The system would end the path at the NUL and open a different file.
  if (path.includes('\0')) throw new Fault('io.not_found', `${name} not found: its path contains a NUL`);
  try {
    return openSync(path, FLAGS);
  } catch (error) {
    throw fileFault(error, name);
  }
}

/** File attributes that must stay the same while a file is in use. */
export interface Identity {
  readonly size: bigint;
  readonly mtimeNs: bigint;
  /** A writer can reset the modification time, but not the change time. */
  readonly ctimeNs: bigint;
  readonly ino: bigint;
  readonly dev: bigint;
}

/** Whether both describe the same file, unchanged in between. */
export function sameFile(one: Identity, other: Identity): boolean {
  return (
    one.size === other.size &&
    one.mtimeNs === other.mtimeNs &&
    one.ctimeNs === other.ctimeNs &&
    one.ino === other.ino &&
    one.dev === other.dev
  );
}

/** The fault for a file system error, by its code. */
export function fileFault(error: unknown, name: string): Fault {
  const code = systemCode(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Fault('io.not_found', `${name} not found`);
    case 'ELOOP':
    case 'EMLINK': // FreeBSD's code for a link under O_NOFOLLOW
      return new Fault('path.symlink', `${name} is a symbolic link`);
    case 'ENXIO':
    case 'ENODEV':
      return new Fault('path.special_file', `${name} is not a regular file`);
    case 'EISDIR':
      return new Fault('io.unreadable', `${name} is a directory`);
    default:
      return new Fault('io.unreadable', `${name} cannot be read: ${systemWords(error)}`);
  }
}

/** The fault for a file that is no longer the one that was opened first. */
export function changed(name: string): Fault {
  return new Fault('io.changed', `${name} changed while it was read`);
}
