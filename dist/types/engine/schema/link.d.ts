import type { Json } from '../types.js';
import type { LinkedSchema, Pattern } from './evaluate.js';
/** One document that references may lead to. */
export interface SchemaDocument {
    readonly root: Json;
    /** Absolute or relative path, or any other name under which the set knows it; relative references start there. */
    readonly name: string;
}
/** Why a schema cannot be linked. */
export interface LinkProblem {
    readonly kind: 'ref_outside' | 'ref_dangling' | 'pattern';
    /** The reference or pattern. */
    readonly text: string;
}
/**
 * Resolves the references and patterns of a set of draft-07 schemas, without ever fetching anything: a reference leads
 * to a fragment of its own document, or to another document of the set by its `$id` or by its path from where the
 * referring document is (contract 5, hardening 20).
 */
export declare class Linker {
    private readonly compile;
    private readonly resources;
    private readonly paths;
    /** The resource that each schema object seen so far belongs to. */
    private readonly home;
    private readonly targets;
    private readonly patterns;
    private problems;
    /** `compile` makes a pattern or answers undefined for one that cannot be had. */
    constructor(documents: readonly SchemaDocument[], compile: (source: string) => Pattern | undefined);
    /** A schema of the set, ready to be evaluated when there are no problems with it or with what it refers to. */
    link(root: Json): {
        readonly schema: LinkedSchema;
        readonly problems: readonly LinkProblem[];
    };
    /** Whether a reference stays inside the set; says nothing about what its fragment names. */
    inside(reference: string, document: SchemaDocument): boolean;
    private survey;
    private reach;
    private pattern;
    private follow;
    private resourceOf;
    private fragment;
}
