/** The count that every suite ends with. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Tests that could not be tried here, each with its file and the reason. */
  readonly skipped?: readonly string[];
}

/** What one suite and another one make together. */
export function add(a: Tally, b: Tally): Tally {
  const skipped = [...(a.skipped ?? []), ...(b.skipped ?? [])];
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped };
}

/** One thing that went as it should, or did not. */
export function one(passed: boolean): Tally {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
