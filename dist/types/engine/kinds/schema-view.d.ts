import type { JsonObject } from '../types.js';
import type { RecordView } from './record-view.js';
/** The typed view as a JSON object: what schemas are checked against and what a chain signature covers. */
export declare function typedRecord(view: RecordView, timestamp?: string | undefined): JsonObject;
