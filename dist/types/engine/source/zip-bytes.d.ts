import type { RandomAccess } from './source.js';
/** The value of a 32-bit field whose real value stands in the zip64 extra field. */
export declare const ZIP64_MARK = 4294967295;
/** Id of the zip64 extra field. */
export declare const ZIP64_EXTRA = 1;
/** Reads an archive through one window, which covers all of it when it is small. */
export declare class ByteWindow {
    private readonly reader;
    private start;
    private bytes;
    readonly size: number;
    private constructor();
    static over(reader: RandomAccess): Promise<ByteWindow>;
    /** Bytes that are in the window, without reading; `undefined` when they are not. */
    peek(position: number, length: number): Buffer | undefined;
    /** Bytes from the window, which moves when they are not in it. They stay valid. */
    at(position: number, length: number): Promise<Buffer>;
    /** Bytes that the window need not keep: file data. */
    data(position: number, length: number): Promise<Buffer>;
    /** Lets go of the bytes that it holds. */
    release(): void;
}
/** A 64-bit little-endian number; a `Fault` when it is larger than any file we could read. */
export declare function u64(bytes: Buffer, offset: number): number;
/** One extra field of a header. */
export interface ExtraField {
    readonly id: number;
    readonly data: Buffer;
}
/**
 * Splits the extra fields of a header. They must fill their space exactly, and zip64 may be there once only: readers
 * differ in which of two they take.
 */
export declare function extraFields(raw: Buffer, entry: string): readonly ExtraField[];
/** The same bytes as a `Buffer`, without a copy. */
export declare function view(bytes: Uint8Array): Buffer;
