import * as crypto from 'node:crypto';
/** Lower-case hex SHA-256 of bytes, or of the UTF-8 bytes of a string. */
export declare const sha256Hex: (data: string | Uint8Array) => string;
/** SHA-512 of bytes. */
export declare const sha512: (data: Uint8Array) => Buffer;
/** A running SHA-256 over pieces. */
export declare function sha256(): crypto.Hash;
