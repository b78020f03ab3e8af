export interface StageResult {
  readonly passed: number;
  readonly failed: number;
  /** Why the stage failed. */
  readonly problems: readonly string[];
}

export interface NamedResult extends StageResult {
  readonly title: string;
}

/** Adds up the stages. One that fails without a failed test counts as one failure, so that the sum is never a false zero. */
export function sumUp(results: readonly NamedResult[]): StageResult {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed, problems }) => sum + (failed || Math.min(1, problems.length)), 0),
    problems: results.flatMap(({ title, problems }) => problems.map((problem) => `${title}: ${problem}`)),
  };
}
