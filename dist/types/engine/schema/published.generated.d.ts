/** Text of each published schema by its name. */
export declare const PUBLISHED: Readonly<Record<string, string>>;
