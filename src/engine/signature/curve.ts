import { Point } from '@noble/ed25519';
import { CURVE } from './curve.generated.js';

/** Of the runtime, where it has it: not when it was told to compile nothing (`--jitless`). */
declare const WebAssembly:
  | { Module: new (bytes: Uint8Array) => object; Instance: new (module: object) => { readonly exports: unknown } }
  | undefined;

/** What assembly/edwards25519.ts exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): void };
  readonly INPUT: { readonly value: number };
  readonly RESULTS: { readonly value: number };
  makeTable(number: number): void;
  verify(count: number): void;
}

/** Whether s·B + h·P is written as `r`: the equation of a signature when P is the negative of the key's point. */
export interface Equation {
  /** 32 bytes, little-endian, below 2^253. */
  readonly s: Uint8Array;
  /** Below 2^253. */
  readonly h: bigint;
  /** 32 bytes. */
  readonly r: Uint8Array;
  /** Number of the table of P. */
  readonly table: number;
}

/** Equations at a time, which share one inversion: as many as the module has room for. */
const GROUP = 64;
/** Bytes that the module is given of an equation: s, h, r and the number of the table. */
const EACH = 100;
const TABLE_BYTES = 32 * 128 * 120;
const PAGE_BYTES = 65_536;

const { p: PRIME, d } = Point.CURVE();

/** Arithmetic on the curve of Ed25519 by tables, in WebAssembly. */
export class Curve {
  private tables = 0;

  private constructor(private readonly wasm: Exports) {
    this.addTable(Point.BASE);
  }

  /** The module with the table of the base point; `undefined` where the runtime has no WebAssembly. */
  static load(): Curve | undefined {
    if (typeof WebAssembly === 'undefined') return undefined;
    const module = new WebAssembly.Module(Buffer.from(CURVE, 'base64'));
    return new Curve(new WebAssembly.Instance(module).exports as Exports);
  }

  /** Makes the table of a point, 480 kB, and gives its number. */
  addTable(point: Point): number {
    const { memory, INPUT, makeTable } = this.wasm;
    const number = this.tables++;
    const missing = PAGE_BYTES + this.tables * TABLE_BYTES - memory.buffer.byteLength;
    memory.grow(Math.ceil(missing / PAGE_BYTES));
    const { x, y } = point.toAffine();
    const bytes = Buffer.from(memory.buffer);
    for (const [i, value] of [x, y, (2n * d) % PRIME].entries()) bytes.set(littleEndian(value), INPUT.value + i * 32);
    makeTable(number);
    return number;
  }

  /** Which of the equations hold, in their order. */
  solve(equations: readonly Equation[]): boolean[] {
    const solved: boolean[] = [];
    for (let start = 0; start < equations.length; start += GROUP) {
      solved.push(...this.solveGroup(equations.slice(start, start + GROUP)));
    }
    return solved;
  }

  private solveGroup(equations: readonly Equation[]): boolean[] {
    const { memory, INPUT, RESULTS, verify } = this.wasm;
    const bytes = Buffer.from(memory.buffer);
    for (const [i, { s, h, r, table }] of equations.entries()) {
      const at = INPUT.value + i * EACH;
      bytes.set(s, at);
      bytes.set(littleEndian(h), at + 32);
      bytes.set(r, at + 64);
      bytes.writeInt32LE(table, at + 96);
    }
    verify(equations.length);
    return equations.map((_, i) => bytes[RESULTS.value + i] === 1);
  }
}

function littleEndian(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
}
