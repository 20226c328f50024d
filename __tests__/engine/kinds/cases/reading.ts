import { verifyArtifact } from '../../../../src/engine/index.js';
import {
  bundle,
  chain,
  folder,
  jsonl,
  pack,
  RUN_FILES,
  record,
  records,
  runpack,
  zip,
} from '../../../support/build.js';
import { archive, directory, json, lines, type Row, row } from './run.js';

const good = json(record());
const text = JSON.stringify(record());
const nested = (levels: number): object => {
  let event: object = {};
  for (let i = 0; i < levels; i++) event = { a: event };
  return record({ event });
};
const size = Buffer.byteLength(text);
const big = 'x'.repeat(2 * 1024 * 1024);
const random = (bytes: number): Uint8Array => {
  const data = new Uint8Array(bytes);
  let state = 1;
  for (let i = 0; i < bytes; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    data[i] = state >>> 24;
  }
  return data;
};
const packed = pack({ 'a.txt': big });
const noise = pack({ 'a.bin': random(4096) });
const withNested = pack({ 'source/runpack.zip': runpack() });
const tooNested = pack({ 'source/runpack.zip': runpack({ ...RUN_FILES, 'source/runpack.zip': runpack() }) });
const entries = Object.keys(RUN_FILES).length + 1;

/** Hardening 1-5, 16, 17, 23 and contract 7. */
export const READING: readonly Row[] = [
  row('json.syntax', 'something after the value', json(`${text} x`), json(`${text} \n`)),
  row('json.encoding', 'a byte order mark', json(`\ufeff${text}`), good),
  row('json.encoding', 'a lone surrogate', json(text.replace('allow', '\\ud83d')), json(text)),
  row('json.duplicate_member', 'also with another escape', json(text.replace('{', '{"\\u0073ource":"unit",')), good),
  row('json.case_collision', 'a twin', json(text.replace('{', '{"Source":"unit",')), good),
  row(
    'json.depth',
    'one level past the limit',
    json(nested(9), { limits: { maxDepth: 10 } }),
    json(nested(8), { limits: { maxDepth: 10 } }),
  ),
  row('kind.unsupported', 'a list', json('[]'), good),
  row('kind.unsupported', 'an archive without a manifest', archive(zip({ 'a.txt': '' })), archive(runpack())),
  row('kind.ambiguous', 'a record with a signature', json(record({ pack_id: 'x' }), { strict: false }), good),
  row(
    'kind.ambiguous',
    'a chain with a signature',
    json(chain(records(2), { signature: {} })),
    json(chain(records(2))),
  ),
  row(
    'kind.ambiguous',
    'a chain that names a Gait schema',
    json(chain(records(2), { schema_id: 'gait.gate.trace' })),
    json(chain(records(2))),
  ),
  row(
    'kind.ambiguous',
    'a pack in the place of a runpack',
    archive(pack({ 'source/runpack.zip': pack({ 'a.txt': '' }) })),
    archive(withNested),
  ),
  row(
    'io.not_found',
    'no such path',
    { run: () => verifyArtifact(`${folder()}/none.json`) },
    { run: () => verifyArtifact(`${folder({ 'none.json': text })}/none.json`) },
  ),
  row('io.empty', 'no bytes', json(''), good),
  row(
    'limit.artifact_bytes',
    'one byte past',
    json(text, { limits: { maxArtifactBytes: size - 1 } }),
    json(text, { limits: { maxArtifactBytes: size } }),
  ),
  row(
    'limit.record_bytes',
    'in a stream',
    lines(text, { limits: { maxRecordBytes: size - 1 } }),
    lines(text, { limits: { maxRecordBytes: size } }),
  ),
  row(
    'limit.record_bytes',
    'in a chain',
    json(chain([record()]), { limits: { maxRecordBytes: size - 1 } }),
    json(chain([record()]), { limits: { maxRecordBytes: size } }),
  ),
  row(
    'limit.manifest_bytes',
    'a bundle manifest',
    directory(bundle({ 'a.txt': '' }), { limits: { maxDocumentBytes: 20 } }),
    directory(bundle({ 'a.txt': '' }), { limits: { maxDocumentBytes: 2000 } }),
  ),
  row(
    'limit.entry_bytes',
    'one byte past',
    archive(noise, { limits: { maxEntryBytes: 4095 } }),
    archive(noise, { limits: { maxEntryBytes: 4096 } }),
  ),
  row(
    'limit.total_bytes',
    'two entries',
    archive(noise, { limits: { maxTotalBytes: 4096 } }),
    archive(noise, { limits: { maxTotalBytes: 8192 } }),
  ),
  row(
    'limit.entries',
    'one past',
    archive(runpack(), { limits: { maxEntries: entries - 1 } }),
    archive(runpack(), { limits: { maxEntries: entries } }),
  ),
  row('limit.ratio', 'two megabytes of one letter', archive(packed), archive(packed, { limits: { maxRatio: 2000 } })),
  row('limit.nesting', 'an archive in an archive in an archive', archive(tooNested), archive(withNested)),
  row(
    'internal',
    'whoever looks at the records throws',
    json(text, {
      onRecord: () => {
        throw new Error('boom');
      },
    }),
    json(text, { onRecord: () => {} }),
  ),
  row('stream.empty', 'blank lines only', lines('\n \r\n\n'), lines(jsonl([record()]))),
];
