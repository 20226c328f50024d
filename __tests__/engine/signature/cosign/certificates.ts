import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';

// Certificates that OpenSSL would not make, or only with effort: built from DER, signed with ECDSA and SHA-256.

/** One DER value. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return der(0x06, Buffer.from(bytes));
}

/** An extension; `critical` is left out, as DER wants it, unless it is given. */
export function extension(id: string, value: Uint8Array, critical?: boolean): Buffer {
  const flag = critical === undefined ? [] : [der(0x01, Buffer.from([critical ? 0xff : 0]))];
  return sequence(oid(id), ...flag, der(0x04, value));
}

/** Subject alternative names: each a tag of RFC 5280 (1 e-mail, 2 DNS, 6 URI …) and its bytes. */
export const names = (...list: readonly (readonly [number, Uint8Array])[]): Buffer =>
  extension('2.5.29.17', sequence(...list.map(([tag, value]) => der(tag, value))));
export const authority = (pathLength?: number): Buffer =>
  extension(
    '2.5.29.19',
    sequence(
      der(0x01, Buffer.from([0xff])),
      ...(pathLength === undefined ? [] : [der(0x02, Buffer.from([pathLength]))]),
    ),
    true,
  );
export const issuedAt = (issuer: string): Buffer => extension('1.3.6.1.4.1.57264.1.8', utf8(issuer));

/** A certificate and the key that it is about. */
export interface Holder {
  readonly certificate: X509Certificate;
  readonly name: string;
  readonly privateKey: KeyObject;
}

interface Wanted {
  readonly name: string;
  /** Itself when absent. */
  readonly by?: Pick<Holder, 'name' | 'privateKey'>;
  /** No extensions at all, as in certificates of version 1, when absent. */
  readonly extensions?: readonly Uint8Array[];
  /** `YYMMDDHHMMSSZ` */
  readonly from?: string;
  readonly to?: string;
  readonly curve?: string;
  /** Another certificate for a key that exists. */
  readonly privateKey?: KeyObject;
  readonly publicKey?: KeyObject;
  /** What follows the identifier of the signature algorithm. */
  readonly parameters?: Uint8Array;
}

let serial = 0;

export function issue(wanted: Wanted): Holder & { readonly publicKey: KeyObject } {
  const pair = generateKeyPairSync('ec', { namedCurve: wanted.curve ?? 'P-256' });
  const publicKey = wanted.publicKey ?? pair.publicKey;
  const privateKey = wanted.privateKey ?? pair.privateKey;
  const by = wanted.by ?? { name: wanted.name, privateKey };
  const called = (name: string): Buffer => sequence(der(0x31, sequence(oid('2.5.4.3'), utf8(name))));
  const time = (text: string): Buffer => der(0x17, Buffer.from(text));
  const algorithm = sequence(oid('1.2.840.10045.4.3.2'), wanted.parameters ?? Buffer.alloc(0));
  serial += 1;
  const body = sequence(
    ...(wanted.extensions === undefined ? [] : [der(0xa0, der(0x02, Buffer.from([2])))]),
    der(0x02, Buffer.from([serial >> 8, serial & 0xff].filter((byte, i) => byte > 0 || i > 0)), Buffer.from([1])),
    algorithm,
    called(by.name),
    sequence(time(wanted.from ?? '260101000000Z'), time(wanted.to ?? '270101000000Z')),
    called(wanted.name),
    publicKey.export({ format: 'der', type: 'spki' }),
    ...(wanted.extensions === undefined ? [] : [der(0xa3, sequence(...wanted.extensions))]),
  );
  const signature = sign('sha256', body, by.privateKey);
  const raw = sequence(body, algorithm, der(0x03, Buffer.from([0]), signature));
  return { certificate: new X509Certificate(raw), name: wanted.name, privateKey, publicKey };
}
