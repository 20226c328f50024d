import type { ByteSource } from './source.js';
/** Bytes that are in memory already. */
export declare function memorySource(name: string, bytes: Uint8Array): ByteSource;
