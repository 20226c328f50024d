import type { JsonObject } from '../types.js';
import { type Problem } from './members.js';
import type { ViewContext } from './record-view.js';
/** Typed view of a relationship (contract section 2.3) and what section 2.4 finds wrong with it. */
export interface RelationshipView {
    readonly value: JsonObject;
    readonly problems: readonly Problem[];
}
/** Views a relationship or its deprecated twin `relations` at `pointer`. */
export declare function viewRelationship(raw: JsonObject, pointer: string, context: ViewContext): RelationshipView;
