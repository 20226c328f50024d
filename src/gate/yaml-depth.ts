import { Lexer, Parser } from 'yaml';

/**
 * Where YAML text begins to nest deeper than `limit`, 1-based; `undefined` when it nowhere does. A text or number inside
 * counts too. The first half of the parser is asked, which keeps a stack of its own. The second half recurses: it survives
 * the end of the process's stack, but a regular expression that is compiled there does not, and takes the process with it.
 */
export function tooDeepAt(text: string, limit: number): { readonly line: number; readonly column: number } | undefined {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    // What it has read so far is of no use here.
    for (const _ of parser.next(lexeme));
    // At the bottom is the document.
    if (parser.stack.length > limit + 1) {
      const before = text.slice(0, parser.offset);
      return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
    }
  }
  return undefined;
}
