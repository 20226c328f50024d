/** Work was given up: schemas ask for too much of it. */
export class Exhausted extends Error {
  override readonly name = 'Exhausted';
}

/** Work that one evaluation may do: a schema from a bundle can ask for more than a lifetime. */
const MAX_STEPS = 5_000_000;
/** Work that an artifact of any size may ask for. */
const ARTIFACT_STEPS = 200_000;
/** Further steps for each byte of a record: an honest schema takes less than one. */
const STEPS_PER_BYTE = 2;

/**
 * Counts the work of evaluating schemas, a step about a tenth of a microsecond. One of these belongs to an artifact: what it may ask for grows with its
 * bytes and not with the number of its records times what a schema unfolds to (hardening 33).
 */
export class Steps {
  constructor(private left = MAX_STEPS) {}

  /** Those of one artifact, before its records were read. */
  static ofArtifact(): Steps {
    return new Steps(ARTIFACT_STEPS);
  }

  /** A record of so many bytes may take some more. */
  allow(bytes: number): void {
    // Once exhausted, the artifact has failed: what comes after must not start again.
    if (this.left >= 0) this.left += bytes * STEPS_PER_BYTE;
  }

  /** @throws Exhausted when there are none left. */
  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new Exhausted('too many steps');
  }
}
