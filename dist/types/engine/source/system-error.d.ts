/**
 * The code of an error of the system (`ENOENT`, `EACCES`, …), else what the error says. Asks for no `Error`: in a test,
 * errors of Node's own modules are those of another realm.
 */
export declare function systemCode(error: unknown): string;
