import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type ExitCode, type Finding, ruleOf, worstCode, worstExit } from '../../engine/findings.js';
import { quote } from '../../engine/text.js';
import { checkPolicy } from '../../gate/config/policy/check.js';
import { loadPolicy } from '../../gate/config/policy/load.js';
import { lockPolicy } from '../../gate/config/policy/lock.js';
import type { ReadPolicyFile } from '../../gate/config/policy/reading.js';
import { Sources } from '../../gate/config/sources.js';
import type { GateOptions } from '../../gate/options/options.js';
import { parseGateOptions } from '../../gate/options/parse.js';
import { readPolicyTest, runPolicyTest } from '../../gate/policy-test.js';
import { readInput } from '../input.js';
import { CommandError, type Io, line, writeOutput } from '../output.js';

/** `policy check [FILE]`: every mistake with its line, or what the policy asks for. */
export async function policyCheckCommand(file: string, io: Io): Promise<ExitCode> {
  const { bytes, read } = await openPolicy(file);
  const { findings, summary, unpinned } = await checkPolicy(bytes, file, read);
  report(findings, file, io);
  const exit = worstExit(findings);
  if (exit !== 0) return exit;
  for (const text of ['policy is valid', ...summary]) io.out(line(text));
  for (const path of unpinned) io.out(line(`names ${JSON.stringify(path)} without its digest (policy lock)`));
  return 0;
}

/** `policy lock FILE`: writes the digests of the files that the policy names into it and prints the pin of the result. */
export async function policyLockCommand(file: string, io: Io): Promise<ExitCode> {
  const { bytes, read, options } = await openPolicy(file);
  const locked = await lockPolicy(bytes, file, read);
  if (!locked.ok) {
    report(locked.findings, file, io);
    return worstExit(locked.findings);
  }
  writeOutput(file, { path: resolve(file), content: locked.text }, options.checkout);
  for (const { path, sha256 } of locked.files) io.err(line(`${path}: ${sha256}`));
  io.err(line(`pin the policy with --policy-sha256 (input policy-sha256):`));
  io.out(line(locked.sha256));
  return 0;
}

/** A policy of the checkout and the way to its files, as a gate on this machine reads them. */
async function openPolicy(
  file: string,
): Promise<{ readonly bytes: Uint8Array; readonly read: ReadPolicyFile; readonly options: GateOptions }> {
  const path = resolve(file);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) {
    throw new CommandError(7, `policy ${JSON.stringify(file)} is missing [dependency.missing]`);
  }
  const parsed = parseGateOptions({ 'policy-from': 'workspace' }, {});
  if (!parsed.ok) throw new CommandError(6, parsed.findings.map(({ message }) => message).join('; '));
  const { options } = parsed;
  const sources = new Sources({ options, underReview: false, remote: undefined, signal: undefined });
  const shown = relative(options.workspace, path);
  const policy = await sources.policy(shown);
  if (!policy.ok) throw new CommandError(ruleOf(policy.code).exit, `${policy.message} [${policy.code}]`);
  const place = sources.placeOf(shown);
  return { bytes: policy.bytes, read: (named, request) => sources.named(place, named, request), options };
}

function report(findings: readonly Finding[], file: string, io: Io): void {
  for (const { line: at, column, severity, message, code } of findings) {
    const place = at === undefined ? file : `${file}:${at}:${column ?? 1}`;
    (severity === 'error' ? io.err : io.out)(line(`${place}: ${severity}: ${message} [${code}]`));
  }
}

/** `policy test [FILE]`: the cases of one `*.policy-test.yml`, or of all that lie next to a policy. */
export async function policyTestCommand(file: string, io: Io): Promise<ExitCode> {
  const files = TEST_FILE.test(file) ? [file] : testsNextTo(file);
  if (files.length === 0) throw new CommandError(7, `no *.policy-test.yml next to ${quote(file)} [dependency.missing]`);
  let exit: ExitCode = 0;
  let failed = 0;
  let total = 0;
  for (const path of files) {
    const read = readPolicyTest(readInput(path), path);
    if (!read.ok) {
      report(read.findings, path, io);
      exit = worstCode([exit, 6]);
      continue;
    }
    const policyPath = join(
      dirname(path),
      read.test.policy ?? (TEST_FILE.test(file) ? '.proof-policy.yml' : basename(file)),
    );
    const opened = await openPolicy(policyPath);
    const loaded = await loadPolicy(opened.bytes, policyPath, opened.read);
    if (!loaded.ok) {
      report(loaded.findings, policyPath, io);
      exit = worstCode([exit, worstExit(loaded.findings)]);
      continue;
    }
    for (const { name, ok, expected, found, messages } of await runPolicyTest(loaded.policy, read.test)) {
      total++;
      if (ok) {
        io.out(line(`ok - ${name}`));
        continue;
      }
      failed++;
      io.out(line(`not ok - ${name}: expected ${codesIn(expected)}, found ${codesIn(found)}`));
      for (const message of messages) io.out(line(`    ${message}`));
    }
  }
  if (failed > 0) exit = worstCode([exit, 3]);
  if (exit === 0 || failed > 0) io.out(line(`${total - failed} of ${total} cases pass`));
  return exit;
}

const TEST_FILE = /\.policy-test\.(?:ya?ml|json)$/;
const codesIn = (codes: readonly string[]): string => (codes.length === 0 ? 'no error' : codes.join(', '));

function testsNextTo(policy: string): readonly string[] {
  const folder = dirname(policy);
  try {
    return readdirSync(folder)
      .filter((name) => TEST_FILE.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
