/** Text of a published schema by its name (`proof-record-v1`, `types/approval`), with or without `.schema.json`. */
export declare function publishedSchema(name: string): string | undefined;
