/** CRC-32 of `bytes`, going on from `seed`, in JavaScript. */
export declare function crc32Portable(bytes: Uint8Array, seed?: number): number;
/** CRC-32 of `bytes`, going on from `seed`. Node has its own from 20.15 on; the action may run on an older one. */
export declare const crc32: (bytes: Uint8Array, seed?: number) => number;
