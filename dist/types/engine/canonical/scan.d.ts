import { Fault } from '../fault.js';
/** What one pass over the bytes of a JSON text tells before it is parsed. */
export interface Scan {
    /** Colons outside strings: the number of members written, duplicates included. */
    readonly members: number;
    /** A `\u` escape is there, so lone surrogates are possible. */
    readonly escapes: boolean;
    /** A member name has an escape in it; such a text is not read by `JSON.parse`, see `parseUnchecked`. */
    readonly escapedNames: boolean;
}
/**
 * Counts the members of a JSON text and bounds its depth before any recursive parser sees it (hardening 1 and 5).
 * Says nothing of the syntax: `JSON.parse` does.
 * @throws Fault `json.depth` when nesting exceeds `maxDepth`.
 */
export declare function scan(bytes: Uint8Array, maxDepth: number): Scan;
/** The fault for nesting past the limit; shared with the slicer, which bounds depth while it slices. */
export declare function tooDeep(offset: number, maxDepth: number): Fault;
