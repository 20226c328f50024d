import type { Json, JsonObject } from '../types.js';
/** One way in which a value breaks a schema. */
export interface Violation {
    /** JSON pointer (RFC 6901) of the offending member, or of the object that lacks one. */
    readonly pointer: string;
    /** One sentence in words for people. Repeats names from the artifact: escape it for each output. */
    readonly message: string;
    readonly keyword: string;
    /** The missing or unknown member, for `required` and `additionalProperties`. */
    readonly member?: string;
}
/** A compiled pattern; `weight` is what one character costs. */
export interface Pattern {
    test(text: string): boolean;
    readonly weight: number;
}
/** A schema whose references and patterns are resolved, so that evaluating it cannot fail any more. */
export interface LinkedSchema {
    readonly root: Json;
    /** Target of each schema object that has a `$ref`. */
    readonly targets: ReadonlyMap<JsonObject, Json>;
    readonly patterns: ReadonlyMap<string, Pattern | undefined>;
}
/** Work that one evaluation may do. About a second: a schema from a bundle can ask for more than a lifetime. */
export declare const MAX_STEPS = 5000000;
/** The evaluation was given up: the schema asks for too much work on this value. */
export declare class Exhausted extends Error {
    readonly name = "Exhausted";
}
/**
 * Evaluates a draft-07 schema and tells every violation, at most `limit`, in the order of the schema.
 * Time is bounded by `MAX_STEPS`: past it, `Exhausted` is thrown. Values have to be JSON no deeper than the depth limit.
 * `subject` names the root in messages: `the record`.
 */
export declare function evaluate(schema: LinkedSchema, value: Json, subject: string, limit: number): readonly Violation[];
