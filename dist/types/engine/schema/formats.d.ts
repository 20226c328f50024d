/** Whether a string has a format. */
export type FormatTest = (text: string) => boolean;
/**
 * Formats that custom schemas are held to; others are annotations, as draft-07 allows. Each test looks at every character a fixed
 * number of times at most: the usual native patterns for e-mail addresses and URLs can take exponential time
 * (hardening 20).
 */
export declare const FORMATS: ReadonlyMap<string, FormatTest>;
