import { constants, openSync } from 'node:fs';
import { Fault } from '../fault.js';
import { systemCode, systemWords } from './system-error.js';

/**
 * Never follows a link in the last part, never waits for the other end of a FIFO, never makes a terminal ours
 * (hardening 17). Windows knows none of these flags, nor FIFOs in its folders.
 */
const FLAGS =
  constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** Opens a file for reading, whatever it is: what came of it has to be looked at. `name` is what to call it in messages. */
export function openDescriptor(path: string, name: string): number {
  // The system would cut the path there and open another file.
  if (path.includes('\0')) throw new Fault('io.not_found', `${name} not found: its path contains a NUL`);
  try {
    return openSync(path, FLAGS);
  } catch (error) {
    throw fileFault(error, name);
  }
}

/** What must stay the same for as long as a file is used. */
export interface Identity {
  readonly size: bigint;
  readonly mtimeNs: bigint;
  /** Whoever writes can set the time of modification back, but not this one. */
  readonly ctimeNs: bigint;
  readonly ino: bigint;
  readonly dev: bigint;
}

/** False when one is another file, or the same file after it was written to. */
export function sameFile(one: Identity, other: Identity): boolean {
  return (
    one.size === other.size &&
    one.mtimeNs === other.mtimeNs &&
    one.ctimeNs === other.ctimeNs &&
    one.ino === other.ino &&
    one.dev === other.dev
  );
}

/** The fault that an error of the file system stands for, by its code. */
export function fileFault(error: unknown, name: string): Fault {
  const code = systemCode(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Fault('io.not_found', `${name} not found`);
    case 'ELOOP':
    case 'EMLINK': // what FreeBSD says of a link under O_NOFOLLOW
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

/** A file that is not the one that was met first. */
export function changed(name: string): Fault {
  return new Fault('io.changed', `${name} changed while it was read`);
}
