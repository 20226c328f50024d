/** Schemas by name, each loaded on first use. */
export type SchemaSet = Readonly<
  Record<
    string,
    {
      /** Loads the compiled validator. */
      load(): (value: unknown) => boolean;
      /** The schema text without annotations. */
      text(): string;
    }
  >
>;
