/** Schemas by name, each loaded when it is asked for. */
export type SchemaSet = Readonly<
  Record<
    string,
    {
      /** Loads what tells whether a value keeps the schema. */
      load(): (value: unknown) => boolean;
      /** Its text without annotations. */
      text(): string;
    }
  >
>;
