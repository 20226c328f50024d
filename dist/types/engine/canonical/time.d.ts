/** An RFC 3339 instant, as the contract reads it (section 2.4). */
export interface Instant {
    /** Milliseconds since 1970, the fraction truncated to milliseconds. */
    readonly epochMs: number;
    /** UTC, whole seconds (truncated): `YYYY-MM-DDTHH:MM:SSZ`. */
    readonly utc: string;
    /** A fraction of a second was written. */
    readonly fraction: boolean;
}
/**
 * Reads an RFC 3339 instant: upper-case T and Z, a real calendar date, hours to 23, seconds to 59 (no leap second),
 * offsets to ±23:59. `undefined` for anything else.
 */
export declare function parseInstant(text: string): Instant | undefined;
/** True for an RFC 3339 instant; the `date-time` format of all our schemas. */
export declare function isInstant(text: string): boolean;
/** An epoch (whole seconds, in milliseconds) as `YYYY-MM-DDTHH:MM:SSZ`; years past four digits as Go prints them. */
export declare function formatUtc(epochMs: number): string;
/** The instant as written, its fraction without trailing zeros: how a chain signature sees it (contract section 3). */
export declare function trimFraction(text: string): string;
