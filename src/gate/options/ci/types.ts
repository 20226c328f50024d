/** What a CI says about a change in its variables; what it does not say is absent, never guessed. */
export interface CiContext {
  /** Name of the service. */
  readonly service: string;
  /** What started the run, as the CI names it: `pull_request`, `push`, `merge_request_event` … */
  readonly event?: string;
  /** The run is about a change that has not been accepted yet, whatever its ref is. */
  readonly review: boolean;
  /** Short name of the branch that is built; absent for tags. */
  readonly branch?: string;
  /** The CI says that only some people may write to the ref. */
  readonly isProtected: boolean;
  /** The CI says that the branch is the default one without naming it. */
  readonly isDefault: boolean;
  readonly defaultBranch?: string;
  /** Target branch of the change. */
  readonly targetBranch?: string;
  /** Commit of the target branch that the CI names; its author may have chosen an old one. */
  readonly baseCommit?: string;
  /** `owner/name` of the target repository of the change. */
  readonly repository?: string;
  /** The address of `repository`, where the name alone is not the whole path in a clone's address. */
  readonly repositoryUrl?: string;
  /** `owner/name` of the repository that the change comes from: a fork, or the same. */
  readonly headRepository?: string;
}

/** The value of the first variable that is set. */
export type Variable = (...names: readonly string[]) => string | undefined;

/** One CI service: how it is recognized and what its variables mean. Of several variables the first that is set counts. */
export interface CiSystem {
  readonly service: string;
  /** Set by this service and no other; any of them is enough. `NAME=VALUE` asks for a value. */
  readonly marks: readonly string[];
  readonly run: RunVariables;
  /** Whether a change is under review, and where its base is (trust.md section 1). */
  readonly review: (get: Variable, env: Readonly<Record<string, string | undefined>>) => Omit<CiContext, 'service'>;
}

/** What a run is about (trust.md section 5). Two variables joined by a slash are one value; `=text` stands for itself. */
export interface RunVariables {
  /** Commits under test: each that is set counts. */
  readonly commits: readonly string[];
  /** `owner/name`; `path:` is the path of an address. */
  readonly repository?: readonly string[];
  /** Its address on the web. */
  readonly repositoryUrl?: readonly string[];
  /** Full refs, then `tag:` and `branch:` variables with a bare name; `remote:` ones have `origin/` before it. */
  readonly ref?: readonly string[];
  readonly url?: readonly string[];
  /** The same in all jobs of one pipeline run, and in no other. */
  readonly id?: string;
}
