import type { Json } from '../types.js';
/** One step on the way from the root of a value to one of its parts. */
export interface Step {
    readonly up: Step | undefined;
    readonly key: string | number;
}
/** Text from an artifact, cut to what a message bears. */
export declare function cut(text: string): string;
/** A value as a message shows it. */
export declare function shown(value: Json): string;
/** JSON pointer (RFC 6901) of a place. */
export declare function pointerOf(step: Step | undefined): string;
/** A place as people write it: `event.steps[2].name`; `subject` for the root. */
export declare function nameOf(step: Step | undefined, subject: string): string;
/** What a value is, for `must be …, not …`. */
export declare function typeName(value: Json): string;
/** `a string`, `a list or null` … for the value of a `type` keyword. */
export declare function expectedType(type: Json): string;
/** What a string has to look like. */
export declare function patternWords(pattern: string): string;
/** What a format asks for. */
export declare function formatWords(format: string): string;
