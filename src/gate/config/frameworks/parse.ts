import { isNode, LineCounter } from 'yaml';
import type { Json } from '../../../engine/types.js';
import { validateDocument } from '../schemas.js';
import { parseYaml, tooDeepAt } from '../yaml.js';
import { allControls, type FrameworkDefinition } from './framework.js';

/** One thing that is wrong with a framework file; always `framework.invalid`. */
interface FrameworkProblem {
  readonly code: 'framework.invalid';
  readonly message: string;
  /** The file, as it was given. */
  readonly name: string;
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
}

/** A framework, or what is wrong with its file. */
export type ParsedFramework =
  | { readonly ok: true; readonly framework: FrameworkDefinition }
  | { readonly ok: false; readonly problems: readonly FrameworkProblem[] };

/** Most UTF-16 code units of a framework file; the largest built-in one has 15,000. */
export const MAX_FRAMEWORK_LENGTH = 1024 * 1024;
/** Most uses of YAML anchors: a few lines of nested ones expand to gigabytes. */
const MAX_ALIASES = 100;
/** Deepest nesting of a framework; honest ones have a level or two for each control inside a control. */
const MAX_FRAMEWORK_DEPTH = 200;

/**
 * Reads a framework from YAML 1.2 or JSON text and validates it against `framework-definition` (schemas.md). Problems come with
 * their line. Never throws, whatever the text contains.
 */
export function parseFramework(text: string, name: string): ParsedFramework {
  const refuse = (message: string): ParsedFramework => ({
    ok: false,
    problems: [{ code: 'framework.invalid', message, name, pointer: '' }],
  });
  if (text.length > MAX_FRAMEWORK_LENGTH)
    return refuse(`the framework is longer than ${MAX_FRAMEWORK_LENGTH} characters`);
  if (tooDeepAt(text, MAX_FRAMEWORK_DEPTH) !== undefined) return refuse('the framework is nested too deeply');
  try {
    return read(text, name);
  } catch (error) {
    // nested deeper than the stack, or more aliases than allowed
    if (error instanceof RangeError || error instanceof ReferenceError) {
      return refuse('the framework is nested too deeply or repeats too much');
    }
    throw error;
  }
}

function read(text: string, name: string): ParsedFramework {
  const lines = new LineCounter();
  const document = parseYaml(text, lines, true);
  // an unknown tag is only a warning to the parser, but the value after it is not what its author meant
  const faults = [...document.errors, ...document.warnings];
  // The parser catches its own stack overflow and reports it level by level, at places that depend on the stack.
  if (faults.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) throw new RangeError('nested too deeply');
  if (faults.length > 0) {
    const problems = faults.slice(0, 100).map(({ message, pos }) => {
      const { line, col: column } = lines.linePos(pos[0]);
      return { code: 'framework.invalid' as const, message: firstLine(message), name, pointer: '', line, column };
    });
    return { ok: false, problems };
  }
  const value = document.toJS({ maxAliasCount: MAX_ALIASES }) as Json;
  const found = validateDocument('framework-definition', value).map(({ pointer, message }) => ({ pointer, message }));
  if (found.length === 0) found.push(...repeatedIds(value as unknown as FrameworkDefinition));
  if (found.length === 0) return { ok: true, framework: value as unknown as FrameworkDefinition };
  const problems = found.map(({ pointer, message }) => {
    const problem = { code: 'framework.invalid' as const, message, name, pointer };
    const offset = offsetOf(document, pointer);
    if (offset === undefined) return problem;
    const { line, col: column } = lines.linePos(offset);
    return { ...problem, line, column };
  });
  return { ok: false, problems };
}

/** A requirement names a control by its id, so an id must be unique. */
function repeatedIds({ controls }: FrameworkDefinition): { pointer: string; message: string }[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { id } of allControls(controls)) {
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
  }
  return [...repeated].map((id) => ({
    pointer: '/controls',
    message: `two controls have the id ${JSON.stringify(id)}`,
  }));
}

/** Where a member starts; when it is not in the text, where its nearest parent does. */
function offsetOf(document: ReturnType<typeof parseYaml>, pointer: string): number | undefined {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

/** A quoted text may contain a line break. */
function firstLine(text: string): string {
  return text.replace(/\n.*/s, '');
}
