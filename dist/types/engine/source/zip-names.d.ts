/**
 * Decodes and checks one entry name. `utf8` is general purpose flag 11: without it a name beyond ASCII is cp437 to some
 * readers and UTF-8 to others. Throws a `Fault`: `zip.path_escape` for a name that leads out of the archive,
 * `zip.name_invalid` for any other that is not canonical (hardening 15).
 */
export declare function decodeName(raw: Uint8Array, utf8: boolean): string;
/** The names of one archive; refuses those that are one to some file system (hardening 15). */
export declare class NameIndex {
    /** Key of each entry → its name. */
    private readonly entries;
    /** Key of each folder that is named or lies above an entry → its spelling. */
    private readonly folders;
    /** Adds a decoded name; a `Fault` `zip.duplicate_entry` when it collides with one that is there. */
    add(name: string): void;
    private addFolder;
}
