import type { FindingCode, FindingPlace } from './findings.js';
/**
 * What stops the reading of one artifact: a defect of the artifact that leaves nothing more to check in it (not JSON, a
 * zip bomb, a file that changed). It is thrown deep inside a reader and becomes a finding at the one place that
 * called that reader; it never leaves the engine. Our own bugs are other errors and become `internal`.
 */
export declare class Fault extends Error {
    readonly code: FindingCode;
    readonly place: FindingPlace & {
        offset?: number;
    };
    readonly name = "Fault";
    constructor(code: FindingCode, message: string, place?: FindingPlace & {
        offset?: number;
    });
}
