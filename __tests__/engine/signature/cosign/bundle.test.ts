import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { CosignInput } from '../../../../src/engine/signature/cosign/material.js';
import { verifyCosign, verifySigstoreBundle } from '../../../../src/engine/signature/cosign/verify.js';
import { blob, changed, during, later, named, read, trustOf } from './cosign-vectors.js';

describe('Sigstore bundles', () => {
  const verify = async (bundle: string, input: CosignInput, message = blob) =>
    verifySigstoreBundle(await trustOf(input), message, bundle, later);
  const keyTrust = { key: read('p256.pub') };
  const tsa = { ...named, roots: read('root-tsa.json') };
  const tlog = { ...named, roots: read('root-tlog.json') };

  test.each<[string, string, CosignInput]>([
    ['with a key', 'key', keyTrust],
    ['with a key and a timestamp nobody can check', 'key-timestamp', keyTrust],
    ['with a key and a checked timestamp', 'key-timestamp', { ...keyTrust, ...tsa }],
    ['with a certificate, long expired, and its timestamp', 'certificate-timestamp', tsa],
    ['with a certificate, long expired, and its log entry', 'certificate-tlog', tlog],
  ])('%s', async (_name, file, input) => {
    const bundle = read(`${file}.sigstore.json`);
    expect(await verify(bundle, input)).toMatchObject({ ok: true });
    expect(await verify(bundle, input, changed)).toMatchObject({ ok: false, code: 'signature.invalid' });
  });

  test('uses the clock without a verified time', async () => {
    const trust = await trustOf({ ...named, roots: read('root-plain.json') });
    const bundle = read('certificate.sigstore.json');
    expect(await verifySigstoreBundle(trust, blob, bundle, during)).toMatchObject({ ok: true });
    expect(await verifySigstoreBundle(trust, changed, bundle, during)).toMatchObject({ code: 'signature.invalid' });
    expect(await verifySigstoreBundle(trust, blob, bundle, later)).toMatchObject({
      code: 'signature.certificate_untrusted',
    });
  });

  type Loose = { verificationMaterial: Record<string, unknown> & { tlogEntries: Record<string, unknown>[] } } & Record<
    string,
    unknown
  >;
  const edit = (file: string, change: (bundle: Loose) => void): string => {
    const bundle = JSON.parse(read(`${file}.sigstore.json`)) as Loose;
    change(bundle);
    return JSON.stringify(bundle);
  };
  const same = (file: string): string => edit(file, () => {});

  const REQUIRED = 'a cosign certificate proves nothing without the expected identity and issuer';
  const CANNOT = 'the Sigstore bundle cannot be verified';
  const withLeaf = (file: string, certificate: string): string =>
    edit(file, (bundle) => {
      const rawBytes = new X509Certificate(read(certificate)).raw.toString('base64');
      bundle.verificationMaterial['certificate'] = { rawBytes };
    });
  /** A bundle with the evidence of another one, which is about another signature. */
  const withEvidence = (file: string, from: string): string =>
    edit(file, (bundle) => {
      const { tlogEntries, timestampVerificationData } = (JSON.parse(read(`${from}.sigstore.json`)) as Loose)
        .verificationMaterial;
      Object.assign(bundle.verificationMaterial, { tlogEntries, timestampVerificationData });
    });
  const joined = JSON.stringify({
    ...(JSON.parse(read('root-tsa.json')) as object),
    tlogs: (JSON.parse(read('root-tlog.json')) as { tlogs: unknown }).tlogs,
  });

  test.each<[string, string, CosignInput, string, string | RegExp]>([
    ['not JSON', '{', keyTrust, 'signature.invalid', 'the Sigstore bundle cannot be read'],
    ['a list', '[]', keyTrust, 'signature.invalid', 'the Sigstore bundle cannot be read'],
    ['null', 'null', keyTrust, 'signature.invalid', 'the Sigstore bundle cannot be read'],
    [
      'what is too long',
      same('key').padEnd(1024 * 1024 + 1),
      keyTrust,
      'signature.invalid',
      'the Sigstore bundle is too long',
    ],
    [
      'a different key',
      same('key'),
      { key: read('p384.pub') },
      'signature.invalid',
      /^cosign signature by key cosign:sha256:[0-9a-f]{12}… does not match the content$/,
    ],
    [
      'a key bundle without a key',
      same('key'),
      tsa,
      'key.missing',
      'the Sigstore bundle was signed with a key, but no cosign key is given',
    ],
    [
      'a key with a timestamp of a different signature',
      withEvidence('key', 'certificate-timestamp'),
      { ...keyTrust, ...tsa },
      'signature.certificate_untrusted',
      /^the Sigstore bundle: .+/,
    ],
    [
      'a key with a log entry of a different signature',
      withEvidence('key', 'certificate-tlog'),
      { ...keyTrust, ...tlog },
      'signature.invalid',
      /^the Sigstore bundle: .+/,
    ],
    [
      'a certificate bundle with a key only',
      same('certificate-timestamp'),
      keyTrust,
      'cosign.identity_required',
      REQUIRED,
    ],
    [
      'a different identity',
      same('certificate-timestamp'),
      { ...tsa, identity: 'https://ci.example' },
      'signature.identity_mismatch',
      'certificate identity is https://ci.example/acme/build@refs/heads/main, expected https://ci.example',
    ],
    [
      'a different issuer',
      same('certificate-timestamp'),
      { ...tsa, issuer: 'https://evil.example' },
      'signature.identity_mismatch',
      'certificate issuer is https://login.example, expected https://evil.example',
    ],
    [
      'a different identity, before its evidence is looked at',
      same('certificate'),
      { ...tsa, identity: 'https://ci.example' },
      'signature.identity_mismatch',
      'certificate identity is https://ci.example/acme/build@refs/heads/main, expected https://ci.example',
    ],
    [
      'a certificate for TLS, whatever its timestamp says',
      withLeaf('certificate-timestamp', 'leaf-tls.crt'),
      tsa,
      'signature.certificate_untrusted',
      'the certificate is not meant for code signing',
    ],
    [
      'a different authority',
      same('certificate-timestamp'),
      { ...named, roots: read('root-stranger.json') },
      'signature.certificate_untrusted',
      /^the Sigstore bundle: .+/,
    ],
    [
      'no roots',
      same('certificate-timestamp'),
      { ...named, certificate: read('leaf.crt') },
      'signature.certificate_untrusted',
      'no trusted roots were given, so the identity in the certificate is only a claim',
    ],
    [
      'no timestamp',
      same('certificate'),
      tsa,
      'signature.certificate_untrusted',
      'the Sigstore bundle: expected 1 timestamps, got 0',
    ],
    [
      'no log entry',
      same('certificate'),
      tlog,
      'signature.certificate_untrusted',
      'the Sigstore bundle: expected 1 timestamps, got 0',
    ],
    [
      'a timestamp alone where a log is known as well',
      same('certificate-timestamp'),
      { ...named, roots: joined },
      'signature.invalid',
      'the Sigstore bundle: expected 1 tlog entries, got 0',
    ],
    ['log entry of an unknown log', same('certificate-tlog'), tsa, 'signature.invalid', /^the Sigstore bundle: .+/],
    [
      'no certificate log',
      same('certificate-timestamp'),
      { ...named, roots: read('root-ctfe.json') },
      'signature.certificate_untrusted',
      'the Sigstore bundle: expected 1 SCTs, got 0',
    ],
    [
      'log entry moved in time',
      edit('certificate-tlog', (bundle) => {
        const [entry] = bundle.verificationMaterial.tlogEntries;
        if (entry !== undefined) entry['integratedTime'] = String(Number(entry['integratedTime']) + 1);
      }),
      tlog,
      'signature.invalid',
      /^the Sigstore bundle: .+/,
    ],
    [
      'log entry without its proof',
      edit('certificate-tlog', (bundle) => {
        for (const entry of bundle.verificationMaterial.tlogEntries) delete entry['inclusionProof'];
      }),
      tlog,
      'signature.invalid',
      'the Sigstore bundle cannot be read',
    ],
    [
      'a DSSE envelope',
      edit('certificate-timestamp', (bundle) => {
        delete bundle['messageSignature'];
        bundle['dsseEnvelope'] = {
          payload: 'e30=',
          payloadType: 'application/json',
          signatures: [{ sig: 'AA==', keyid: '' }],
        };
      }),
      tsa,
      'signature.invalid',
      'the Sigstore bundle contains no signature over a blob',
    ],
    [
      'a certificate of garbage',
      edit('certificate-timestamp', (bundle) => {
        bundle.verificationMaterial['certificate'] = { rawBytes: 'AAAA' };
      }),
      tsa,
      'signature.invalid',
      'the certificate of the Sigstore bundle cannot be read',
    ],
    [
      'a timestamp of garbage',
      edit('certificate-timestamp', (bundle) => {
        bundle.verificationMaterial['timestampVerificationData'] = { rfc3161Timestamps: [{ signedTimestamp: 'AAAA' }] };
      }),
      tsa,
      'signature.invalid',
      CANNOT,
    ],
  ])('refuses %s', async (_name, bundle, input, code, message) => {
    expect(await verify(bundle, input)).toEqual({
      ok: false,
      code,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });

  test('accepts a bundle of a MiB', async () => {
    expect(await verify(same('key').padEnd(1024 * 1024), keyTrust)).toMatchObject({ ok: true });
  });

  test('a key needs no evidence, even with a trusted root', async () => {
    for (const kind of [tsa, tlog])
      expect(await verify(same('key'), { ...keyTrust, ...kind })).toMatchObject({ ok: true });
    const foreign = withEvidence('key', 'certificate-timestamp');
    expect(await verify(foreign, keyTrust)).toMatchObject({ ok: true });
    expect(await verify(foreign, { ...keyTrust, ...named, roots: read('root.crt') })).toMatchObject({ ok: true });
  });

  test('reports a problem of the certificate before it checks the signature', async () => {
    const roots = read('root-plain.json');
    const late = await verifySigstoreBundle(await trustOf({ ...named, roots }), changed, same('certificate'), later);
    expect(late).toMatchObject({ code: 'signature.certificate_untrusted' });
    const trust = await trustOf({ ...named, roots, certificate: read('leaf.crt') });
    expect(await verifyCosign(trust, changed, read('leaf.sig'), later)).toMatchObject({
      code: 'signature.certificate_untrusted',
    });
    expect(await verifySigstoreBundle(trust, changed, same('certificate'), during)).toEqual({
      ok: false,
      code: 'signature.invalid',
      message: 'the signature of the Sigstore bundle does not verify under its certificate',
    });
  });

  describe('of older versions', () => {
    const chained = (...files: string[]): string =>
      edit('certificate', (bundle) => {
        bundle['mediaType'] = 'application/vnd.dev.sigstore.bundle+json;version=0.2';
        delete bundle.verificationMaterial['certificate'];
        bundle.verificationMaterial['x509CertificateChain'] = {
          certificates: files.map((file) => ({ rawBytes: new X509Certificate(read(file)).raw.toString('base64') })),
        };
      });
    const strangers = (count: number): string[] => new Array<string>(count).fill('stranger.crt');
    test.each<[string, string[], object]>([
      ['carry their chain', ['leaf.crt', 'intermediate.crt'], { ok: true }],
      ['carry at most eight', ['leaf.crt', ...strangers(6), 'intermediate.crt'], { ok: true }],
      [
        'carry no more than eight that are looked at',
        ['leaf.crt', ...strangers(7), 'intermediate.crt'],
        { code: 'signature.certificate_untrusted' },
      ],
      ['lack what their root did not issue', ['leaf.crt'], { code: 'signature.certificate_untrusted' }],
    ])('%s', async (_name, files, verdict) => {
      const trust = await trustOf({ ...named, roots: read('root.crt') });
      expect(await verifySigstoreBundle(trust, blob, chained(...files), during)).toMatchObject(verdict);
    });
  });
});
