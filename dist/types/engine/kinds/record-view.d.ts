import type { JsonObject } from '../types.js';
import { MemberReader, member, type Problem } from './members.js';
import { type RelationshipView } from './relationship.js';
/** A record as the hash and the schema see it (contract section 2). */
export interface RecordView {
    readonly recordId: string;
    readonly recordVersion: string;
    readonly source: string;
    readonly sourceProduct: string;
    readonly recordType: string;
    readonly agentId: string;
    /** As written; `undefined` when absent. */
    readonly timestamp: string | undefined;
    /** UTC in whole seconds, as the hash covers it. */
    readonly utc: string;
    readonly epochMs: number;
    readonly fraction: boolean;
    readonly event: JsonObject | undefined;
    readonly controls: JsonObject;
    readonly metadata: JsonObject | undefined;
    readonly relationship: RelationshipView | undefined;
    readonly relations: RelationshipView | undefined;
    readonly integrity: {
        readonly recordHash: string;
        readonly previousRecordHash: string;
        readonly signingKeyId: string;
        readonly signature: string;
        readonly present: boolean;
    };
    /** JSON pointers of members that the hash does not cover (hardening 7); `undefined` for none. */
    readonly unhashed: readonly string[] | undefined;
}
/** How a record is read. */
export interface ViewOptions {
    /**
     * A member whose name differs from a known one only by case: Go reads it as that member. Beside its twin it is always
     * refused; alone it is read as Go reads it (`compat`) or refused too.
     */
    readonly loneCaseVariants: 'read' | 'refuse';
}
/** The view, or what makes the record unreadable (exit 6: wrong types, no instant, ambiguous member names). */
export type ViewResult = {
    readonly view: RecordView;
    readonly problems?: undefined;
} | {
    readonly view?: undefined;
    readonly problems: readonly Problem[];
};
/** Reads a parsed record into its typed view; nothing is normalised. */
export declare function viewRecord(value: JsonObject, options: ViewOptions): ViewResult;
/** What the viewing of one record shares. */
export declare class ViewContext {
    readonly problems: Problem[];
    readonly options: ViewOptions;
    unhashed: string[] | undefined;
    readonly reader: MemberReader;
    constructor(problems: Problem[], options: ViewOptions);
    /** The object with its known members under their own names; others are noted as not covered by the hash. */
    known(object: JsonObject, known: ReadonlySet<string>, pointer: string, hashed?: boolean): JsonObject;
}
/** Rules of contract section 2.4 beyond types: what must be there and not blank. */
export declare function checkRequired(view: RecordView): Problem[];
export { member };
