import type { Json } from '../types.js';
/** A parsed value with its place in the bytes. */
export interface Node {
    readonly type: 'object' | 'array' | 'string' | 'number' | 'literal';
    /** Byte offsets, end exclusive. */
    readonly start: number;
    end: number;
    /** Members of an object, in written order. */
    readonly members?: {
        readonly name: string;
        readonly nameStart: number;
        readonly value: Node;
    }[];
    /** Elements of an array. */
    readonly items?: Node[];
}
/**
 * Parses JSON by RFC 8259 with the refusals of hardening 1 and 3-5, throwing the first defect as a `Fault` with its
 * offset: invalid UTF-8 or a byte order mark, lone surrogates, duplicate names (compared after unescaping), numbers
 * past the double range, anything after the value.
 */
export declare function parseStrict(bytes: Uint8Array, maxDepth: number): Node;
/** The value of a parsed document, as `JSON.parse` should give it; `bytes` are those that were parsed. */
export declare function treeOf(node: Node, bytes: Uint8Array): Json;
/** Message for bytes that are no UTF-8, where upstream puts a replacement character instead. */
export declare const INVALID_UTF8 = "the text is not valid UTF-8";
/** Refuses what is not UTF-8, and a byte order mark (hardening 3). */
export declare function checkEncoding(bytes: Uint8Array): void;
/** Text from an artifact, short enough to stand in a message. */
export declare function quote(text: string): string;
/** The node a JSON pointer (RFC 6901) leads to, or the deepest one on the way. Names come before values. */
export declare function locate(root: Node, pointer: string): {
    readonly offset: number;
    readonly end: number;
};
/** One reference token of a JSON pointer. */
export declare function pointerPart(name: string | number): string;
