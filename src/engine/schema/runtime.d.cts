/** What compiled validators need at run time; see runtime.cjs for the reasons. */
declare const runtime: {
  /** Whether the text is an RFC 3339 instant as contract 2.4 reads it. */
  isInstant(text: string): boolean;
  /** Position of the first item that equals an earlier one, -1 when there is none; linear time. */
  firstRepeated(items: readonly unknown[]): number;
  /** Length in code points. */
  codePoints(text: string): number;
  /** A text that two JSON values share exactly when JSON Schema calls them equal. */
  identity(value: unknown): string;
  /** JSON Schema equality of two JSON values. */
  equal(one: unknown, other: unknown): boolean;
  /** Whether a text is a name of at least two parts with dots between them (contract section 2.4). */
  isNamespaced(text: string): boolean;
  /** What tests a text for the pattern of a published schema, with flags as for `RegExp`; linear time, constant stack. */
  pattern(source: string, flags: string): { test(text: string): boolean };
};
export = runtime;
