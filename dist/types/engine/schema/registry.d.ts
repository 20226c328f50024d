import type { FindingCode } from '../findings.js';
import type { Json, JsonObject } from '../types.js';
import type { CustomTypes } from './custom.js';
import { type Violation } from './evaluate.js';
import { SCHEMA_NAMES } from './names.generated.js';
import type { SchemaSet } from './schema-set.js';
/** Name of a published schema: `proof-record-v1`, `types/approval` … */
export type SchemaName = (typeof SCHEMA_NAMES)[number];
/** One way in which a document breaks its schema, ready to become a finding. */
export interface SchemaProblem {
    readonly code: FindingCode;
    /** JSON pointer (RFC 6901) of the offending member; for a missing one, of the object that lacks it. */
    readonly pointer: string;
    /** One sentence. Repeats names from the artifact: escape it for each output. */
    readonly message: string;
    /** The keyword that does not hold, and the member that is missing or unknown: for hints such as a near miss. */
    readonly keyword?: string;
    readonly member?: string;
}
/** Problems told of one document; a hostile one has millions. */
export declare const MAX_PROBLEMS = 100;
/** The built-in record types, sorted by the name of their schema. */
export declare function recordTypes(): readonly {
    readonly name: string;
    readonly description: string;
}[];
/** Whether a record type is built in, and so not to be redefined. */
export declare function isBuiltInType(type: string): boolean;
/** Names of all published schemas, sorted. */
export declare function publishedSchemaNames(): readonly string[];
/**
 * Validates a record in its typed view (contract 2.2-2.3) against `proof-record-v1` and the schema of its type
 * (schemas.md). At most `MAX_PROBLEMS` problems; none for a valid record. Never throws, whatever the record holds.
 */
export declare function validateRecord(view: JsonObject, type: string, custom?: CustomTypes): readonly SchemaProblem[];
/** Validates a document against the published schema of that name, at most `MAX_PROBLEMS` problems. Never throws. */
export declare function validateDocument(name: SchemaName, value: Json): readonly SchemaProblem[];
/** Problems of a schema itself, by the draft-07 meta-schema. */
export declare function validateSchema(schema: Json): readonly Violation[];
/** Makes further schemas known to `validateDocument`. */
export declare function addSchemas(set: SchemaSet): void;
/** Text of a schema, without annotations; `undefined` for one that nobody made known. */
export declare function schemaText(name: string): string | undefined;
/** Makes problems of violations. */
export declare function toProblems(found: readonly Violation[], code: FindingCode): readonly SchemaProblem[];
