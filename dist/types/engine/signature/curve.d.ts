import { Point } from '@noble/ed25519';
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
/** Arithmetic on the curve of Ed25519 by tables, in WebAssembly. */
export declare class Curve {
    private readonly wasm;
    private tables;
    private constructor();
    /** The module with the table of the base point; `undefined` where the runtime has no WebAssembly. */
    static load(): Curve | undefined;
    /** Makes the table of a point, 480 kB, and gives its number. */
    addTable(point: Point): number;
    /** Which of the equations hold, in their order. */
    solve(equations: readonly Equation[]): boolean[];
    private solveGroup;
}
