import { type Context, locationOf } from '../context.js';
import { Fault } from '../fault.js';
import { LineSlicer } from '../json/line-slicer.js';
import { readJson } from '../json/read.js';
import type { Slice } from '../json/slice.js';
import type { Json } from '../json/value.js';
import { goOn } from '../pace.js';
import { coalesce } from '../source/coalesce.js';
import type { ByteSource } from '../source/source.js';

/** Reads JSON lines one by one; a line that is not JSON is a finding. `line` counts from 1. */
export async function readLines(
  source: ByteSource,
  context: Context,
  each: (value: Json, line: number) => void,
): Promise<void> {
  const { collector, options } = context;
  const slicer = new LineSlicer(options.limits);
  const read = (slice: Slice): void => {
    try {
      each(readJson(slice.bytes, options.limits.maxDepth), slice.line);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const offset = slice.offset + (error.place.offset ?? 0);
      collector.add('pack.content_invalid', error.message, { ...locationOf(context, source), offset });
    }
  };
  try {
    for await (const chunk of coalesce(source.chunks())) {
      slicer.push(chunk).forEach(read);
      goOn(options);
    }
    slicer.finish().forEach(read);
  } catch (error) {
    collector.fault(error, locationOf(context, source));
  }
}

/** Number of elements of a list; 0 for anything else. */
export function lengthOf(value: Json | undefined): number {
  return Array.isArray(value) ? value.length : 0;
}
