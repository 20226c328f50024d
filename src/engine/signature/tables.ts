import { sha512 } from '../digest.js';
import { MODULE } from './tables.generated.js';

/*
 * A chain is signed by one key over and over, and `crypto.verify` computes the multiples of that key anew for each signature.
 * With a table of them the same equation of RFC 8032 5.1.7, without the cofactor, takes a quarter of the time. All arithmetic is
 * that of curve25519-dalek, compiled to WebAssembly from wasm/ (hardening, Ed25519).
 */

/** One Ed25519 signature to verify; a text stands for its UTF-8 bytes (hashes are ASCII). */
export interface TableJob {
  /** 32 bytes of a key that was checked to be strong: the equation proves nothing under a weak one. */
  readonly key: Uint8Array;
  readonly message: Uint8Array | string;
  /** 64 bytes, R and S; S below the group order. */
  readonly signature: Uint8Array;
}

/** Of the runtime, where it has it: not when it was started to compile nothing (`--jitless`). */
declare const WebAssembly:
  | { Module: new (bytes: Uint8Array) => object; Instance: new (module: object) => { readonly exports: unknown } }
  | undefined;

/** What wasm/src/lib.rs exports. */
interface Module {
  readonly memory: { readonly buffer: ArrayBuffer };
  input(): number;
  results(): number;
  add_key(): number;
  verify(count: number): void;
}

/** Building the tables takes as long as verifying several hundred signatures without. */
const WORTHWHILE = 1000;
/** 655 kB each. */
const MAX_TABLES = 16;
/** Signatures that the module takes at a time. */
const GROUP = 64;
/** Bytes of a signature at its input: S, the digest, R, the number of the table. */
const JOB_BYTES = 132;

/** Verification by tables for the keys that sign most. A table only saves time: it has no part in a verdict. */
export class KeyTables {
  private module: Module | undefined;
  private full = false;
  /** Signatures seen by keys without a table, and table numbers, both by the bytes of the key. */
  private readonly seen = new Map<string, number>();
  private readonly tables = new Map<string, number>();

  /** @param worthwhile signatures of a key that come before it gets a table */
  constructor(private readonly worthwhile = WORTHWHILE) {}

  /** Counts a signature of this key. True when `verify` can do it; the table is built when the time has come. */
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

  /** Verdicts in the order of the jobs, whose keys `take` returned true for. */
  verify(jobs: readonly TableJob[]): boolean[] {
    const verdicts: boolean[] = [];
    for (let start = 0; start < jobs.length; start += GROUP) {
      verdicts.push(...this.verifyGroup(jobs.slice(start, start + GROUP)));
    }
    return verdicts;
  }

  /** The number of a new table, `undefined` where there is no WebAssembly or no memory: node:crypto verifies then. */
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
    // The memory may have grown, which leaves earlier views of it empty.
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
