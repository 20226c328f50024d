import * as crypto from 'node:crypto';
/** Lower-case hex SHA-256 of bytes, or of the UTF-8 bytes of a string. */
export declare const sha256Hex: (data: string | Uint8Array) => string;
/** A running SHA-256 over pieces. */
export declare function sha256(): crypto.Hash;
