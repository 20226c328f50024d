import { lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Fault } from '../../engine/fault.js';
import { EXIT_ORDER, type ExitCode, type Finding } from '../../engine/findings.js';
import { formOf } from '../../engine/form.js';
import { INVALID_UTF8 } from '../../engine/json/strict.js';
import { DEFAULT_LIMITS } from '../../engine/limits.js';
import { openArtifact } from '../../engine/open.js';
import type { VerifyOptions } from '../../engine/options.js';
import type { CosignTrust } from '../../engine/signature/cosign/types.js';
import { makeTrust, type Trust } from '../../engine/signature/trust.js';
import { memorySource } from '../../engine/source/memory.js';
import { count } from '../../engine/text.js';
import { parseInstant } from '../../engine/time.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import { type ArtifactInput, verify } from '../../engine/verify.js';
import { filesIn, Materials } from '../../gate/config/materials.js';
import { withChainCause } from '../chain-cause.js';
import { causeIn, isJsonLines, readInput, STDIN } from '../input.js';
import { CommandError, type Io, jsonText, line, quietly, VerdictError } from '../output.js';

/** Flags of the upstream `verify` family (contract section 9). */
export interface VerifyFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly explain?: boolean;
  readonly chain?: boolean;
  readonly bundle?: boolean;
  readonly signatures?: boolean;
  readonly strict?: boolean;
  readonly publicKey?: string;
  readonly customTypeSchema?: readonly string[];
  readonly cosignKey?: string;
  readonly cosignCert?: string;
  readonly cosignCertIdentity?: string;
  readonly cosignCertIssuer?: string;
  readonly cosignTrustedRoot?: string;
  readonly revocationList?: string;
  readonly revocationKey?: string;
  readonly from?: string;
  readonly to?: string;
}

/** `verify PATH`: the verdict, upstream's JSON or line on success, one line on standard error on failure. */
export function verifyCommand(given: string, flags: VerifyFlags, io: Io): Promise<ExitCode> {
  return quietly(flags, () => verifyOne(given, flags, io));
}

async function verifyOne(given: string, flags: VerifyFlags, io: Io): Promise<ExitCode> {
  const options = await compatOptions(flags);
  const path = given === '-' ? STDIN : given;
  const input = given === '-' ? standardInput(options) : compatInput(path, options, 'detect', flags.strict === true);
  const [success, text] =
    input.form === 'bundle' && flags.chain === true
      ? await verifyBundleChain(path, input, flags, options, io)
      : await successOf(path, input, flags, options, io);
  if (flags.quiet === true) return 0;
  warnOfUnusedKey(flags, io);
  io.out(flags.json === true ? jsonText(success) : `${text}\n`);
  return 0;
}

async function successOf(...run: Parameters<typeof passed>): Promise<readonly [object, string]> {
  const verdict = await passed(...run);
  const [path, , flags, , io] = run;
  warnIfNothing(verdict, path, flags, io);
  return [successJson(verdict), successText(verdict)];
}

/** `--chain` on a bundle: the `chain.json` in it, and with `--bundle` the bundle as well; upstream reports a bundle. */
async function verifyBundleChain(
  path: string,
  bundle: ArtifactInput,
  flags: VerifyFlags,
  options: VerifyOptions,
  io: Io,
): Promise<readonly [object, string]> {
  if (flags.bundle === true) await passed(path, bundle, flags, options, io);
  const chain = `${path}/chain.json`;
  if (isFile(chain)) await passed(chain, compatInput(chain, options, 'detect', false), flags, options, io);
  else if (flags.bundle !== true) io.err(line(`${path} contains no chain.json: nothing was verified`));
  return [{ kind: 'bundle', ok: true }, 'Bundle verified.'];
}

/** `chain verify PATH [--from --to]`. */
export function chainVerifyCommand(path: string, flags: VerifyFlags, io: Io): Promise<ExitCode> {
  return quietly(flags, () => verifyChain(path, flags, io));
}

async function verifyChain(path: string, flags: VerifyFlags, io: Io): Promise<ExitCode> {
  const options = await compatOptions(flags);
  const input = compatInput(path, options, 'chain', false);
  const verdict = await verdictOf(path, input, flags, options, io);
  if (!['chain', 'chain_directory', 'stream', 'unknown'].includes(verdict.kind)) {
    throw new CommandError(6, `${path} is a ${verdict.kind.replaceAll('_', ' ')}, not a chain [kind.unsupported]`);
  }
  await refuse(verdict, path, input);
  if (flags.quiet === true) return 0;
  warnIfNothing(verdict, path, flags, io);
  const count = verdict.facts.recordsInRange ?? verdict.records;
  const head = verdict.headHash ?? '';
  io.out(
    flags.json === true
      ? jsonText({ intact: true, count, ...(head === '' ? {} : { head_hash: head }) })
      : `Chain intact. ${count} records. No gaps.\n`,
  );
  return 0;
}

/** Upstream ignores a key without `--signatures`, and a caller who gives one believes that a signature was verified. */
function warnOfUnusedKey({ signatures, publicKey, cosignKey, cosignCert }: VerifyFlags, io: Io): void {
  if (signatures === true || (publicKey ?? cosignKey ?? cosignCert) === undefined) return;
  io.err(line('signatures were not verified: a key has no effect without --signatures'));
}

/** Upstream passes a folder without records as an intact chain; a note says that nothing was verified. */
function warnIfNothing(verdict: ArtifactVerdict, path: string, flags: VerifyFlags, io: Io): void {
  if (flags.quiet === true || verdict.kind !== 'chain_directory' || verdict.records > 0) return;
  io.err(line(`no records found in ${path}: nothing was verified`));
}

/** The verdict on an artifact that verified; anything else is a CommandError. */
async function passed(...run: Parameters<typeof verdictOf>): Promise<ArtifactVerdict> {
  const verdict = await verdictOf(...run);
  await refuse(verdict, run[0], run[1]);
  return verdict;
}

async function refuse(verdict: ArtifactVerdict, path: string, input: ArtifactInput): Promise<void> {
  const failed = compatFailure(verdict);
  if (failed === undefined) return;
  const { exit, finding } = failed;
  const cause = exit === 6 && finding.entry === undefined ? await causeOf(input) : undefined;
  throw new VerdictError(
    exit,
    `${cause ?? finding.message} [${finding.code}]`,
    cause === undefined ? placeOf(finding, path) : path,
  );
}

/** What a file is that cannot be parsed as an artifact; `undefined` where that is not known. */
async function causeOf(input: ArtifactInput): Promise<string | undefined> {
  if (input.form !== 'file' || input.source.size > DEFAULT_LIMITS.maxDocumentBytes) return undefined;
  const { name } = input.source;
  try {
    const bytes = await input.source.bytes(DEFAULT_LIMITS.maxDocumentBytes);
    return /\.zip$/i.test(name) && bytes[0] === 0x50 ? undefined : causeIn(bytes, formOf(name) === 'lines');
  } catch (error) {
    // The verdict says already that it cannot be read.
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

async function verdictOf(
  path: string,
  input: ArtifactInput,
  flags: VerifyFlags,
  options: VerifyOptions,
  io: Io,
): Promise<ArtifactVerdict> {
  const explain = (text: string): void => {
    if (flags.explain === true) io.err(`explain: ${line(text)}`);
  };
  explain(`verifying ${path} as a ${input.form.replace('_', ' ')}`);
  explain(
    options.signatures === 'required'
      ? `signatures are checked with ${count(options.trust.keys.length, 'key')}`
      : 'signatures are not checked',
  );
  explain(options.strict ? 'strict structure' : 'structure is not checked strictly');
  const verdict = await withChainCause(await verify(input, options), input, options);
  explain(`found a ${verdict.kind.replaceAll('_', ' ')} with ${count(verdict.records, 'record')}`);
  for (const finding of verdict.findings) explain(`${finding.severity} ${finding.code}: ${finding.message}`);
  return verdict;
}

async function compatOptions(flags: VerifyFlags): Promise<VerifyOptions> {
  const materials = new Materials(filesIn(process.cwd(), 'compat'), 'compat');
  const trust = await compatTrust(flags, materials);
  const customTypes = await materials.customTypes(await materials.schemas(flags.customTypeSchema ?? []));
  const revocationKey =
    flags.revocationKey === undefined ? undefined : await materials.key(flags.revocationKey, '--revocation-key');
  const list = await materials.read(flags.revocationList, {
    what: 'revocation list',
    unreadable: 'revocation.list_invalid',
  });
  const name = `revocation list ${JSON.stringify(flags.revocationList ?? '')}`;
  const revocations = list === undefined ? [] : materials.revocations(list, name, revocationKey);
  const from = instantFlag(flags.from, '--from');
  const to = instantFlag(flags.to, '--to');
  const broken = worst(materials.findings);
  if (broken !== undefined) throw new CommandError(broken.exit, `${broken.finding.message} [${broken.finding.code}]`);
  return {
    mode: 'compat',
    strict: flags.strict === true,
    signatures: flags.signatures === true ? 'required' : 'off',
    trust,
    revocations,
    customTypes,
    limits: DEFAULT_LIMITS,
    now: Date.now(),
    ...(from === undefined && to === undefined ? {} : { range: { from, to } }),
  };
}

async function compatTrust(flags: VerifyFlags, materials: Materials): Promise<Trust> {
  const wanted = flags.signatures === true;
  const key =
    wanted && flags.publicKey !== undefined ? await materials.key(flags.publicKey, '--public-key') : undefined;
  const cosign = wanted ? await compatCosign(flags, materials) : undefined;
  if (wanted && key === undefined && cosign === undefined && materials.findings.length === 0) {
    materials.add('key.missing', '--signatures needs --public-key (or --cosign-key, --cosign-cert)');
  }
  const made = makeTrust({ mode: 'compat', keys: key === undefined ? [] : [key], cosign });
  if (made.ok) return made.trust;
  throw new CommandError(6, made.message);
}

async function compatCosign(flags: VerifyFlags, materials: Materials): Promise<CosignTrust | undefined> {
  const before = materials.findings.length;
  const read = (path: string | undefined, what: string): Promise<Uint8Array | undefined> =>
    materials.read(path, { what, unreadable: 'cosign.material_invalid' });
  const input = {
    key: await read(flags.cosignKey, 'cosign key'),
    certificate: await read(flags.cosignCert, 'cosign certificate'),
    trustedRoot: await read(flags.cosignTrustedRoot, 'cosign trusted root'),
    identity: flags.cosignCertIdentity,
    issuer: flags.cosignCertIssuer,
  };
  return materials.findings.length > before ? undefined : materials.cosign(input);
}

function instantFlag(text: string | undefined, flag: string): number | undefined {
  if (text === undefined || text === '') return undefined;
  const instant = parseInstant(text);
  if (instant === undefined)
    throw new CommandError(6, `${flag} ${JSON.stringify(text)} is not an RFC 3339 instant [chain.range_invalid]`);
  return instant.epochMs;
}

/** Standard input as a file: its bytes say what it is, where the name of a file would. */
function standardInput(options: VerifyOptions): ArtifactInput {
  const bytes = readInput('-', options.limits.maxArtifactBytes);
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const name = zip ? 'stdin.zip' : isJsonLines(bytes) ? 'stdin.jsonl' : STDIN;
  return {
    form: 'file',
    source: memorySource(name, bytes),
  };
}

/** A folder with a manifest.json is a bundle, for `chain verify` a folder of records like any other. */
function compatInput(path: string, options: VerifyOptions, as: 'detect' | 'chain', strict: boolean): ArtifactInput {
  // Upstream follows a link that is named on the command line, and those in a folder.
  try {
    const input = openArtifact(path, { name: path, limits: options.limits, links: 'follow' });
    if (input.form === 'file') return input;
    if (as === 'chain') return { ...input, form: 'chain_directory' };
    if (input.form === 'bundle' && strict && lstatSync(resolve(path)).isSymbolicLink()) {
      throw new CommandError(2, 'the bundle is a symbolic link [structure.symlink_ambiguous]', path);
    }
    return input;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new CommandError(6, `${error.message} [${error.code}]`);
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Upstream's exit code: what cannot be read is 6; a record or chain that reads but is wrong in any way is 2; bundles and
 * packs use the kinds of contract section 8.
 */
function compatFailure(verdict: ArtifactVerdict): { readonly exit: ExitCode; readonly finding: Finding } | undefined {
  const flat = ['record', 'chain', 'chain_directory', 'stream'].includes(verdict.kind);
  return worst(verdict.findings, (exit, finding) => {
    if (flat && exit === 3) return 2;
    // Upstream reads such text with replacement characters, whose hash then differs.
    if (finding.code === 'json.encoding' && finding.message === INVALID_UTF8 && readsOtherwise(verdict)) return 2;
    // To upstream a link in a strict bundle is not verified, rather than a path that breaks a rule.
    if (finding.code === 'structure.symlink_ambiguous') return 2;
    // Contract section 9 gives packs the kinds of contract section 8: a path that leaves its archive breaks a path rule.
    if (exit === 8 && (finding.code.startsWith('zip.') || finding.code.startsWith('path.'))) return 3;
    return exit;
  });
}

/** Whether text that is not UTF-8 is JSON to a reader that substitutes replacement characters. */
function readsOtherwise({ path, kind }: ArtifactVerdict): boolean {
  if (kind !== 'unknown' && kind !== 'record') return true;
  try {
    JSON.parse(readFileSync(path, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

function worst(
  findings: readonly Finding[],
  map: (exit: ExitCode, finding: Finding) => ExitCode = (exit) => exit,
): { readonly exit: ExitCode; readonly finding: Finding } | undefined {
  let best: { exit: ExitCode; finding: Finding } | undefined;
  for (const finding of findings) {
    if (finding.severity !== 'error') continue;
    const exit = map(finding.exit_code, finding);
    if (best === undefined || EXIT_ORDER.indexOf(exit) < EXIT_ORDER.indexOf(best.exit)) best = { exit, finding };
  }
  return best;
}

/** `path:line:column`; entries of folders are paths, entries of archives stand after `!/` (people.md section 7). */
function placeOf(finding: Finding, path: string): string {
  const place = finding.line === undefined ? '' : `:${finding.line}:${finding.column ?? 1}`;
  const entry = finding.entry === undefined ? '' : `${isFile(path) ? '!/' : '/'}${finding.entry}`;
  return `${path}${entry}${place}`;
}

/** Success JSON of contract section 9, members in its order. */
function successJson(verdict: ArtifactVerdict): object {
  const { facts } = verdict;
  switch (verdict.kind) {
    case 'record':
      return { kind: 'record', ok: true, record_id: facts.recordId ?? '' };
    case 'chain':
    case 'chain_directory':
      return { head_hash: verdict.headHash ?? '', kind: 'chain', ok: true, records: verdict.records };
    case 'bundle':
      return { kind: 'bundle', ok: true };
    case 'gait_pack':
    case 'gait_guard_pack':
      return {
        files_verified: facts.filesVerified ?? 0,
        kind: 'gait_pack',
        ok: true,
        pack_id: facts.packId ?? '',
        pack_type: facts.packType ?? '',
        proof_records_verified: facts.proofRecordsVerified ?? 0,
        signatures_verified: verdict.signatures.verified,
      };
    case 'gait_runpack':
      return {
        files_verified: facts.filesVerified ?? 0,
        kind: 'gait_runpack',
        manifest_digest: facts.manifestDigest ?? '',
        ok: true,
        run_id: facts.runId ?? '',
        signatures_verified: verdict.signatures.verified,
      };
    case 'stream':
      return { head_hash: verdict.headHash ?? '', kind: 'stream', ok: true, records: verdict.records };
    default:
      return { kind: verdict.kind, ok: true };
  }
}

function successText(verdict: ArtifactVerdict): string {
  const files = verdict.facts.filesVerified ?? 0;
  switch (verdict.kind) {
    case 'record':
      return 'Record verified.';
    case 'chain':
    case 'chain_directory':
    case 'stream':
      return `Chain intact. ${verdict.records} records. No gaps.`;
    case 'bundle':
      return 'Bundle verified.';
    case 'gait_pack':
    case 'gait_guard_pack':
      return `Gait pack verified. Files: ${files}.`;
    case 'gait_runpack':
      return `Gait runpack verified. Files: ${files}.`;
    case 'gait_signed_json':
      return 'Gait signed artifact verified.';
    default:
      return `${basename(verdict.path)} verified.`;
  }
}
