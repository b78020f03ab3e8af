export interface StageResult {
  readonly passed: number;
  readonly failed: number;
  /** Why the stage failed, apart from failed tests. */
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
    problems: results.flatMap(toLines),
  };
}

function toLines({ title, failed, problems }: NamedResult): readonly string[] {
  const lines = failed > 0 ? [`${failed} failed`, ...problems] : problems;
  return lines.map((line) => `${title}: ${line}`);
}
