import { sha512 } from '../digest.js';
import { MODULE } from './tables.generated.js';

/*
 * All records of a chain are usually signed by one key, and `crypto.verify` recomputes the multiples of that key for each
 * signature. With a precomputed table, the same equation of RFC 8032 5.1.7, without the cofactor, takes a quarter of the
 * time. All arithmetic is that of curve25519-dalek, compiled to WebAssembly from wasm/ (hardening, Ed25519).
 */

/** One Ed25519 signature to verify; a string stands for its UTF-8 bytes (hashes are ASCII). */
export interface TableJob {
  /** 32 bytes of a key that was checked to be strong: with a weak key the equation proves nothing. */
  readonly key: Uint8Array;
  readonly message: Uint8Array | string;
  /** 64 bytes, R and S; S below the group order. */
  readonly signature: Uint8Array;
}

/** Provided by the runtime, but missing when it was started without a compiler (`--jitless`). */
declare const WebAssembly:
  | { Module: new (bytes: Uint8Array) => object; Instance: new (module: object) => { readonly exports: unknown } }
  | undefined;

/** The exports of wasm/src/lib.rs. */
interface Module {
  readonly memory: { readonly buffer: ArrayBuffer };
  input(): number;
  results(): number;
  add_key(): number;
  verify(count: number): void;
}

/** Signatures by a key before it gets a table: building one takes as long as verifying several hundred signatures without. */
const WORTHWHILE = 1000;
/** Maximum number of tables; each takes 655 kB. */
const MAX_TABLES = 16;
/** Signatures per call of the module. */
const GROUP = 64;
/** Bytes of one signature in the input of the module: S, digest, R, number of the table. */
const JOB_BYTES = 132;

/** Verifies with precomputed tables for the keys that sign most. A table only saves time; it never influences a verdict. */
export class KeyTables {
  private module: Module | undefined;
  private full = false;
  /** By the bytes of the key: the number of signatures seen, for keys without a table, and the number of the table. */
  private readonly seen = new Map<string, number>();
  private readonly tables = new Map<string, number>();

  /** @param worthwhile number of signatures by a key before it gets a table */
  constructor(private readonly worthwhile = WORTHWHILE) {}

  /**
   * Counts a signature by this key and builds its table when it is due. True: the key has a table, so `verify` accepts it.
   */
  take(key: Uint8Array): boolean {
    const name = nameOf(key);
    if (this.tables.has(name)) return true;
    if (this.full) return false;
    const seen = this.seen.get(name) ?? 0;
    this.seen.set(name, seen + 1);
    if (seen < this.worthwhile) return false;
    const table = this.build(key);
    if (table === undefined) this.full = true;
    else {
      this.tables.set(name, table);
      this.full = this.tables.size === MAX_TABLES;
    }
    if (this.full) this.seen.clear();
    return table !== undefined;
  }

  /** Verifies signatures by keys for which `take` returned true; verdicts are in the order of the jobs. */
  verify(jobs: readonly TableJob[]): boolean[] {
    const verdicts: boolean[] = [];
    for (let start = 0; start < jobs.length; start += GROUP) {
      verdicts.push(...this.verifyGroup(jobs.slice(start, start + GROUP)));
    }
    return verdicts;
  }

  /** The number of a new table; `undefined` without WebAssembly or memory, and node:crypto verifies instead. */
  private build(key: Uint8Array): number | undefined {
    try {
      this.module ??= loadModule();
      if (this.module === undefined) return undefined;
      Buffer.from(this.module.memory.buffer).set(key, this.module.input());
      const number = this.module.add_key();
      return number < 0 ? undefined : number;
    } catch {
      return undefined;
    }
  }

  private verifyGroup(jobs: readonly TableJob[]): boolean[] {
    const { module } = this;
    if (module === undefined) throw new Error('the key has no table');
    const input = Buffer.from(module.memory.buffer, module.input(), jobs.length * JOB_BYTES);
    jobs.forEach(({ key, message, signature }, i) => {
      const table = this.tables.get(nameOf(key));
      if (table === undefined) throw new Error('the key has no table');
      const r = signature.subarray(0, 32);
      const at = i * JOB_BYTES;
      input.set(signature.subarray(32, 64), at);
      input.set(sha512(Buffer.concat([r, key, bytesOf(message)])), at + 32);
      input.set(r, at + 96);
      input.writeInt32LE(table, at + 128);
    });
    module.verify(jobs.length);
    // The memory may have grown, which detaches earlier views of it.
    const results = Buffer.from(module.memory.buffer, module.results(), jobs.length);
    return jobs.map((_, i) => results[i] === 1);
  }
}

function loadModule(): Module | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  const compiled = new WebAssembly.Module(Buffer.from(MODULE, 'base64'));
  return new WebAssembly.Instance(compiled).exports as Module;
}

function nameOf(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1');
}

/** The bytes of a message. */
export function bytesOf(message: Uint8Array | string): Uint8Array {
  return typeof message === 'string' ? Buffer.from(message, 'utf8') : message;
}
