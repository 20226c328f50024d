import { Fault } from '../../engine/fault.js';
import type { ExitCode } from '../../engine/findings.js';
import { offsetOfPointer } from '../../engine/json/pointer.js';
import { readJson } from '../../engine/json/read.js';
import { DEFAULT_LIMITS, MAX_SCHEMA_BYTES } from '../../engine/limits.js';
import { compileCustomTypes } from '../../engine/schema/custom.js';
import { publishedSchemaNames, recordTypes } from '../../engine/schema/registry.js';
import type { Json } from '../../engine/types.js';
import { strictDefects } from '../../gate/config/policy/strict-schema.js';
import { readInput, STDIN } from '../input.js';
import { CommandError, type Io, jsonText, line, quietly, VerdictError } from '../output.js';
import { placed } from '../produce/input.js';
import { suggestion } from '../usage.js';

/** `schema NAME`: prints a published schema. */
export async function schemaCommand(name: string | undefined, io: Io): Promise<ExitCode> {
  if (name === undefined) {
    io.out(`${publishedSchemaNames().join('\n')}\n`);
    return 0;
  }
  const { publishedSchema } = await import('../../engine/schema/published.js');
  const names = publishedSchemaNames();
  // A record type is enough: `test_result` is `types/test-result`.
  const type = `types/${name.replaceAll('_', '-')}`;
  const text = publishedSchema(names.includes(type) ? type : name);
  if (text === undefined) {
    throw new CommandError(6, `unknown schema ${JSON.stringify(name)}${suggestion(name, names, names.join(', '))}`);
  }
  io.out(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}

/** `types list`. */
export function typesListCommand(flags: { readonly json?: boolean; readonly quiet?: boolean }, io: Io): ExitCode {
  if (flags.quiet === true) return 0;
  const types = recordTypes();
  io.out(flags.json === true ? jsonText(types) : types.map((type) => `${type.name}\t${type.description}\n`).join(''));
  return 0;
}

interface ValidateFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `types validate PATH`: whether a file can serve as the schema of a custom record type. */
export function typesValidateCommand(path: string, flags: ValidateFlags, io: Io): Promise<ExitCode> {
  return quietly(flags, () => validateType(path, flags, io));
}

async function validateType(path: string, flags: ValidateFlags, io: Io): Promise<ExitCode> {
  const name = path === '-' ? STDIN : path;
  const bytes = readInput(path, MAX_SCHEMA_BYTES, name);
  let schema: Json = null;
  let fault: Fault | undefined;
  const { problems } = await compileCustomTypes([{ type: 'x_validated_type', bytes, name: path }], (text) => {
    try {
      schema = readJson(text, DEFAULT_LIMITS.maxDepth);
    } catch (error) {
      if (error instanceof Fault) fault = error;
      throw error;
    }
    return schema;
  });
  const place = (offset: number): string => `${name}${placed({ bytes, offset: 0, length: bytes.length }, offset)}`;
  const [first] = problems;
  if (first !== undefined) {
    const at = fault?.place.offset ?? (first.pointer === '' ? undefined : offsetOfPointer(bytes, first.pointer));
    throw new VerdictError(3, `${first.message} [${first.code}]`, at === undefined ? name : place(at));
  }
  // A schema that is valid may still say nothing: draft-07 ignores keywords that it does not know.
  if (flags.quiet === true) return 0;
  for (const { message, pointer } of strictDefects(schema)) {
    // Bundles require `x-proof-schema-version`; such names are nobody's typing error.
    if (/\/x-[^/]*$/.test(pointer)) continue;
    io.err(line(`${place(offsetOfPointer(bytes, pointer))}: warning: ${message}`));
  }
  io.out(flags.json === true ? jsonText({ bytes: bytes.length, ok: true, schema: path }) : 'Schema is valid.\n');
  return 0;
}
