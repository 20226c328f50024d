import { sha256Hex } from '../engine/digest.js';
import type { GateReport, ReportArtifact, ReportModel } from '../model/report.js';
import { runWarnings, trulyPassed } from './common.js';
import { json } from './json.js';
import { isFolder } from './places.js';
import { jsonText, pathUri, plain } from './sanitize.js';

/** The verifier's id; consumers compare it with the one they trust, together with who signed. */
const VERIFIER_ID = 'urn:proof-verify:gate';
/** SLSA allows custom levels that do not begin with `SLSA_`; the gate makes no claim about SLSA tracks. */
const VERIFIED_LEVEL = 'PROOF_ARTIFACTS_VERIFIED';
const SIGNED_LEVEL = 'PROOF_SIGNATURES_VERIFIED';

/**
 * An unsigned in-toto v1 statement with the SLSA verification summary predicate (v1) over the artifacts' digests, ready
 * to be signed. It says PASSED only when nothing speaks against the run: errors that `--warn-only` let through do not
 * count as passed here.
 */
export function vsa(model: ReportModel): string {
  const { report } = model;
  const passed = trulyPassed(report) && report.artifacts.length > 0;
  const read = report.artifacts.filter((one) => one.sha256 !== null);
  const reportDigest = sha256Hex(json(model));
  const signed = read.filter((one) => one.signatures.verified > 0);
  const isAllSigned = signed.length > 0 && report.artifacts.every((one) => one.signatures.verified > 0);
  return jsonText({
    _type: 'https://in-toto.io/Statement/v1',
    // A statement about nothing is not valid: without artifacts it is about the report.
    subject: read.length > 0 ? read.map(descriptor) : [{ name: 'gate-report.json', digest: { sha256: reportDigest } }],
    predicateType: 'https://slsa.dev/verification_summary/v1',
    predicate: {
      verifier: { id: VERIFIER_ID, version: { [report.tool.name]: report.tool.version } },
      timeVerified: model.now,
      resourceUri: resourceUri(report, reportDigest),
      policy:
        report.policy_sha256 === null
          ? { uri: 'urn:proof-verify:policy:built-in' }
          : { uri: 'urn:proof-verify:policy:gate-policy-v1', digest: { sha256: report.policy_sha256 } },
      inputAttestations: signed.map((one) => ({ uri: pathUri(one.path), digest: { sha256: one.sha256 } })),
      verificationResult: passed ? 'PASSED' : 'FAILED',
      // Extension fields, which SLSA names by a URI.
      'urn:proof-verify:trust': report.trust,
      ...(report.run === undefined ? {} : { 'urn:proof-verify:run': report.run }),
      'urn:proof-verify:warnings': runWarnings(report),
      verifiedLevels: passed ? [VERIFIED_LEVEL, ...(isAllSigned ? [SIGNED_LEVEL] : [])] : ['FAILED'],
    },
  });
}

/** What was judged: the commit under test (trust.md section 5); where no run says it, the report. */
function resourceUri({ run }: GateReport, reportDigest: string): string {
  const [commit] = run?.commits ?? [];
  if (commit === undefined) return `urn:proof-verify:report:sha256:${reportDigest}`;
  const place = run?.repository_url ?? run?.repository;
  return place === undefined ? `urn:git:commit:${commit}` : `git+${encodeURI(plain(place))}@${commit}`;
}

function descriptor(one: ReportArtifact): object {
  return {
    name: plain(one.path),
    digest: { sha256: one.sha256 },
    // Nobody can recompute a directory's digest without knowing what it covers.
    ...(isFolder(one.kind) ? { annotations: { digest_of: 'lines of path NUL sha256 LF, sorted' } } : {}),
  };
}
