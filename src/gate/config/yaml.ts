import { type Document, Lexer, type LineCounter, Parser, parseDocument } from 'yaml';

/**
 * Parses one YAML 1.2 document. The parser creates an Error for each mistake; for a broken file of 256 KB most time and memory
 * would go into their stack traces: seconds and 600 MB.
 * @param uniqueKeys compare each member name with all before it.
 */
export function parseYaml(text: string, lineCounter: LineCounter, uniqueKeys: boolean): Document.Parsed {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, strict: true, uniqueKeys });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * Where YAML text first nests deeper than `limit`, 1-based; `undefined` when it never does. A text or number inside
 * counts too. Uses the first half of the parser, which keeps a stack of its own. The second half recurses: it survives
 * a stack overflow, but a regular expression that is compiled at that point does not, and crashes the process.
 */
export function tooDeepAt(text: string, limit: number): { readonly line: number; readonly column: number } | undefined {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    // The tokens read so far are not needed here.
    for (const _ of parser.next(lexeme));
    // At the bottom is the document.
    if (parser.stack.length > limit + 1) {
      const before = text.slice(0, parser.offset);
      return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
    }
  }
  return undefined;
}
