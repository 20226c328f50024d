import type { FindingCode } from '../findings.js';
/** Why a listed path is refused. */
export interface PathProblem {
    readonly code: FindingCode;
    readonly message: string;
}
/**
 * Whether a path that a manifest lists is canonical (contract section 5): relative, `/`-separated, no empty, `.` or `..`
 * part, no part that ends in a blank or a dot, no drive letter, no NUL, no backslash. Capitals are ambiguous in bundles
 * and legal in Gait's archives (section 6).
 */
export declare function checkPath(path: string, capitals: 'refuse' | 'allow'): PathProblem | undefined;
/** True when reading the path could leave the directory it is relative to. */
export declare function escapes(path: string): boolean;
/** One spelling for all names that some file system would take for the same. */
export declare function collisionKey(path: string): string;
/** Paths that are the same or collide without regard to case or Unicode form, by index. */
export declare function duplicates(paths: readonly string[]): {
    readonly index: number;
    readonly of: number;
}[];
