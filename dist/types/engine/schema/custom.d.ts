import type { Json, JsonObject } from '../types.js';
import { type Pattern } from './evaluate.js';
import { type SchemaProblem } from './registry.js';
/** One schema of a set, as it was read. */
export interface SchemaSource {
    /** The record type it describes; absent for a schema that others of the set refer to. */
    readonly type?: string;
    readonly bytes: Uint8Array;
    /** Path of the file, `/`-separated: where relative references start, and what problems name. */
    readonly name: string;
}
/** A problem of a custom schema and the file it is in. */
export interface CustomProblem extends SchemaProblem {
    readonly name: string;
    readonly type?: string;
}
/** Reads JSON text; a `Fault` (or any error) when it is none. */
export type ParseJson = (bytes: Uint8Array, name: string) => Json;
/** The custom record types of one run or one bundle. Immutable; nothing of one registry is seen by another. */
export interface CustomTypes {
    has(type: string): boolean;
    readonly names: readonly string[];
    /** What it was made from, so that another thread can make it again. */
    readonly sources: readonly SchemaSource[];
    /** Lower-case hex SHA-256 over all types and the bytes of their schemas. */
    readonly digest: string;
    /** Validates a record's typed view against the schema of its type: in addition to `proof-record-v1`. */
    validate(type: string, view: JsonObject): readonly SchemaProblem[];
}
/** No custom types. */
export declare const NO_CUSTOM_TYPES: CustomTypes;
/**
 * Makes a registry of the custom types of one run or bundle from their schemas (draft-07, patterns in RE2 syntax). All
 * sources together are the set that references may stay in. The registry holds the types whose schemas have no
 * problem; a type with one is unknown, so that its records fail as well (fail closed).
 *
 * Codes: `schema.custom.too_large`, `.invalid`, `.ref_unlisted`, `.pattern_unsupported`, `.conflicting_definition`.
 */
export declare function compileCustomTypes(sources: readonly SchemaSource[], parse: ParseJson): Promise<{
    readonly types: CustomTypes;
    readonly problems: readonly CustomProblem[];
}>;
/**
 * Compiles patterns in RE2 syntax; undefined for one that is none, or once all of them together are too large. RE2 in
 * JavaScript is only loaded when there is a custom schema: it costs 14-25 ms.
 */
export declare function patternCompiler(): Promise<(source: string) => Pattern | undefined>;
