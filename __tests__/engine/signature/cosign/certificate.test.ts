import type { X509Certificate } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { checkCertificate, checkIdentity } from '../../../../src/engine/signature/cosign/certificate.js';
import type { CosignTrust, TrustAnchor } from '../../../../src/engine/signature/cosign/types.js';
import { authority, der, extension, type Holder, issue, issuedAt, names, oid, sequence, utf8 } from './certificates.js';

const ID = 'https://ci.example/build';
const ISSUER = 'https://login.example';
const NOON = Date.parse('2026-06-01T12:00:00Z');
const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const OTHER_NAME = '1.3.6.1.4.1.57264.1.7';

const uri = (text: string): Buffer => names([0x86, Buffer.from(text)]);
const signer = [uri(ID), issuedAt(ISSUER)];
const root = issue({ name: 'root', extensions: [authority()] });
const leaf = issue({ name: 'leaf', by: root, extensions: signer });

function trusting(anchors: readonly TrustAnchor[], named: Partial<CosignTrust> = {}): CosignTrust {
  const roots = { anchors, material: undefined };
  return { key: undefined, certificates: [], identity: ID, issuer: ISSUER, roots, ...named };
}
const anchor = ({ certificate }: Holder, window: Partial<typeof ALWAYS> = {}): TrustAnchor => ({
  certificate,
  ...ALWAYS,
  ...window,
});
const judge = (one: Holder, between: readonly Holder[] = [], anchors = [anchor(root)], at = NOON) =>
  checkCertificate(
    one.certificate,
    between.map(({ certificate }) => certificate),
    trusting(anchors),
    at,
  );

const GOOD = { ok: true, keyId: `cosign:${ISSUER}#${ID}` };
const untrusted = (message: string) => ({ ok: false, code: 'signature.certificate_untrusted', message });
const mismatch = (message: string) => ({ ok: false, code: 'signature.identity_mismatch', message });
const NO_PATH = untrusted('the certificate does not chain to a trusted root that is valid at that time');

test('accepts a plain certificate of a trusted root', () => expect(judge(leaf)).toEqual(GOOD));

describe('the identity in a certificate', () => {
  const NOT_FOR = mismatch(`certificate identity is missing, expected ${ID}`);
  const UNREADABLE = mismatch('the names in the certificate cannot be read');
  const notFrom = (found: string) => mismatch(`certificate issuer is ${found}, expected ${ISSUER}`);
  const id = Buffer.from(ID);
  const other = (...parts: Uint8Array[]): Buffer => names([0xa0, Buffer.concat(parts)]);
  test.each<[string, Buffer[] | undefined, object]>([
    ['a URI', signer, GOOD],
    ['an e-mail address', [names([0x81, id]), issuedAt(ISSUER)], GOOD],
    ['a DNS name', [names([0x82, id]), issuedAt(ISSUER)], GOOD],
    ['the second of two', [names([0x86, Buffer.from('x')], [0x86, id]), issuedAt(ISSUER)], GOOD],
    ['the other name of Fulcio', [other(oid(OTHER_NAME), der(0xa0, utf8(ID))), issuedAt(ISSUER)], GOOD],
    ['an other name of a different kind', [other(oid('1.2.3'), der(0xa0, utf8(ID))), issuedAt(ISSUER)], NOT_FOR],
    ['an other name without a value', [other(oid(OTHER_NAME)), issuedAt(ISSUER)], NOT_FOR],
    ['an other name with an empty value', [other(oid(OTHER_NAME), der(0xa0)), issuedAt(ISSUER)], NOT_FOR],
    ['an empty other name', [other(), issuedAt(ISSUER)], NOT_FOR],
    ['an IP address of the same bytes', [names([0x87, id]), issuedAt(ISSUER)], NOT_FOR],
    [
      'an X.400 address that looks like the other name',
      [names([0xa3, Buffer.concat([oid(OTHER_NAME), der(0xa0, utf8(ID))])]), issuedAt(ISSUER)],
      NOT_FOR,
    ],
    ['nobody', [issuedAt(ISSUER)], NOT_FOR],
    ['nobody, without any extension', undefined, NOT_FOR],
    ['names that are not DER', [extension('2.5.29.17', Buffer.from([0x30, 0x05])), issuedAt(ISSUER)], UNREADABLE],
    ['an issuer that is not DER', [uri(ID), extension('1.3.6.1.4.1.57264.1.8', Buffer.from([0x0c, 5]))], UNREADABLE],
    ['no issuer', [uri(ID)], notFrom('missing')],
    ['a different issuer', [uri(ID), issuedAt(`${ISSUER}/`)], notFrom(`${ISSUER}/`)],
    [
      'two issuers',
      [uri(ID), issuedAt(ISSUER), issuedAt('https://evil.example')],
      notFrom(`${ISSUER}, https://evil.example`),
    ],
  ])('%s', (_, extensions, verdict) => {
    const one = issue({ name: 'leaf', by: root, ...(extensions === undefined ? {} : { extensions }) });
    expect(judge(one)).toEqual(verdict);
  });

  test.each([{ identity: undefined }, { issuer: undefined }, { identity: undefined, issuer: undefined }])(
    'is not enough by itself: expected %j',
    (named) => {
      expect(checkIdentity(leaf.certificate, trusting([anchor(root)], named))).toEqual({
        ok: false,
        code: 'cosign.identity_required',
        message: 'a cosign certificate proves nothing without the expected identity and issuer',
      });
    },
  );
});

describe('the use of a certificate', () => {
  const uses = (...list: string[]): Buffer => extension('2.5.29.37', sequence(...list.map(oid)));
  const [CODE, ANY, TLS] = ['1.3.6.1.5.5.7.3.3', '2.5.29.37.0', '1.3.6.1.5.5.7.3.1'];
  const UNFIT = untrusted('the certificate is not meant for code signing');
  test.each<[string, Buffer[], object]>([
    ['code signing', [uses(CODE)], GOOD],
    ['code signing among others', [uses(TLS, CODE)], GOOD],
    ['anything', [uses(ANY)], GOOD],
    ['TLS', [uses(TLS)], UNFIT],
    ['a critical extension that is unknown', [extension('1.2.3.4', der(0x05), true)], NO_PATH],
    ['one that says that it is not critical', [extension('1.2.3.4', der(0x05), false)], GOOD],
    ['one that is not critical', [extension('1.2.3.4', der(0x05))], GOOD],
    ['a critical extension that is known', [extension('2.5.29.15', Buffer.from('03020780', 'hex'), true)], GOOD],
  ])('%s', (_, extensions, verdict) => {
    expect(judge(issue({ name: 'leaf', by: root, extensions: [...signer, ...extensions] }))).toEqual(verdict);
  });

  test('its key must be of an accepted kind', () => {
    const one = issue({ name: 'leaf', by: root, extensions: signer, curve: 'secp256k1' });
    expect(judge(one)).toEqual(untrusted('certificate key type is not supported'));
  });

  test('one with unreadable parts is not accepted', () => {
    const odd = { parameters: Buffer.from([0x1f, 0x1f, 0x00]) };
    expect(judge(issue({ name: 'leaf', by: root, extensions: signer, ...odd }))).toEqual(
      mismatch('the names in the certificate cannot be read'),
    );
    const between = issue({ name: 'between', by: root, extensions: [authority()], ...odd });
    expect(judge(issue({ name: 'leaf', by: between, extensions: signer }), [between])).toEqual(NO_PATH);
  });
});

describe('the time', () => {
  const [start, end] = [Date.parse('2026-01-01T00:00:00Z'), Date.parse('2027-01-01T00:00:00Z')];
  const old = issue({ name: 'root', extensions: [authority()], from: '200101000000Z', to: '400101000000Z' });
  const young = issue({ name: 'leaf', by: old, extensions: signer });
  const late = (at: number) =>
    untrusted(
      `the certificate is valid from ${young.certificate.validFrom} to ${young.certificate.validTo}, ` +
        `not at ${new Date(at).toISOString()}; a short-lived one needs a Sigstore bundle that proves when it signed`,
    );

  test.each([
    [start - 1, late(start - 1)],
    [start, GOOD],
    [end, GOOD],
    [end + 1, late(end + 1)],
    [Date.parse('2019-01-01T00:00:00Z'), late(Date.parse('2019-01-01T00:00:00Z'))],
  ])('the certificate itself, at %d', (at, verdict) => expect(judge(young, [], [anchor(old)], at)).toEqual(verdict));

  test.each([
    [{ from: NOON, to: NOON }, GOOD],
    [{ from: NOON + 1 }, NO_PATH],
    [{ to: NOON - 1 }, NO_PATH],
  ])('its root may be trusted for a period only: %j', (window, verdict) =>
    expect(judge(leaf, [], [anchor(root, window)])).toEqual(verdict),
  );

  test.each([
    ['too old', { to: '260501000000Z' }],
    ['too young', { from: '260701000000Z' }],
  ])('an authority that is %s at that time is not used', (_, window) => {
    const top = issue({ name: 'root', extensions: [authority()], ...window });
    expect(judge(issue({ name: 'leaf', by: top, extensions: signer }), [], [anchor(top)])).toEqual(NO_PATH);
    const between = issue({ name: 'between', by: root, extensions: [authority()], ...window });
    expect(judge(issue({ name: 'leaf', by: between, extensions: signer }), [between])).toEqual(NO_PATH);
  });
});

describe('the path to a root', () => {
  /** Authorities below each other, the nearest to the root first, and a leaf of the last. */
  function chain(length: number, extensions: (i: number) => Buffer[] = () => [authority()]): [Holder, Holder[]] {
    const between: Holder[] = [];
    for (let i = 0; i < length; i += 1) {
      between.push(issue({ name: `between ${i}`, by: between[i - 1] ?? root, extensions: extensions(i) }));
    }
    return [issue({ name: 'leaf', by: between[length - 1] ?? root, extensions: signer }), between];
  }

  test.each([
    [1, GOOD],
    [6, GOOD],
    [7, NO_PATH],
  ])('has at most six intermediates: %d', (length, verdict) => {
    const [one, between] = chain(length);
    expect(judge(one, between)).toEqual(verdict);
    expect(judge(one, [...between].reverse())).toEqual(verdict);
  });

  test('needs each of them', () => {
    const [one, between] = chain(3);
    for (const gone of between) {
      expect(
        judge(
          one,
          between.filter((other) => other !== gone),
        ),
      ).toEqual(NO_PATH);
    }
  });

  const constrained = extension('2.5.29.30', sequence(der(0xa0, sequence(der(0x82, Buffer.from('example.org'))))));
  const usage = extension('2.5.29.15', Buffer.from('03020106', 'hex'), true);
  test.each<[string, (i: number) => Buffer[], object]>([
    ['as many below as it allows', (i) => [authority(1 - i)], GOOD],
    ['more below than it allows', () => [authority(0)], NO_PATH],
    ['more below than it allows, which it says last', () => [usage, authority(0)], NO_PATH],
    ['as many below as it allows, which it says last', (i) => [usage, authority(1 - i)], GOOD],
    ['no authority', () => [], NO_PATH],
    ['name constraints, which nobody checks', () => [authority(), constrained], NO_PATH],
  ])('may contain authorities with %s', (_, extensions, verdict) => {
    const [one, between] = chain(2, extensions);
    expect(judge(one, between)).toEqual(verdict);
  });

  test('must not contain an authority with a different kind of key', () => {
    const between = issue({ name: 'between', by: root, extensions: [authority()], curve: 'secp256k1' });
    expect(judge(issue({ name: 'leaf', by: between, extensions: signer }), [between])).toEqual(NO_PATH);
  });

  test('a name is not enough: the signature must be by the authority', () => {
    const impostor = issue({ name: 'root', extensions: [authority()] });
    expect(judge(issue({ name: 'leaf', by: impostor, extensions: signer }))).toEqual(NO_PATH);
    expect(judge(issue({ name: 'leaf', by: impostor, extensions: signer }), [impostor])).toEqual(NO_PATH);
    expect(judge(issue({ name: 'leaf', by: impostor, extensions: signer }), [], [])).toEqual(NO_PATH);
  });

  test.each<[string, Buffer[]]>([
    ['no authority', []],
    ['an authority for TLS', [authority(), extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1')))]],
  ])('a root that is %s is not used', (_, extensions) => {
    const top = issue({ name: 'root', extensions });
    expect(judge(issue({ name: 'leaf', by: top, extensions: signer }), [], [anchor(top)])).toEqual(NO_PATH);
  });

  test('a certificate that is itself among the roots needs none', () => {
    const stranger = issue({ name: 'stranger', extensions: [authority()] });
    const pinned = issue({ name: 'leaf', by: stranger, extensions: signer });
    expect(judge(pinned, [], [anchor(root), anchor(pinned)])).toEqual(GOOD);
    expect(judge(pinned, [], [anchor(root), anchor(pinned, { to: NOON - 1 })])).toEqual(NO_PATH);
  });

  test('is not searched in every order of authorities that all issued each other', () => {
    const shared = issue({ name: 'loop', extensions: [authority()] });
    const loop = Array.from({ length: 9 }, (): Holder => issue({ ...shared, by: shared, extensions: [authority()] }));
    const one = issue({ name: 'leaf', by: shared, extensions: signer });
    const start = performance.now();
    expect(judge(one, loop)).toEqual(NO_PATH);
    expect(performance.now() - start).toBeLessThan(5_000);
    const joined = issue({ ...shared, by: root, extensions: [authority()] });
    expect(judge(one, [...loop, joined])).toEqual(GOOD);
  });

  test('ends at a given root: nothing is trusted without roots', () => {
    const alone: X509Certificate = leaf.certificate;
    expect(checkCertificate(alone, [root.certificate], { ...trusting([]), roots: undefined }, NOON)).toEqual(
      untrusted('no trusted roots were given, so the identity in the certificate is only a claim'),
    );
  });
});
