/** Context of a run, from options or the CI (trust.md section 5); any member may be unknown. */
export interface RunContext {
  /**
   * Commits under test, as full ids in lower case: for a pull request its head and its trial merge. The first is the main
   * one.
   */
  readonly commits: readonly string[];
  /** `owner/name`, as the CI or the operator writes it. */
  readonly repository?: string;
  /** URL of the repository, without a trailing slash. */
  readonly repositoryUrl?: string;
  /** Full name of the ref (`refs/heads/main`), or a branch name if the CI gives only that. */
  readonly ref?: string;
  /** URL of the run. */
  readonly url?: string;
}
