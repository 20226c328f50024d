import type { ExitCode } from '../../engine/findings.js';
import { offsetOfPointer } from '../../engine/json/pointer.js';
import { readJson } from '../../engine/json/read.js';
import { DEFAULT_LIMITS, MAX_SCHEMA_BYTES } from '../../engine/limits.js';
import { compileCustomTypes } from '../../engine/schema/custom.js';
import { publishedSchemaNames, recordTypes } from '../../engine/schema/registry.js';
import { strictDefects } from '../../gate/config/policy/strict-schema.js';
import { readInput } from '../input.js';
import { CommandError, type Io, jsonText } from '../output.js';
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

/** `types validate PATH`: whether a file can serve as the schema of a custom record type. */
export async function typesValidateCommand(
  path: string,
  flags: { readonly json?: boolean; readonly quiet?: boolean },
  io: Io,
): Promise<ExitCode> {
  const bytes = readInput(path, MAX_SCHEMA_BYTES);
  const { problems } = await compileCustomTypes([{ type: 'x_validated_type', bytes, name: path }], (text) =>
    readJson(text, DEFAULT_LIMITS.maxDepth),
  );
  const [first] = problems;
  if (first !== undefined) throw new CommandError(3, `${first.message} [${first.code}]`, path);
  // A schema that is valid may still say nothing: draft-07 ignores keywords that it does not know.
  if (flags.quiet === true) return 0;
  for (const { message, pointer } of strictDefects(readJson(bytes, DEFAULT_LIMITS.maxDepth))) {
    const place = placed({ bytes, offset: 0, length: bytes.length }, offsetOfPointer(bytes, pointer));
    io.err(`${path}${place}: warning: ${message}\n`);
  }
  io.out(flags.json === true ? jsonText({ bytes: bytes.length, ok: true, schema: path }) : 'Schema is valid.\n');
  return 0;
}
