import { Fault } from '../fault.js';
/** Opens a file for reading, whatever it is: what came of it has to be looked at. `name` is what to call it in messages. */
export declare function openDescriptor(path: string, name: string): number;
/** What must stay the same for as long as a file is used. */
export interface Identity {
    readonly size: bigint;
    readonly mtimeNs: bigint;
    /** Whoever writes can set the time of modification back, but not this one. */
    readonly ctimeNs: bigint;
    readonly ino: bigint;
    readonly dev: bigint;
}
/** False when one is another file, or the same file after it was written to. */
export declare function sameFile(one: Identity, other: Identity): boolean;
/** The fault that an error of the file system stands for, by its code. */
export declare function fileFault(error: unknown, name: string): Fault;
/** A file that is not the one that was met first. */
export declare function changed(name: string): Fault;
