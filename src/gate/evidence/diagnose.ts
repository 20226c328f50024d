import type { DiscoveredArtifact } from '../../discovery/discover.js';
import { Fault } from '../../engine/fault.js';
import { type Finding, type FindingCode, finding, worstExit } from '../../engine/findings.js';
import { type ForeignFormat, foreignFormat, foreignLines } from '../../engine/format.js';
import { readJson } from '../../engine/json/read.js';
import type { Limits } from '../../engine/limits.js';
import { recordMembers } from '../../engine/record/likeness.js';
import { openFile } from '../../engine/source/file.js';
import { quote } from '../../engine/text.js';
import type { ArtifactVerdict, Json } from '../../engine/types.js';

/** Verdicts that a second look at the file may explain. */
const UNREAD = /^(?:json\.|kind\.unsupported|zip\.|record\.|schema\.record\.|stream\.)/;
const LINES = /\.(?:jsonl|ndjson)$/i;

/**
 * Examines a file that could not be parsed as an artifact, and reports once what it is instead (people.md section 2.3). A verdict
 * never gets milder, except for lines none of which is a record.
 */
export async function diagnose(
  artifact: DiscoveredArtifact,
  verdict: ArtifactVerdict,
  limits: Limits,
): Promise<ArtifactVerdict> {
  if (verdict.outcome !== 'failed') return verdict;
  if (artifact.form === 'chain_directory') return unpacked(artifact, verdict);
  if (artifact.form !== 'file') return verdict;
  if (verdict.kind !== 'unknown' && verdict.kind !== 'stream') return verdict;
  const errors = verdict.findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0 || !errors.every(({ code }) => UNREAD.test(code))) return verdict;
  try {
    const source = openFile(artifact.path, artifact.name, limits, { within: artifact.root });
    for await (const head of source.chunks()) {
      const format = foreignFormat(head.subarray(0, 512));
      const zip = /\.zip$/i.test(artifact.name) && head[0] === 0x50 && head[1] === 0x4b;
      if (format !== undefined && !zip) return because(verdict, errors, format);
      break;
    }
    if (source.size > limits.maxDocumentBytes) return tooLargeToTell(verdict);
    if (!LINES.test(artifact.name)) return verdict;
    return ofLines(await source.bytes(limits.maxDocumentBytes), verdict, errors, limits);
  } catch (error) {
    // The verdict already says that it cannot be read.
    if (error instanceof Fault) return verdict;
    throw error;
  }
}

/** What a folder contains into which a pack was unpacked. */
const PACK_MANIFEST = 'pack_manifest.json';

/** The files of an unpacked pack are not records of a chain, although its proof records link: reported once, not for each. */
function unpacked(artifact: DiscoveredArtifact, verdict: ArtifactVerdict): ArtifactVerdict {
  const inIt = verdict.findings.some(({ entry, severity }) => entry === PACK_MANIFEST && severity === 'error');
  if (!inIt) return verdict;
  const message = `${quote(artifact.name)} is an unpacked Gait pack (${PACK_MANIFEST}): give the gate the zip archive that its producer wrote`;
  const milder = verdict.findings.filter(({ severity }) => severity !== 'error');
  return { ...verdict, findings: [finding('kind.ambiguous', message, verdict.path), ...milder], moreFindings: 0 };
}

/** The worst error, with the cause as its message, instead of all errors. */
function because(verdict: ArtifactVerdict, errors: readonly Finding[], found: ForeignFormat): ArtifactVerdict {
  const exit = worstExit(errors);
  const { code } = errors.find(({ exit_code }) => exit_code === exit) ?? { code: 'kind.unsupported' as const };
  return alone(verdict, code, found.is, found.remedy);
}

function alone(verdict: ArtifactVerdict, code: FindingCode, message: string, remedy?: string): ArtifactVerdict {
  const milder = verdict.findings.filter(({ severity }) => severity !== 'error');
  const only = finding(code, message, verdict.path, {
    line: 1,
    column: 1,
    ...(remedy === undefined ? {} : { remedy }),
  });
  return { ...verdict, findings: [only, ...milder], moreFindings: 0 };
}

/** A document too large to be read whole may be a list of records: it is not skipped. */
function tooLargeToTell(verdict: ArtifactVerdict): ArtifactVerdict {
  if (!verdict.findings.some(({ code }) => code === 'kind.unsupported')) return verdict;
  return alone(verdict, 'limit.manifest_bytes', 'it is too large to tell whether it contains records');
}

function ofLines(
  bytes: Uint8Array,
  verdict: ArtifactVerdict,
  errors: readonly Finding[],
  limits: Limits,
): ArtifactVerdict {
  const instead = foreignLines(bytes);
  if (instead !== undefined) return because(verdict, errors, instead);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const lines = text.split('\n').map((line) => line.trim());
  const values = lines.filter((line) => line !== '').map((line) => parsed(line, limits));
  const foreign = values.length > 0 && values.every((value) => value !== undefined && recordMembers(value).length < 2);
  if (!foreign) return verdict;
  const message = 'not a Proof stream: no line has the members of a record (record_id, record_type, event, integrity)';
  return { ...alone(verdict, 'kind.unsupported', message), kind: 'unknown', records: 0 };
}

function parsed(line: string, limits: Limits): Json | undefined {
  try {
    return readJson(Buffer.from(line), limits.maxDepth);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
