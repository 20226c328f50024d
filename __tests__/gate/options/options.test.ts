import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_LIMITS } from '../../../src/engine/limits.js';
import type { GateOptions, RawOptions } from '../../../src/gate/options/options.js';
import { parseGateOptions } from '../../../src/gate/options/parse.js';
import { environmentName, GATE_OPTIONS, inputName } from '../../../src/gate/options/table.js';

const CWD = path.resolve('/work/tree');
const PEM = '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----';
const JWK = '{\n"kty": "OKP",\n"crv": "Ed25519",\n"x": "abc"\n}';

function options(raw: RawOptions, env: Record<string, string | undefined> = {}): GateOptions {
  const parsed = parseGateOptions(raw, env, CWD);
  if (!parsed.ok) throw new Error(parsed.findings.map((one) => one.message).join('; '));
  return parsed.options;
}

function messages(raw: RawOptions, env: Record<string, string> = {}): string[] {
  const parsed = parseGateOptions(raw, env, CWD);
  if (parsed.ok) return [];
  for (const one of parsed.findings)
    expect(one).toMatchObject({ code: 'usage.invalid', exit_code: 6, severity: 'error', artifact: '' });
  return parsed.findings.map((one) => one.message);
}

test('without options: the documented defaults, and what the policy may decide is left unset', () => {
  expect(options({})).toEqual({
    patterns: [],
    publicKeys: [],
    strict: true,
    customTypeSchemas: [],
    ifNoArtifactsFound: 'error',
    failOn: 'error',
    run: { commits: [] },
    warnOnly: false,
    reports: [],
    limits: DEFAULT_LIMITS,
    workspace: CWD,
    repositoryFolder: '',
    checkout: [CWD],
    shardAuth: 'optional',
    policyFrom: 'auto',
    underReview: 'auto',
    door: 'command line',
    variables: [],
    inContainer: false,
    progress: 'auto',
    quiet: false,
    verbose: false,
    color: true,
  });
});

const NAMES = 'json, sarif, junit, code-quality, markdown, html, tap, vsa, proof-record or github';
const FORMATS = `FORMAT=FILE with the format ${NAMES}`;
const MiB = 1024 * 1024;
test.each<[RawOptions, object]>([
  [{ patterns: 'a/**\n\n# note\n !b/** \r\nc.json' }, { patterns: ['a/**', '!b/**', 'c.json'] }],
  [{ patterns: ['a b', 'c\nd'] }, { patterns: ['a b', 'c\nd'] }],
  [{ patterns: '{a,b}/*.json\nc' }, { patterns: ['{a,b}/*.json', 'c'] }],
  [{ policy: ' p.yml ' }, { policyFile: 'p.yml' }],
  [{ 'revocation-list': 'a' }, { revocationList: 'a' }],
  [{ 'revocation-key': 'a' }, { revocationKey: 'a' }],
  [{ 'cosign-key': 'a' }, { cosignKey: 'a' }],
  [{ 'cosign-certificate': 'a' }, { cosignCertificate: 'a' }],
  [{ 'cosign-certificate-identity': 'a' }, { cosignCertificateIdentity: 'a' }],
  [{ 'cosign-certificate-oidc-issuer': 'a' }, { cosignCertificateOidcIssuer: 'a' }],
  [{ 'cosign-trusted-root': 'a' }, { cosignTrustedRoot: 'a' }],
  [{ baseline: 'a' }, { baseline: 'a' }],
  [{ progress: 'never' }, { progress: 'never' }],
  [{ quiet: true }, { quiet: true, verbose: false }],
  [{ verbose: 'yes' }, { quiet: false, verbose: true }],
  [{ color: false }, { color: false }],
  [{ 'policy-sha256': 'ab'.repeat(32) }, { policySha256: 'ab'.repeat(32) }],
  [{ 'policy-sha256': `sha256:${'AB'.repeat(32)}` }, { policySha256: 'ab'.repeat(32) }],
  [{ 'public-key': `${PEM}\nkey.pem\n${JWK}\nabcd` }, { publicKeys: [PEM, 'key.pem', JWK, 'abcd'] }],
  [{ publicKey: ['one', PEM] }, { publicKeys: ['one', PEM] }],
  [{ signatures: 'required' }, { signatures: 'required' }],
  [{ strict: false }, { strict: false }],
  [{ strict: 'No' }, { strict: false }],
  [{ 'warn-only': 'true' }, { warnOnly: true }],
  [{ warnOnly: true }, { warnOnly: true }],
  [{ unrecognized: 'ignore' }, { unrecognized: 'ignore' }],
  [{ 'if-no-artifacts-found': 'warn' }, { ifNoArtifactsFound: 'warn' }],
  [{ 'custom-type-schemas': 'a=x.json\nb=y=z.json' }, { customTypeSchemas: ['a=x.json', 'b=y=z.json'] }],
  [
    { reports: 'json=out/r.json\nsarif=-' },
    {
      reports: [
        { format: 'json', file: 'out/r.json' },
        { format: 'sarif', file: '-' },
      ],
    },
  ],
  [{ report: ['html=a=b.html'] }, { reports: [{ format: 'html', file: 'a=b.html' }] }],
  [{ report: ['html= a.html '] }, { reports: [{ format: 'html', file: 'a.html' }] }],
  [
    { report: ['json=-', 'html=./-'] },
    {
      reports: [
        { format: 'json', file: '-' },
        { format: 'html', file: './-' },
      ],
    },
  ],
  [{ shard: '2/4' }, { shard: { index: 2, count: 4 } }],
  [{ shard: ' 12/345 ' }, { shard: { index: 12, count: 345 } }],
  [{ 'policy-sha256': ` SHA256:${'AB'.repeat(32)} ` }, { policySha256: 'ab'.repeat(32) }],
  [{ 'custom-type-schemas': 'a=x=y\nb=z' }, { customTypeSchemas: ['a=x=y', 'b=z'] }],
  [{ now: '2026-01-31T12:00:00+01:00' }, { now: Date.UTC(2026, 0, 31, 11) }],
  [{ jobs: '8' }, { jobs: 8 }],
  [{ timeout: '90s' }, { timeoutSeconds: 90 }],
  [{ timeout: '1h30m' }, { timeoutSeconds: 5400 }],
  [{ timeout: '500ms' }, { timeoutSeconds: 0.5 }],
  [{ timeout: '300' }, { timeoutSeconds: 300 }],
  [{ 'max-artifact-bytes': '256MiB' }, { limits: { ...DEFAULT_LIMITS, maxArtifactBytes: 256 * MiB } }],
  [{ 'max-entry-bytes': '1.5 GB' }, { limits: { ...DEFAULT_LIMITS, maxEntryBytes: 1_500_000_000 } }],
  [{ 'max-total-bytes': '7' }, { limits: { ...DEFAULT_LIMITS, maxTotalBytes: 7 } }],
  [{ 'max-record-bytes': '7' }, { limits: { ...DEFAULT_LIMITS, maxRecordBytes: 7 } }],
  [{ 'max-document-bytes': '7' }, { limits: { ...DEFAULT_LIMITS, maxDocumentBytes: 7 } }],
  [{ 'max-ratio': '7' }, { limits: { ...DEFAULT_LIMITS, maxRatio: 7 } }],
  [{ maxEntries: '7' }, { limits: { ...DEFAULT_LIMITS, maxEntries: 7 } }],
  [{ 'max-depth': '1000' }, { limits: { ...DEFAULT_LIMITS, maxDepth: 1000 } }],
  [{ 'working-directory': 'sub' }, { workspace: path.join(CWD, 'sub') }],
  [{ jobs: undefined, reports: [] }, { reports: [] }],
])('%j', (raw, expected) => {
  expect(options(raw)).toMatchObject(expected);
});

test.each<[RawOptions, string]>([
  [{ signatures: 'requird' }, `--signatures is "requird", expected auto, required or off (did you mean 'required'?)`],
  [{ signatures: 'Required' }, "(did you mean 'required'?)"],
  [{ unrecognized: 'fatal' }, `--unrecognized is "fatal", expected error, warn or ignore`],
  [{ 'policy-sha256': 'abc' }, '64 hex digits'],
  [{ 'policy-sha256': `x${'a'.repeat(64)}` }, '64 hex digits'],
  [{ 'policy-sha256': 'a'.repeat(65) }, '64 hex digits'],
  [{ 'policy-sha256': `md5:${'a'.repeat(64)}` }, '64 hex digits'],
  [{ strict: 'maybe' }, `--strict is "maybe", expected true or false`],
  [{ jobs: '0' }, 'a whole number from 1 to 256'],
  [{ jobs: '1e2' }, 'a whole number'],
  [{ jobs: '-1' }, 'a whole number'],
  [{ jobs: '99999999999999999999' }, 'a whole number'],
  [{ jobs: true }, '--jobs needs a value'],
  [{ policy: ['a', 'b'] }, '--policy can be given once only'],
  [{ 'public-key': true }, '--public-key needs a value'],
  [{ 'public-key': '-----BEGIN PUBLIC KEY-----\nabc' }, 'each PEM block or JSON key to its end'],
  [{ 'max-depth': '1001' }, 'from 1 to 1000'],
  [{ 'max-artifact-bytes': '256M' }, 'a size such as 256MiB'],
  [{ 'max-artifact-bytes': '0' }, 'a size such as 256MiB'],
  [{ 'max-artifact-bytes': '9999999TiB' }, 'a size such as 256MiB'],
  [{ timeout: '10 minutes' }, 'a duration such as 90s'],
  [{ timeout: '0' }, 'a duration'],
  [{ timeout: '25d' }, 'at most 24d'],
  [{ now: 'yesterday' }, 'an RFC 3339 instant'],
  [{ shard: '0/4' }, '1 <= I <= N'],
  [{ shard: '5/4' }, '1 <= I <= N'],
  [{ shard: '1/2x' }, '1 <= I <= N'],
  [{ shard: 'x1/2' }, '1 <= I <= N'],
  [{ shard: '1/100000' }, '1 <= I <= N'],
  [{ report: ['json'] }, `--report is "json", expected ${FORMATS}`],
  [{ report: ['json='] }, `--report is "json=", expected ${FORMATS}`],
  [{ report: ['=x'] }, `--report is "=x", expected ${FORMATS}`],
  [
    { report: ['sarif=a,junit=b'] },
    `--report is "sarif=a,junit=b", expected one report per line, without commas between`,
  ],
  [{ report: ['j=x'] }, `--report: unknown report format 'j'; expected ${NAMES}`],
  [{ report: ['sarf=x'] }, `--report: unknown report format 'sarf'; expected ${NAMES} (did you mean 'sarif'?)`],
  [
    { report: ['json=a.json', 'html=./x/../a.json'] },
    "reports 'json=a.json' and 'html=./x/../a.json' would be written to the same file",
  ],
  [{ report: ['json=-', 'html=-'] }, "reports 'json=-' and 'html=-' would be written to the same output"],
  [{ 'custom-type-schemas': 'a' }, 'TYPE=FILE'],
  [{ 'custom-type-schemas': 'a=' }, `--custom-type-schema is "a=", expected TYPE=FILE`],
  [{ 'custom-type-schemas': '=a' }, 'TYPE=FILE'],
  [{ 'custom-type-schemas': 'a=1\na=2' }, "--custom-type-schema is given twice for 'a'"],
  [{ 'publc-key': 'x' }, "unknown option --publc-key (did you mean 'public-key'?)"],
  [{ quiet: true, verbose: true }, 'cannot be combined'],
  [{ 'warn-only': true, 'fail-on': 'warning' }, '--warn-only and --fail-on warning cannot be combined'],
  [{ 'shard-auth': 'required' }, 'there is no shard key'],
  [{ 'public-key': '# none yet' }, 'has no value, only comments'],
  [{ patterns: '\n# all\n' }, 'has no value, only comments'],
  [{ 'default-branch': 'refs/tags/main' }, 'expected the name of a branch'],
  [{ 'default-branch': 'main branch' }, 'expected the name of a branch'],
  [{ policyFrom: 'workspace', policyFromRef: 'main' }, 'policy-from workspace and policy-from-ref cannot be combined'],
  [{ policy: 'none', 'policy-sha256': 'a'.repeat(64) }, 'policy none and policy-sha256 cannot be combined'],
  [{ policyFrom: 'bas' }, '--policy-from is "bas", expected auto, base or workspace (did you mean \'base\'?)'],
  [{ 'under-review': 'yes' }, '--under-review is "yes", expected auto, true or false'],
])('%j is refused', (raw, message) => {
  const all = messages(raw);
  expect(all).toHaveLength(1);
  expect(all[0]).toContain(message);
});

test('every mistake is reported at once', () => {
  expect(messages({ jobs: 'x', timeout: 'y', shard: 'z' })).toHaveLength(3);
  expect(messages({ 'custom-type-schema': ['=a', '=b'] })).toEqual([
    `--custom-type-schema is "=a", expected TYPE=FILE`,
    `--custom-type-schema is "=b", expected TYPE=FILE`,
  ]);
});

test.each(['policy', 'policy-sha256', 'revocation-list', 'public-key', 'signatures'])(
  'an empty --%s is an error on the command line and stands for nothing as an input',
  (name) => {
    for (const empty of ['', ' \n']) {
      expect(messages({ [name]: empty })).toEqual([
        `--${name} is empty: leave it out, or set the variable that it comes from`,
      ]);
      expect(parseGateOptions({ [name]: empty }, {}, CWD, 'inputs')).toMatchObject({ ok: true });
    }
  },
);

test.each(['', ' ', '!'])('an empty pattern %j is an error: it would verify less than was meant', (pattern) => {
  expect(messages({ patterns: ['a/**', pattern] })).toEqual([`patterns is "${pattern}", expected a glob or a path`]);
});

test('a key that cannot be parsed is not printed', () => {
  expect(messages({ 'public-key': '-----BEGIN PRIVATE KEY-----\nsecret' }).join()).not.toContain('secret');
});

describe('environment', () => {
  test.each<[RawOptions, Record<string, string | undefined>, object]>([
    [{}, { PROOF_VERIFY_PUBLIC_KEY: 'a\nb' }, { publicKeys: ['a', 'b'] }],
    [{}, { PROOF_VERIFY_REPORTS: 'json=x' }, { reports: [{ format: 'json', file: 'x' }] }],
    [{}, { PROOF_VERIFY_STRICT: '0', PROOF_VERIFY_WARN_ONLY: '1' }, { strict: false, warnOnly: true }],
    [{ signatures: 'off' }, { PROOF_VERIFY_SIGNATURES: 'required' }, { signatures: 'off' }],
    [{ signatures: undefined }, { PROOF_VERIFY_SIGNATURES: 'off' }, { signatures: 'off' }],
    [{ reports: [] }, { PROOF_VERIFY_REPORTS: 'json=x' }, { reports: [{ format: 'json', file: 'x' }] }],
    [{}, { PROOF_VERIFY_POLICYY: undefined, OTHER_PREFIX_POLICYY: 'p' }, { patterns: [] }],
    [{}, { PROOF_VERIFY_POLICY: '', PROOF_VERIFY_SIGNATURES: 'required' }, { signatures: 'required' }],
    [{}, { PROOF_VERIFY_IMAGE: 'r/p:1', PROOF_VERIFY_VERSION: '1' }, { strict: true }],
    [{}, { NO_COLOR: '1' }, { color: false }],
    [{}, { NO_COLOR: '' }, { color: true }],
    [{ color: true }, { NO_COLOR: '1' }, { color: true }],
    [{}, { NO_COLOR: '1', PROOF_VERIFY_COLOR: 'true' }, { color: true }],
    [{}, { GITHUB_EVENT_NAME: 'pull_request' }, { ci: { event: 'pull_request', review: true } }],
    [{}, { PROOF_VERIFY_CONTAINER: 'true' }, { inContainer: true }],
    [
      { signatures: 'off' },
      { PROOF_VERIFY_SIGNATURES: 'auto', PROOF_VERIFY_JOBS: '2', PROOF_VERIFY_NOW: '' },
      { variables: ['PROOF_VERIFY_JOBS'] },
    ],
  ])('%j with %j', (raw, env, expected) => {
    expect(options(raw, env)).toMatchObject(expected);
  });

  test('a misspelt variable is an error: it would leave signatures unchecked', () => {
    expect(messages({}, { PROOF_VERIFY_PUBLIC_KEYS: 'a' })[0]).toContain("did you mean 'PROOF_VERIFY_PUBLIC_KEY'?");
  });

  test('a mistake in a variable names the variable', () => {
    expect(messages({}, { PROOF_VERIFY_JOBS: 'x', PROOF_VERIFY_REPORTS: 'json' })).toEqual([
      expect.stringContaining(`PROOF_VERIFY_REPORTS is "json", expected FORMAT=FILE`),
      `PROOF_VERIFY_JOBS is "x", expected a whole number from 1 to 256`,
    ]);
  });

  test('a run outside a CI has none', () => {
    expect(options({}, {})).not.toHaveProperty('ci');
  });
});

describe('where the sources are', () => {
  const sha = 'a'.repeat(40);
  const github = { GITHUB_SERVER_URL: 'https://ghe.example', GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: sha };
  test.each<[string, Record<string, string>, string | undefined]>([
    ['root', { ...github, GITHUB_WORKSPACE: CWD }, `https://ghe.example/o/r/blob/${sha}/`],
    ['folder', { ...github, GITHUB_WORKSPACE: path.dirname(CWD) }, `https://ghe.example/o/r/blob/${sha}/tree/`],
    ['outside', { ...github, GITHUB_WORKSPACE: path.join(CWD, 'x') }, undefined],
    ['strange server', { ...github, GITHUB_SERVER_URL: 'javascript:alert(1)' }, undefined],
    ['strange commit', { ...github, GITHUB_SHA: '../x' }, undefined],
    ['no repository', { GITHUB_SERVER_URL: 'https://ghe.example', GITHUB_SHA: sha }, undefined],
    [
      'gitlab',
      { CI_PROJECT_URL: 'https://gl.example/g/p', CI_COMMIT_SHA: sha },
      `https://gl.example/g/p/-/blob/${sha}/`,
    ],
  ])('%s', (_, env, expected) => {
    expect(options({}, env).sourceBase).toBe(expected);
  });
});

test('no text makes the reader throw, and a mistake never becomes a value', () => {
  const names = ['jobs', 'timeout', 'shard', 'now', 'max-ratio', 'max-entry-bytes', 'public-key', 'report'];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.string({ unit: 'grapheme' }), (name, text) => {
      const parsed = parseGateOptions({ [name]: text }, {}, CWD);
      if (!parsed.ok) expect(parsed.findings.length).toBeGreaterThan(0);
      else expect(Object.values(parsed.options).some((one) => Number.isNaN(one))).toBe(false);
    }),
  );
});

describe('the table', () => {
  test('names, inputs and variables are each used once', () => {
    const names = GATE_OPTIONS.flatMap((spec) => [...new Set([spec.name, inputName(spec) ?? spec.name])]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(names.map(environmentName)).size).toBe(names.length);
  });

  test('every default is a value that the option itself accepts', () => {
    for (const spec of GATE_OPTIONS) {
      if (spec.default !== undefined) expect([spec.name, spec.parse(spec.default).ok]).toEqual([spec.name, true]);
      for (const choice of spec.choices ?? []) expect([choice, spec.parse(choice).ok]).toEqual([choice, true]);
    }
  });

  test('every option has a phrase of help that does not repeat its default', () => {
    for (const { name, help } of GATE_OPTIONS) {
      expect([name, help]).toEqual([name, expect.stringMatching(/^(?!.*default:)[`a-zA-Z].{8,}[^.]$/)]);
    }
  });
});

test('help of options has no words that people.md section 3 replaces', () => {
  const old = /\b(?:whoever|somebody|nobody|beside|tells?|told|is no|are no|when it is there|for ever)\b/;
  const found = GATE_OPTIONS.filter(({ help, defaultHelp = '' }) => old.test(`${help} ${defaultHelp}`));
  expect(found.map(({ name }) => name)).toEqual([]);
});
