import type { Json, JsonObject } from '../types.js';
/** Whether a value is a JSON object. */
export declare function isObject(value: Json | undefined): value is JsonObject;
/** Whether a value has a type of draft-07; 1.0 is an integer. */
export declare function hasType(type: Json, value: Json): boolean;
/** Whether a number is a multiple of another, by decimal arithmetic: in binary 0.3 is no multiple of 0.1. */
export declare function isMultiple(value: number, of: number): boolean;
