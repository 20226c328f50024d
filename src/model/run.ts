/** What a run is about, from options or the CI (trust.md section 5); every member may be unknown. */
export interface RunContext {
  /** Commits under test, full and in lower case: on a pull request its head and its trial merge. The first is the main one. */
  readonly commits: readonly string[];
  /** `owner/name`, as the CI or the operator writes it. */
  readonly repository?: string;
  /** Address of the repository on the web, without a slash at its end. */
  readonly repositoryUrl?: string;
  /** Full name of the ref (`refs/heads/main`), or the name of a branch where the CI has no more. */
  readonly ref?: string;
  /** Address of the run on the web. */
  readonly url?: string;
}
