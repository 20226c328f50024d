import { join, relative, sep } from 'node:path';
import { type Finding, finding } from '../../engine/findings.js';
import { quote } from '../../engine/text.js';
import type { GateOptions } from '../options/options.js';
import type { Materials } from './materials.js';
import { EMPTY_POLICY, type Policy } from './policy/model.js';
import { contentOf, type PolicySource, type ReadPolicyFile } from './policy/reading.js';
import type { ConfigFile } from './read-file.js';
import { describeBase, type FileRequest, type Sources } from './sources.js';

/** The policy of a run and a reader of the files that it names. */
export interface LoadedSource {
  readonly policy: Policy;
  readonly findings: readonly Finding[];
  /** Content of what the policy names or contains; `undefined` without it, or after a finding. */
  readonly content: (source: PolicySource | undefined, request: FileRequest) => Promise<Uint8Array | undefined>;
}

const DEFAULT_POLICY = '.proof-policy.yml';
/** `--policy none`: only the options apply. */
const NO_POLICY = 'none';

/** Reads the policy from the one source that wins; without one, the defaults without a policy. */
export async function readPolicy(options: GateOptions, sources: Sources, materials: Materials): Promise<LoadedSource> {
  const path = options.policyFile ?? DEFAULT_POLICY;
  const place = sources.placeOf(path);
  const read: ReadPolicyFile = (named, request) => sources.named(place, named, request);
  const content: LoadedSource['content'] = async (source, request) =>
    source === undefined ? undefined : materials.take(await contentOf(source, read, request));
  const without = (...findings: readonly Finding[]): LoadedSource => ({ policy: EMPTY_POLICY, findings, content });
  if (path === NO_POLICY) return without();
  // A run without a policy does not need the reader, which takes a fifth of the start-up time.
  if (place.origin !== 'base' && options.policyFile === undefined && !(await sources.exists(path))) {
    if (options.policySha256 === undefined) return without(...lookAlikes(options, sources));
    return without(finding('dependency.missing', `--policy-sha256 is set, but ${DEFAULT_POLICY} was not found`, ''));
  }
  const file = await sources.policy(path);
  if (!file.ok) return without(...absent(options, sources, path, file));
  // YAML and the policy's schema take a fifth of the start-up time: only a run with a policy pays for them.
  const { checkPin, loadPolicy } = await import('./policy/load.js');
  const loaded = await loadPolicy(file.bytes, path, read);
  const { sha256 } = loaded;
  const pin = options.policySha256 === undefined ? undefined : checkPin(sha256, options.policySha256, path);
  const findings = [...(pin === undefined ? [] : [pin]), ...(loaded.ok ? loaded.warnings : loaded.findings)];
  // A policy that cannot be read trusts nobody and asks for everything: the finding fails the run anyway.
  return { policy: loaded.ok ? loaded.policy : { ...EMPTY_POLICY, name: path, sha256 }, findings, content };
}

/** What it means that there is no policy where it should be. */
function absent(
  options: GateOptions,
  sources: Sources,
  path: string,
  { code, message, remedy }: Extract<ConfigFile, { ok: false }>,
): readonly Finding[] {
  if (remedy !== undefined) return [finding(code, message, path, { remedy })];
  if (code === 'policy.base_unavailable') return [finding(code, `${message}. ${waysOut(options)}`, path)];
  const isDefault = options.policyFile === undefined;
  if (code !== 'policy.base_missing' || !isDefault) return [finding(code, message, path)];
  // The base was listed and has none: none applies (trust.md section 2).
  const where = sources.base === undefined ? 'the base' : describeBase(sources.base);
  if (options.policySha256 !== undefined) {
    return [finding('dependency.missing', `policy-sha256 is set, but ${quote(path)} was not found in ${where}`, path)];
  }
  if (!sources.isInWorkspace(path)) return lookAlikes(options, sources);
  const text = `${where} has no policy: ${quote(path)} of this change counts once it is merged`;
  return [finding('policy.not_merged', text, path)];
}

/** Other file names that people give a policy. */
const OTHER_NAMES = ['.proof-policy.yaml', '.proof-policy.json', 'proof-policy.yml', 'proof-policy.yaml'];

/** Files that may be taken for the policy of a run that has none: such a run would pass where they ask for more. */
function lookAlikes({ workspace, checkout }: GateOptions, sources: Sources): readonly Finding[] {
  const root = relative(workspace, join(checkout[0], DEFAULT_POLICY)).split(sep).join('/');
  const above = root === DEFAULT_POLICY ? [] : [root];
  const found = [...OTHER_NAMES, ...above].find((name) => sources.isInWorkspace(name));
  if (found === undefined) return [];
  const text = `${quote(found)} is not read: without --policy the policy of a run is ${DEFAULT_POLICY} in the folder that is verified`;
  return [finding('policy.not_read', text, found)];
}

/** What an operator can do when the base cannot be read, in the words of the entry point in use. */
function waysOut({ door }: GateOptions): string {
  const name = (option: string): string => (door === 'inputs' ? `input ${option.replace(' ', ': ')}` : `--${option}`);
  const fetch = 'Fetch the base branch (GitLab: GIT_DEPTH: 0, actions/checkout: fetch-depth: 0, git: fetch origin)';
  return `${fetch}, pin the policy (${name('policy-sha256')}), trust the checkout (${name('policy-from workspace')}) or use no policy (${name('policy none')})`;
}
