import type { Document } from '../document.js';
import type { FindingCode } from '../findings.js';
import { isObject, member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { checkPath, duplicates } from '../paths.js';
import { quote } from '../text.js';
import { isInstant } from '../time.js';

/** Checks a member of a Gait manifest; returns what is wrong, or `undefined`. */
type Check = (value: Json) => string | undefined;

const HEX64 = /^[0-9a-f]{64}$/;

const text: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'must be a non-empty string');
const exactly =
  (wanted: string): Check =>
  (value) =>
    value === wanted ? undefined : `must be ${quote(wanted)}`;
const oneOf =
  (...words: string[]): Check =>
  (value) =>
    words.some((word) => word === value) ? undefined : `must be one of ${words.join(', ')}`;
const hex64: Check = (value) =>
  typeof value === 'string' && HEX64.test(value) ? undefined : 'must be 64 lower-case hex digits';
const instant: Check = (value) =>
  typeof value === 'string' && isInstant(value) ? undefined : 'must be an RFC 3339 instant';
const list: Check = (value) => (Array.isArray(value) ? undefined : 'must be a list');
const prefixed =
  (prefix: string): Check =>
  (value) =>
    typeof value === 'string' && value.startsWith(prefix) && value.length > prefix.length
      ? undefined
      : `must start with ${prefix}`;
const anything: Check = () => undefined;

/** The members of one kind of manifest. */
export interface ManifestShape {
  readonly required: Readonly<Record<string, Check>>;
  readonly optional: Readonly<Record<string, Check>>;
  /** Member that lists the files. */
  readonly files: 'contents' | 'files';
  /** Members of one listed file. */
  readonly file: Readonly<Record<string, Check>>;
  /** Unknown members are refused. */
  readonly closed: boolean;
}

const CONTENT = { path: text, sha256: hex64, type: text };

/** The manifests of contract section 6. */
export const PACK: ManifestShape = {
  required: {
    schema_id: exactly('gait.pack.manifest'),
    schema_version: exactly('1.0.0'),
    created_at: instant,
    producer_version: text,
    pack_id: hex64,
    pack_type: oneOf('run', 'job', 'call', 'authorization'),
    source_ref: text,
    contents: list,
  },
  optional: { signatures: list },
  files: 'contents',
  file: CONTENT,
  closed: true,
};

export const GUARD_PACK: ManifestShape = {
  required: {
    schema_id: exactly('gait.guard.pack_manifest'),
    schema_version: exactly('1.0.0'),
    created_at: instant,
    producer_version: text,
    pack_id: text,
    run_id: text,
    generated_at: instant,
    contents: list,
  },
  optional: {
    case_id: anything,
    template_id: anything,
    control_index: anything,
    evidence_pointers: anything,
    incident_window: anything,
    rendered_artifacts: anything,
    signatures: list,
  },
  files: 'contents',
  file: CONTENT,
  closed: true,
};

export const RUNPACK: ManifestShape = {
  required: {
    schema_id: exactly('gait.runpack.manifest'),
    schema_version: exactly('1.0.0'),
    created_at: instant,
    producer_version: text,
    run_id: prefixed('run_'),
    capture_mode: oneOf('reference', 'raw'),
    files: list,
    manifest_digest: hex64,
  },
  optional: { signatures: list },
  files: 'files',
  file: { path: text, sha256: hex64 },
  closed: false,
};

/** One file that a manifest lists. */
export interface Content {
  readonly path: string;
  readonly sha256: string;
  readonly type: string;
  readonly pointer: string;
}

/** Checks the members of a manifest and returns the files it lists; `undefined`: it has no list of files. */
export function readGaitManifest(
  document: Document,
  shape: ManifestShape,
  strict: boolean,
): readonly Content[] | undefined {
  const { value } = document;
  const known = new Set([...Object.keys(shape.required), ...Object.keys(shape.optional)]);
  document.checkCase(value, known, '');
  checkMembers(value, shape.required, shape.optional, '', document);
  if (shape.closed) {
    for (const name of Object.keys(value)) {
      if (!known.has(name)) invalid(document, `${quote(name)} is not known in this manifest`, `/${name}`);
    }
  }
  const listed = member(value, shape.files);
  if (!Array.isArray(listed)) return undefined;
  const contents: Content[] = [];
  for (const [i, item] of (listed as readonly Json[]).entries()) {
    const pointer = `/${shape.files}/${i}`;
    if (!isObject(item)) {
      invalid(document, 'a listed file must be an object', pointer);
      continue;
    }
    document.checkCase(item, new Set(Object.keys(shape.file)), pointer);
    checkMembers(item, shape.file, {}, pointer, document);
    const path = member(item, 'path');
    if (typeof path !== 'string') continue;
    const sha = member(item, 'sha256');
    const type = member(item, 'type');
    contents.push({
      path,
      sha256: typeof sha === 'string' ? sha : '',
      type: typeof type === 'string' ? type : '',
      pointer,
    });
  }
  if (contents.length === 0) {
    document.raise({ code: 'pack.empty', message: 'the manifest lists no files', pointer: `/${shape.files}` });
  }
  if (strict) checkPaths(contents, document);
  return contents;
}

function checkMembers(
  object: JsonObject,
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>>,
  pointer: string,
  document: Document,
): void {
  for (const [name, check] of Object.entries(required)) {
    const value = member(object, name);
    const why = value === undefined ? 'is missing' : check(value);
    if (why === undefined) continue;
    const code: FindingCode =
      name === 'schema_id' || name === 'schema_version' ? 'pack.schema_unsupported' : 'pack.manifest_invalid';
    document.raise({ code, message: `${name} ${why}`, pointer: value === undefined ? pointer : `${pointer}/${name}` });
  }
  for (const [name, check] of Object.entries(optional)) {
    const value = member(object, name);
    const why = value === undefined ? undefined : check(value);
    if (why !== undefined) invalid(document, `${name} ${why}`, `${pointer}/${name}`);
  }
}

function checkPaths(contents: readonly Content[], document: Document): void {
  for (const content of contents) {
    const problem = checkPath(content.path, 'allow');
    if (problem !== undefined) document.raise({ ...problem, pointer: `${content.pointer}/path` });
  }
  for (const { index, of } of duplicates(contents.map((content) => content.path))) {
    document.raise({
      code: 'structure.path_duplicate',
      message: `listed path ${quote(contents[index]?.path ?? '')} collides with ${quote(contents[of]?.path ?? '')}`,
      pointer: `${contents[index]?.pointer ?? ''}/path`,
    });
  }
}

function invalid(document: Document, message: string, pointer: string): void {
  document.raise({ code: 'pack.manifest_invalid', message, pointer });
}
