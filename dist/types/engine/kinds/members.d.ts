import type { FindingCode } from '../findings.js';
import type { Json, JsonObject } from '../types.js';
/** A defect of one JSON document, before it is bound to an artifact and a place. */
export interface Problem {
    readonly code: FindingCode;
    readonly message: string;
    /** JSON pointer inside the document. */
    readonly pointer: string;
    /** Milder than the code's own severity. */
    readonly severity?: 'warning' | 'notice';
}
/** True for a JSON object. */
export declare function isObject(value: Json | undefined): value is JsonObject;
/** An own member, never one of `Object.prototype`; `undefined` when absent. */
export declare function member(object: JsonObject, name: string): Json | undefined;
/** What a JSON value is, in words. */
export declare function typeOf(value: Json): string;
/**
 * Reads the known members of one object and notes those of a wrong type: such a document cannot be read at all
 * (contract section 9, 'reading comes before checking'). `null` reads as absent.
 */
export declare class MemberReader {
    readonly problems: Problem[];
    readonly code: FindingCode;
    constructor(problems: Problem[], code: FindingCode);
    wrong(pointer: string, name: string, wanted: string, got: Json): void;
    text(object: JsonObject, name: string, pointer: string): string | undefined;
    flag(object: JsonObject, name: string, pointer: string): boolean | undefined;
    object(object: JsonObject, name: string, pointer: string): JsonObject | undefined;
    list(object: JsonObject, name: string, pointer: string): readonly Json[] | undefined;
    integer(object: JsonObject, name: string, pointer: string): number | undefined;
}
/** Why a member name is refused, or which known one a lone variant stands for. */
export interface CaseVariant {
    readonly name: string;
    readonly known: string;
    /** The known member is there as well: two readers see two values (hardening 2). */
    readonly twin: boolean;
}
/** Members whose name is a known one in another case. Cheap when all names are known or clearly others. */
export declare function caseVariants(object: JsonObject, known: ReadonlySet<string>): CaseVariant[] | undefined;
