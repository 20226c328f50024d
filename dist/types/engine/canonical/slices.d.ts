import { Fault } from '../fault.js';
/** The bytes of one record inside a chain or stream, with what the slicing pass saw of them. */
export interface Slice {
    /** In memory of its own: stays valid after the next `push`. */
    readonly bytes: Uint8Array;
    /** Absolute byte offset in the artifact. */
    readonly offset: number;
    /** 1-based line where it starts. */
    readonly line: number;
    /** Colons outside strings, see `Scan`; `-1` when not counted. */
    readonly members: number;
    /** A `\u` escape is there. */
    readonly escapes: boolean;
    /** A member name has an escape in it. */
    readonly escapedNames: boolean;
}
/** Bounds of slicing, in bytes. */
export interface SliceLimits {
    readonly maxDepth: number;
    readonly maxRecordBytes: number;
    readonly maxDocumentBytes: number;
}
/** What is left of a document when the elements of its `records` list are taken out. */
export interface Skeleton {
    /** The document with an empty `records` list: strict JSON if and only if the document around the elements is. */
    readonly bytes: Uint8Array;
    /** A `records` list was there, so that elements were sliced. */
    readonly sliced: boolean;
    /** Absolute offset of a byte of the skeleton. */
    offsetOf(skeletonOffset: number): number;
}
/**
 * Cuts a chain document into the slices of its `records`, chunk by chunk, so that a chain is a sequence of records and
 * never one string: memory does not grow with the artifact, and a list may be longer than a JavaScript string can be.
 * Only the first `records` member of the outermost object is cut; a second one is a duplicate and refused.
 */
export declare class ChainSlicer {
    private readonly limits;
    private where;
    private carry;
    /** Absolute offset of `carry[0]`, or of the next chunk when nothing is carried. */
    private base;
    private line;
    private depth;
    private inString;
    private escaped;
    private readonly outside;
    private outsideBytes;
    private afterColon;
    private rootIsObject;
    private keyParts;
    private inKey;
    private listNext;
    private sliced;
    private cutAt;
    private cutBytes;
    private start;
    private startLine;
    private elementDepth;
    private scalar;
    private members;
    private escapes;
    private escapedNames;
    /** The last string of the element had an escape. */
    private stringEscaped;
    private needComma;
    /** What `scanElement` looks at, of what `push` took last; its first character is byte `shift`. */
    private text;
    private shift;
    /** The next backslash in `text`, once it was looked for. */
    private backslash;
    constructor(limits: SliceLimits);
    /**
     * Takes the next bytes and gives the records that end in them.
     * @throws Fault `json.*` or `limit.*` where the document cannot be cut further.
     */
    push(chunk: Uint8Array): Slice[];
    /** Takes bytes as a string of as many characters: it can be searched and is read as fast. */
    private look;
    /** The rest of the document, once all bytes were pushed. */
    finish(): Skeleton;
    private keep;
    /** Bytes that are not part of the list: kept for the skeleton, watched for the start of `records`. */
    private scanOutside;
    private isRecordsKey;
    private scanBetween;
    private beginElement;
    /**
     * The inner loop: everything about it is for speed, it sees each byte of a chain once. Strings are skipped by searches
     * that look for the next quote and the next backslash once each, so that no text makes it look at a byte twice.
     */
    private scanElement;
    private endElement;
    private checkRecordSize;
    private syntax;
}
/** The fault for a record past its limit. */
export declare function recordTooLarge(limits: Pick<SliceLimits, 'maxRecordBytes'>, offset: number): Fault;
/** Cuts a JSONL stream into its lines; blank lines are skipped, a line may end in CR LF (contract section 7). */
export declare class LineSlicer {
    private readonly limits;
    private carry;
    private base;
    private line;
    constructor(limits: SliceLimits);
    /** @throws Fault `limit.record_bytes` when a line is too long. */
    push(chunk: Uint8Array): Slice[];
    /** The last line, when it does not end in a line feed. */
    finish(): Slice[];
    private emit;
}
