import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type ArtifactInput, verify } from '../../engine/artifact.js';
import { INVALID_UTF8 } from '../../engine/canonical/strict.js';
import { parseInstant } from '../../engine/canonical/time.js';
import { Fault } from '../../engine/fault.js';
import { EXIT_ORDER, type ExitCode, type Finding } from '../../engine/findings.js';
import { DEFAULT_LIMITS } from '../../engine/limits.js';
import type { VerifyOptions } from '../../engine/options.js';
import { makeTrust, type Trust } from '../../engine/signature/trust.js';
import { directorySource } from '../../engine/source/directory.js';
import { openFile } from '../../engine/source/file.js';
import { fileAccess } from '../../engine/source/random-access.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import { Materials } from '../../gate/materials.js';
import { CommandError, type Io, jsonText, line } from '../output.js';

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
export async function verifyCommand(path: string, flags: VerifyFlags, io: Io): Promise<ExitCode> {
  const verdict = await verdictOf(path, flags, io);
  const failed = compatFailure(verdict);
  if (failed !== undefined) throw new CommandError(failed.exit, reason(failed.finding, path));
  if (flags.quiet === true) return 0;
  io.out(flags.json === true ? jsonText(successJson(verdict)) : `${successText(verdict)}\n`);
  return 0;
}

/** `chain verify PATH [--from --to]`. */
export async function chainVerifyCommand(path: string, flags: VerifyFlags, io: Io): Promise<ExitCode> {
  const verdict = await verdictOf(path, { ...flags, chain: true }, io);
  const failed = compatFailure(verdict);
  if (failed !== undefined) throw new CommandError(failed.exit, reason(failed.finding, path));
  if (flags.quiet === true) return 0;
  const count = verdict.facts.recordsInRange ?? verdict.records;
  io.out(
    flags.json === true
      ? jsonText({ intact: true, count, head_hash: verdict.headHash ?? '' })
      : `Chain intact. ${count} records. No gaps.\n`,
  );
  return 0;
}

async function verdictOf(path: string, flags: VerifyFlags, io: Io): Promise<ArtifactVerdict> {
  const explain = (text: string): void => {
    if (flags.explain === true) io.err(`explain: ${line(text)}`);
  };
  const options = await compatOptions(flags);
  const input = compatInput(path, flags, options);
  explain(`verifying ${path} as a ${input.form.replace('_', ' ')}`);
  explain(
    options.signatures === 'required'
      ? `signatures are checked with ${options.trust.keys.length} key(s)`
      : 'signatures are not checked',
  );
  explain(options.strict ? 'strict structure' : 'structure is not checked strictly');
  const verdict = await verify(input, options);
  explain(`found a ${verdict.kind.replaceAll('_', ' ')} with ${verdict.records} record(s)`);
  for (const one of verdict.findings) explain(`${one.severity} ${one.code}: ${one.message}`);
  if (
    flags.chain === true &&
    verdict.outcome === 'verified' &&
    !['chain', 'chain_directory', 'stream'].includes(verdict.kind)
  ) {
    throw new CommandError(6, `${path} is no chain but a ${verdict.kind.replaceAll('_', ' ')}`);
  }
  return verdict;
}

async function compatOptions(flags: VerifyFlags): Promise<VerifyOptions> {
  const materials = new Materials(process.cwd(), 'compat');
  const trust = await compatTrust(flags, materials);
  const customTypes = await materials.customTypes(flags.customTypeSchema ?? []);
  const revocationKey =
    flags.revocationKey === undefined ? undefined : materials.key(flags.revocationKey, '--revocation-key');
  const revocations =
    flags.revocationList === undefined ? [] : materials.revocations(flags.revocationList, revocationKey);
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
  const key = wanted && flags.publicKey !== undefined ? materials.key(flags.publicKey, '--public-key') : undefined;
  const cosign = wanted
    ? await materials.cosign({
        key: flags.cosignKey,
        certificate: flags.cosignCert,
        identity: flags.cosignCertIdentity,
        issuer: flags.cosignCertIssuer,
        trustedRoot: flags.cosignTrustedRoot,
      })
    : undefined;
  if (wanted && key === undefined && cosign === undefined && materials.findings.length === 0) {
    materials.add('key.missing', '--signatures needs --public-key (or --cosign-key, --cosign-cert)');
  }
  const made = makeTrust({ mode: 'compat', keys: key === undefined ? [] : [key], cosign });
  if (made.ok) return made.trust;
  throw new CommandError(6, made.message);
}

function instantFlag(text: string | undefined, flag: string): number | undefined {
  if (text === undefined || text === '') return undefined;
  const instant = parseInstant(text);
  if (instant === undefined)
    throw new CommandError(6, `${flag} ${JSON.stringify(text)} is not an RFC 3339 instant [chain.range_invalid]`);
  return instant.epochMs;
}

function compatInput(path: string, flags: VerifyFlags, options: VerifyOptions): ArtifactInput {
  let directory = false;
  try {
    directory = statSync(path).isDirectory();
  } catch {
    // openFile says what is wrong with it
  }
  if (directory) {
    const source = directorySource(path, path, options.limits, 'follow');
    const bundle = flags.bundle === true || (flags.chain !== true && isFile(`${path}/manifest.json`));
    return { form: bundle ? 'bundle' : 'chain_directory', directory: source };
  }
  try {
    const target = resolved(path);
    return { form: 'file', source: openFile(target, path, options.limits), access: () => fileAccess(target, path) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new CommandError(6, `${error.message} [${error.code}]`);
  }
}

/** Upstream follows a link that is named on the command line. */
function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
      throw new Fault('io.not_found', `${path} is a symbolic link to nothing`);
    }
    return path;
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
 * packs use the kinds of section 8.
 */
function compatFailure(verdict: ArtifactVerdict): { readonly exit: ExitCode; readonly finding: Finding } | undefined {
  const flat = ['record', 'chain', 'chain_directory', 'stream'].includes(verdict.kind);
  return worst(verdict.findings, (exit, finding) => {
    if (flat && exit === 3) return 2;
    // Upstream reads such text with replacement characters, whose hash then differs.
    if (finding.code === 'json.encoding' && finding.message === INVALID_UTF8 && readsOtherwise(verdict)) return 2;
    // Section 9 gives packs the kinds of section 8: a path that leaves its archive breaks a path rule.
    if (exit === 8 && (finding.code.startsWith('zip.') || finding.code.startsWith('path.'))) return 3;
    return exit;
  });
}

/** Whether a text that is no UTF-8 is JSON for a reader that puts replacement characters in. */
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

function reason(finding: Finding, path: string): string {
  const place = finding.line === undefined ? '' : `:${finding.line}:${finding.column ?? 1}`;
  const entry = finding.entry === undefined ? '' : ` (${finding.entry})`;
  return `${path}${place}${entry}: ${finding.message} [${finding.code}]`;
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
