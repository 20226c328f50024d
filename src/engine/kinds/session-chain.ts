import { type Context, entryOf, type Inside, type KindResult, locationOf, namedFiles, Results } from '../context.js';
import { sha256Hex } from '../digest.js';
import type { Document } from '../document.js';
import { isObject, member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import type { DocumentKind } from '../kind.js';
import { goOn } from '../pace.js';
import { SESSION_CHAIN } from '../producers/not-evidence.js';
import { reporter } from '../producers/report.js';
import { anything, count, exactly, hex64, instant, listOf, object, text } from '../shape.js';
import type { ByteSource } from '../source/source.js';
import { quote, shortId } from '../text.js';

/**
 * The checkpoints of a Gait session. It is unsigned; its value as evidence is that of the runpacks it refers to (producers.md
 * section 4).
 */
export const sessionChain: DocumentKind<'session_chain'> = {
  name: 'session_chain',
  title: 'session chain',
  form: 'document',
  evidence: true,
  records: 'none',
  claims: (value, mode) => (mode === 'gate' && member(value, 'schema_id') === SESSION_CHAIN ? 'schema_id' : undefined),
  verify,
};

const shape = object({
  required: {
    schema_id: exactly(SESSION_CHAIN),
    schema_version: exactly('1.0.0'),
    created_at: instant,
    producer_version: text,
    session_id: text,
    run_id: text,
    checkpoints: listOf(
      object({
        required: {
          checkpoint_index: count(1),
          sequence_start: count(0),
          sequence_end: count(0),
          runpack_path: text,
          manifest_digest: hex64,
          checkpoint_digest: hex64,
        },
        optional: { prev_checkpoint_digest: anything },
        // Further members repeat the session, times and relationships.
        open: true,
      }),
      1,
    ),
  },
});

async function verify(document: Document): Promise<KindResult> {
  const { value, context } = document;
  shape(value, '', reporter(document, 'session.invalid'));
  const listed = member(value, 'checkpoints');
  const checkpoints = Array.isArray(listed) ? (listed as readonly Json[]) : [];
  const runpacks = new Runpacks(document);
  const results = new Results();
  let before: JsonObject = {};
  for (const [i, checkpoint] of checkpoints.entries()) {
    goOn(context.options);
    if (!isObject(checkpoint)) continue;
    const pointer = `/checkpoints/${i}`;
    checkPlace(document, checkpoint, before, i + 1, pointer);
    for (const name of ['session_id', 'run_id']) {
      const own = member(checkpoint, name) ?? null;
      if (own === null || own === member(value, name)) continue;
      const message = `${name} of the checkpoint is not that of the chain`;
      document.raise({ code: 'session.invalid', message, pointer: `${pointer}/${name}` });
    }
    const inside = await runpacks.verify(checkpoint, pointer);
    if (inside !== undefined) results.add(inside.result);
    before = checkpoint;
  }
  return results.all;
}

/** Checks index, sequence range, link and digest of one checkpoint. */
function checkPlace(
  { raise }: Document,
  checkpoint: JsonObject,
  before: JsonObject,
  index: number,
  pointer: string,
): void {
  const of = (name: string): Json => member(checkpoint, name) ?? '';
  if (of('checkpoint_index') !== index) {
    const message = `checkpoint_index is ${String(of('checkpoint_index'))}, not ${index}`;
    raise({ code: 'session.link_broken', message, pointer: `${pointer}/checkpoint_index` });
  }
  const end = member(before, 'sequence_end');
  const start = of('sequence_start');
  if (typeof end === 'number' && typeof start === 'number' && start <= end) {
    const message = `sequence_start ${start} is not after ${end}, where the checkpoint before it ends`;
    raise({ code: 'session.link_broken', message, pointer: `${pointer}/sequence_start` });
  }
  const previous = of('prev_checkpoint_digest');
  const last = member(before, 'checkpoint_digest') ?? '';
  if (previous !== last) {
    const message = `prev_checkpoint_digest is ${quote(String(previous))}, not ${quote(String(last))} of the checkpoint before it`;
    raise({ code: 'session.link_broken', message, pointer: `${pointer}/prev_checkpoint_digest` });
  }
  const parts = ['manifest_digest', 'prev_checkpoint_digest', 'checkpoint_index', 'sequence_start', 'sequence_end'];
  const digest = sha256Hex(Buffer.from(parts.map((name) => String(of(name))).join(':'), 'utf8'));
  if (of('checkpoint_digest') !== digest) {
    const message = `checkpoint_digest is not that of the checkpoint, which is ${shortId(digest)}`;
    raise({ code: 'session.digest_mismatch', message, pointer: `${pointer}/checkpoint_digest` });
  }
}

/** The runpacks of a session chain, each verified once even if several checkpoints refer to it. */
class Runpacks {
  private readonly verified = new Map<string, Inside | undefined>();

  constructor(private readonly document: Document) {}

  async verify(checkpoint: JsonObject, pointer: string): Promise<Inside | undefined> {
    const path = member(checkpoint, 'runpack_path');
    if (typeof path !== 'string' || path === '') return undefined;
    const known = this.verified.has(path);
    if (!known) this.verified.set(path, await this.open(path, pointer));
    const inside = this.verified.get(path);
    if (inside === undefined) return undefined;
    const declared = member(checkpoint, 'manifest_digest');
    if (inside.kind !== 'gait_runpack' || inside.result.facts.manifestDigest !== declared) {
      const message = `${quote(path)} is not the runpack with this manifest_digest`;
      this.document.raise({ code: 'session.runpack_mismatch', message, pointer: `${pointer}/manifest_digest` });
    }
    return known ? undefined : inside;
  }

  /** Gait writes the path as it was given on its command line, so it is tried relative to the workspace and to the chain. */
  private async open(path: string, pointer: string): Promise<Inside | undefined> {
    const { context, raise } = this.document;
    const files = namedFiles(context);
    let source: ByteSource | undefined;
    try {
      const name = path.split(/[/\\]/).at(-1) ?? path;
      source = files?.inWorkspace(path) ?? files?.beside(path) ?? files?.beside(name);
    } catch (error) {
      context.collector.fault(error, locationOf(context));
      return undefined;
    }
    if (source === undefined) {
      const message = `the runpack ${quote(path)} is neither in the workspace nor next to the chain`;
      raise({ code: 'session.runpack_missing', message, pointer: `${pointer}/runpack_path` });
      return undefined;
    }
    const inside: Context = { ...context, entry: entryOf(context, path) };
    return context.verifyFile(source, inside);
  }
}
