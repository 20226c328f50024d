import { type Collector } from '../collector.js';
import type { FindingCode } from '../findings.js';
import type { VerifyOptions } from '../options.js';
import type { ByteSource } from '../source/source.js';
import type { JsonObject } from '../types.js';
import { type Problem } from './members.js';
/** A JSON document that is read whole: manifests, tokens, lists. */
export declare class Document {
    readonly value: JsonObject;
    readonly bytes: Uint8Array;
    readonly source: ByteSource;
    readonly entry: string | undefined;
    private readonly collector;
    private readonly options;
    constructor(value: JsonObject, bytes: Uint8Array, source: ByteSource, entry: string | undefined, collector: Collector, options: VerifyOptions);
    /** Raises a problem at the place of its pointer. */
    readonly raise: (problem: Problem) => void;
    /** Raises a finding on another file of the same artifact. */
    raiseFor(entry: string, code: FindingCode, message: string): void;
    /**
     * Refuses names that differ from a known one only by case (hardening 2). Alone, without its twin, such a name is left
     * to the schema in compat mode.
     */
    checkCase(object: JsonObject, known: ReadonlySet<string>, pointer: string): void;
}
/** Reads a whole JSON object; `undefined` after a finding was raised. */
export declare function readDocument(source: ByteSource, entry: string | undefined, collector: Collector, options: VerifyOptions): Promise<Document | undefined>;
