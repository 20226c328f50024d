import { DEFAULT_LIMITS } from '../../engine/limits.js';
import { parseReportTarget, REPORT_FORMATS, sharedTargets } from './report-target.js';
import {
  formatSize,
  type Parsed,
  parseBoolean,
  parseBranch,
  parseChoice,
  parseCommit,
  parseDuration,
  parseInstantMs,
  parseInteger,
  parsePattern,
  parseRepository,
  parseSha256,
  parseShard,
  parseShardKey,
  parseSize,
  parseText,
  parseTypeFile,
  repeatedTypes,
} from './values.js';

/** Headings of the command line's help and of the table in docs/usage/cli.md, in this order. */
export const OPTION_GROUPS = ['Evidence', 'Trust', 'Decision', 'Output', 'Limits and work'] as const;

/**
 * One option of the gate. From these entries come the type `GateOptions`, the command line with its help and completion,
 * the inputs of action.yml, the environment variables and the tables in docs/usage (tools/generate/options.mjs).
 */
export interface OptionSpec {
  /** As on the command line, without dashes. */
  readonly name: string;
  /** `list`: repeatable; in inputs and variables one value per line. */
  readonly kind: 'text' | 'switch' | 'list';
  readonly group: (typeof OPTION_GROUPS)[number];
  /** One phrase, lower case, without the default. */
  readonly help: string;
  /** Reads the text of the option; of one value of a list. */
  readonly parse: (text: string) => Parsed<unknown>;
  /** What holds when nobody gives it, as a user would write it. Without one the member may be absent. */
  readonly default?: string;
  /** What holds when nobody gives it, in words, where that is not one value. */
  readonly defaultHelp?: string;
  /** Stands for the value in help and docs; without one the choices do. */
  readonly placeholder?: string;
  readonly choices?: readonly string[];
  /** Flags of the command line where they differ from `--name`; `false`: an argument of the command, or not there. */
  readonly cli?: false | string;
  /** Input of the Action where it differs from the name, accepted as another name everywhere; `false`: not there. */
  readonly input?: false | string;
  /** Its text is never printed, and a variable that is set but empty is an error: that is what a fork gets. */
  readonly secret?: true;
  /** Says which texts of a list exclude each other, one sentence each. */
  readonly conflicts?: (texts: readonly string[], workspace: string, option: string) => readonly string[];
}

const text = { kind: 'text', parse: parseText } as const;
const file = { ...text, placeholder: 'file' } as const;
const flag = { kind: 'switch', parse: parseBoolean } as const;

function oneOf<T extends string>(choices: readonly T[]) {
  return { kind: 'text', choices, parse: (given: string): Parsed<T> => parseChoice(given, choices) } as const;
}

function integer(min: number, max: number) {
  const parse = (given: string): Parsed<number> => parseInteger(given, min, max);
  return { kind: 'text', placeholder: 'n', parse } as const;
}

const LEVELS = ['error', 'warn', 'ignore'] as const;

/** Options by the member of `GateOptions` that they become, in the order of the documentation. */
export const OPTIONS = {
  patterns: {
    ...{ kind: 'list', parse: parsePattern },
    name: 'patterns',
    group: 'Evidence',
    help: 'globs or paths of the artifacts; `!` excludes, and the last that matches wins',
    defaultHelp: '`artifacts` of the policy, else the default locations',
    cli: false,
  },
  /** As given; `workspace` is the absolute path. */
  workingDirectory: {
    ...text,
    name: 'working-directory',
    group: 'Evidence',
    help: 'folder that is verified; nothing outside it is read unless an option names it',
    defaultHelp: 'the current folder; in the Action the checkout',
    placeholder: 'dir',
    cli: '-C, --working-directory',
  },
  /** `TYPE=FILE`, each type once. */
  customTypeSchemas: {
    ...{ kind: 'list', parse: parseTypeFile },
    name: 'custom-type-schema',
    group: 'Evidence',
    help: 'JSON Schema of a record type of your own',
    placeholder: 'type=file',
    input: 'custom-type-schemas',
    conflicts: repeatedTypes,
  },
  /** Absent: `error` for patterns that the user gave, `warn` for the default set. */
  unrecognized: {
    ...oneOf(LEVELS),
    name: 'unrecognized',
    group: 'Evidence',
    help: 'what to do about matched files that are not Proof artifacts',
    defaultHelp: '`error` for your patterns, `warn` for the default locations',
  },
  ifNoArtifactsFound: {
    ...oneOf(LEVELS),
    name: 'if-no-artifacts-found',
    group: 'Evidence',
    help: 'what to do when no artifact is found',
    default: 'error',
  },
  /** Keys as text (hex, base64, PEM, JWK) or paths of files with one. */
  publicKeys: {
    ...{ kind: 'list', parse: parseText },
    name: 'public-key',
    group: 'Trust',
    help: 'trusted Ed25519 public key: hex, base64, PEM, JWK, or a file with one',
    placeholder: 'key',
  },
  /** Absent: that of the policy, else `auto`. */
  signatures: {
    ...oneOf(['auto', 'required', 'off'] as const),
    name: 'signatures',
    group: 'Trust',
    help: 'whether signatures are required; `auto` requires them as soon as a key, certificate or trust policy is given',
    defaultHelp: 'that of the policy, else `auto`',
  },
  revocationList: {
    ...file,
    name: 'revocation-list',
    group: 'Trust',
    help: 'signed list of revoked keys',
  },
  revocationKey: {
    ...text,
    name: 'revocation-key',
    group: 'Trust',
    help: 'public key that signed the revocation list, or a file with it',
    placeholder: 'key',
  },
  cosignKey: {
    ...file,
    name: 'cosign-key',
    group: 'Trust',
    help: 'PEM public key for cosign signatures',
  },
  cosignCertificate: {
    ...file,
    name: 'cosign-certificate',
    group: 'Trust',
    help: 'PEM certificate for cosign signatures; needs identity and issuer',
  },
  cosignCertificateIdentity: {
    ...text,
    name: 'cosign-certificate-identity',
    group: 'Trust',
    help: 'required certificate identity',
    placeholder: 'identity',
  },
  cosignCertificateOidcIssuer: {
    ...text,
    name: 'cosign-certificate-oidc-issuer',
    group: 'Trust',
    help: 'required OIDC issuer of the certificate',
    placeholder: 'issuer',
  },
  cosignTrustedRoot: {
    ...file,
    name: 'cosign-trusted-root',
    group: 'Trust',
    help: 'trusted certificate authorities: PEM or a Sigstore trusted root; nothing is fetched',
  },
  /** As given, relative to the workspace; `none`: no policy, only the options. */
  policyFile: {
    ...file,
    name: 'policy',
    group: 'Decision',
    help: 'gate policy; `none`: no policy, only the options count',
    defaultHelp: '`.proof-policy.yml` if it exists',
  },
  policyFrom: {
    ...oneOf(['auto', 'base', 'workspace'] as const),
    name: 'policy-from',
    group: 'Decision',
    help: 'where the policy and the named files of the checkout are read; `auto`: from the base while a change is under review',
    default: 'auto',
  },
  policyFromRef: {
    ...text,
    name: 'policy-from-ref',
    group: 'Decision',
    help: 'branch or full commit id to read them from, in the git objects of the checkout',
    defaultHelp: 'the tip of the target branch',
    placeholder: 'ref',
  },
  underReview: {
    ...oneOf(['auto', 'true', 'false'] as const),
    name: 'under-review',
    group: 'Decision',
    help: 'whether the checkout is a change that has not been accepted yet',
    defaultHelp: '`auto`: what the CI says',
    default: 'auto',
  },
  defaultBranch: {
    ...{ kind: 'text', parse: parseBranch },
    name: 'default-branch',
    group: 'Decision',
    help: 'the default branch, where the CI does not name it',
    placeholder: 'name',
  },
  /** 64 lower-case hex digits. */
  policySha256: {
    ...{ kind: 'text', parse: parseSha256 },
    name: 'policy-sha256',
    group: 'Decision',
    help: 'fail unless the policy has this SHA-256 (exit code 8)',
    placeholder: 'hex',
  },
  /** Lower case; absent: those that the CI names (`readRunContext`). */
  commit: {
    ...{ kind: 'text', parse: parseCommit },
    name: 'commit',
    group: 'Decision',
    help: 'commit under test, for `bind` and `$run` of the policy and for reports',
    defaultHelp: 'that of the CI; on a pull request its head and its trial merge',
    placeholder: 'sha',
  },
  repository: {
    ...{ kind: 'text', parse: parseRepository },
    name: 'repository',
    group: 'Decision',
    help: 'repository under test, owner/name or its address',
    defaultHelp: 'that of the CI',
    placeholder: 'owner/name',
  },
  baseline: {
    ...file,
    name: 'baseline',
    group: 'Decision',
    help: 'fail on drift from this baseline',
    defaultHelp: 'that of the policy',
  },
  strict: {
    ...flag,
    name: 'strict',
    group: 'Decision',
    help: 'strict checks of structure',
    default: 'true',
  },
  warnOnly: {
    ...flag,
    name: 'warn-only',
    group: 'Decision',
    help: 'report failed checks (exit codes 2 to 5) but pass; never hides 1, 6, 7 or 8',
    default: 'false',
  },
  failOn: {
    ...oneOf(['error', 'warning'] as const),
    name: 'fail-on',
    group: 'Decision',
    help: 'what fails a run; with `warning` a warning fails it as it would as an error',
    default: 'error',
  },
  /** Milliseconds since 1970; absent: the real clock. */
  now: {
    ...{ kind: 'text', parse: parseInstantMs },
    name: 'now',
    group: 'Decision',
    help: 'time to use instead of now, RFC 3339, for freshness, validity and expiry; makes a run repeatable',
    placeholder: 'instant',
  },
  reports: {
    ...{ kind: 'list', parse: parseReportTarget },
    name: 'report',
    group: 'Output',
    help: `write a report: ${REPORT_FORMATS.join(', ')}; \`-\` is standard output`,
    placeholder: 'format=file',
    input: 'reports',
    conflicts: sharedTargets,
  },
  progress: {
    ...oneOf(['auto', 'always', 'never'] as const),
    name: 'progress',
    group: 'Output',
    help: 'show progress: a bar on a terminal, a line every 10 seconds in a log',
    default: 'auto',
  },
  quiet: {
    ...flag,
    name: 'quiet',
    group: 'Output',
    help: 'print only the verdict and errors',
    default: 'false',
  },
  verbose: {
    ...flag,
    name: 'verbose',
    group: 'Output',
    help: 'show what matched, and why',
    default: 'false',
  },
  /** False with a non-empty `NO_COLOR` as well. */
  color: {
    ...flag,
    name: 'color',
    group: 'Output',
    help: 'print colors on a terminal',
    default: 'true',
    defaultHelp: '`true` unless `NO_COLOR` is set',
    input: false,
  },
  /** Absent: available parallelism. */
  jobs: {
    ...integer(1, 256),
    name: 'jobs',
    group: 'Limits and work',
    help: 'worker threads',
    defaultHelp: 'available parallelism',
  },
  shard: {
    ...{ kind: 'text', parse: parseShard },
    name: 'shard',
    group: 'Limits and work',
    help: 'verify the I-th of N parts of the artifacts; `merge` joins the reports',
    placeholder: 'i/n',
  },
  /** UTF-8 text of at least 32 bytes; never on the command line, where other processes could read it. */
  shardKey: {
    ...{ kind: 'text', parse: parseShardKey, secret: true },
    name: 'shard-key',
    group: 'Limits and work',
    help: 'secret of at least 32 bytes that authenticates shard reports, the same in all shards and in `merge`',
    cli: false,
  },
  shardAuth: {
    ...oneOf(['optional', 'required'] as const),
    name: 'shard-auth',
    group: 'Limits and work',
    help: 'whether to refuse to run without a shard key',
    default: 'optional',
  },
  /** Seconds for the whole run. */
  timeoutSeconds: {
    ...{ kind: 'text', parse: parseDuration },
    name: 'timeout',
    group: 'Limits and work',
    help: 'time limit of the run, such as 90s or 10m; a run that is cut short never passes',
    defaultHelp: 'none',
    placeholder: 'duration',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

const limit = { kind: 'text', group: 'Limits and work' } as const;
const size = { ...limit, parse: parseSize, placeholder: 'size' } as const;
const MAX_COUNT = 1_000_000_000;
/** Deeper JSON could overflow the stack (hardening 5), whatever the user asks for. */
const MAX_DEPTH = 1000;

/** Options by the member of `Limits` that they become. */
export const LIMIT_OPTIONS = {
  maxArtifactBytes: {
    ...size,
    name: 'max-artifact-bytes',
    help: 'largest artifact file',
    default: formatSize(DEFAULT_LIMITS.maxArtifactBytes),
  },
  maxEntryBytes: {
    ...size,
    name: 'max-entry-bytes',
    help: 'largest unpacked archive entry',
    default: formatSize(DEFAULT_LIMITS.maxEntryBytes),
  },
  maxTotalBytes: {
    ...size,
    name: 'max-total-bytes',
    help: 'largest unpacked archive',
    default: formatSize(DEFAULT_LIMITS.maxTotalBytes),
  },
  maxRecordBytes: {
    ...size,
    name: 'max-record-bytes',
    help: 'largest record',
    default: formatSize(DEFAULT_LIMITS.maxRecordBytes),
  },
  maxDocumentBytes: {
    ...size,
    name: 'max-document-bytes',
    help: 'largest manifest or other document that is read whole',
    default: formatSize(DEFAULT_LIMITS.maxDocumentBytes),
  },
  maxEntries: {
    ...{ ...limit, ...integer(1, MAX_COUNT) },
    name: 'max-entries',
    help: 'most entries in an archive',
    default: String(DEFAULT_LIMITS.maxEntries),
  },
  maxRatio: {
    ...{ ...limit, ...integer(1, MAX_COUNT) },
    name: 'max-ratio',
    help: 'largest compression ratio of an archive entry past 1 MiB',
    default: String(DEFAULT_LIMITS.maxRatio),
  },
  maxDepth: {
    ...{ ...limit, ...integer(1, MAX_DEPTH) },
    name: 'max-depth',
    help: `deepest JSON nesting, at most ${MAX_DEPTH}`,
    default: String(DEFAULT_LIMITS.maxDepth),
  },
} as const satisfies Readonly<Record<keyof typeof DEFAULT_LIMITS, OptionSpec>>;

/** Every option of the gate, in the order of the documentation. */
export const GATE_OPTIONS: readonly OptionSpec[] = [...Object.values(OPTIONS), ...Object.values(LIMIT_OPTIONS)];

/** What the environment variables of the gate begin with. */
export const ENVIRONMENT_PREFIX = 'PROOF_VERIFY_';

/** The environment variable of an option: `PROOF_VERIFY_PUBLIC_KEY` for `public-key`. */
export function environmentName(option: string): string {
  return ENVIRONMENT_PREFIX + option.toUpperCase().replaceAll('-', '_');
}

/** The input of the Action that an option is; `undefined` when it is none. */
export function inputName({ name, input }: OptionSpec): string | undefined {
  return input === false ? undefined : (input ?? name);
}

/** What stands for the value of an option in help and docs; `undefined` for a switch. */
export function valueName({ placeholder, choices }: OptionSpec): string | undefined {
  return placeholder ?? choices?.join('|');
}
