export interface StageResult {
  readonly passed: number;
  readonly failed: number;
  /** Why the stage failed beyond its failed tests; empty when there is nothing to add. */
  readonly faults: readonly string[];
}

export interface NamedResult extends StageResult {
  readonly title: string;
}

/** Adds the stages up; one that fails without a failed test counts as one failure, so that the sum is never a false zero. */
export function sumUp(results: readonly NamedResult[]): StageResult {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed, faults }) => sum + (failed || Math.min(1, faults.length)), 0),
    faults: results.flatMap(faultLines),
  };
}

function faultLines({ title, failed, faults }: NamedResult): readonly string[] {
  const lines = failed > 0 ? [`${failed} failed`, ...faults] : faults;
  return lines.map((line) => `${title}: ${line}`);
}
