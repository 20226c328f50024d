/** Thrown when evaluating schemas would take too much work. */
export class Exhausted extends Error {
  override readonly name = 'Exhausted';
}

/** Work budget of a single evaluation: a schema from a bundle could otherwise run practically forever. */
const MAX_STEPS = 5_000_000;
/** Work budget of an artifact of any size. */
const ARTIFACT_STEPS = 200_000;
/** Additional steps per byte of a record: an honest schema takes less than one. */
const STEPS_PER_BYTE = 2;

/**
 * Counts the work of evaluating schemas; a step takes about a tenth of a microsecond. Each artifact has one instance, so its
 * budget grows with its bytes and not with the number of records times the size of an unfolded schema (hardening 33).
 */
export class Steps {
  constructor(private left = MAX_STEPS) {}

  /** The budget of one artifact, before any record is read. */
  static ofArtifact(): Steps {
    return new Steps(ARTIFACT_STEPS);
  }

  /** Adds the budget for a record of this many bytes. */
  allow(bytes: number): void {
    // Once exhausted, the artifact has failed: later records must not restart the work.
    if (this.left >= 0) this.left += bytes * STEPS_PER_BYTE;
  }

  /**
   * Subtracts steps.
   * @throws Exhausted when there are none left.
   */
  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new Exhausted('too many steps');
  }
}
