import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Step, StepResult } from './side.ts';

/** A process that measures the engine of a tree. */
export interface Side {
  /** Takes the next step; one at a time. Rejects if the process ends instead of responding. */
  readonly take: (step: Step) => Promise<StepResult>;
  readonly end: () => void;
}

/** Starts `side.ts` of the tree `dir`. */
export function startSide(dir: string): Side {
  const child = fork(join(dir, 'bench/side.ts'), { cwd: dir });
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`The process that measures ${dir} ended with ${signal ?? code}`);
  });
  // What waits for a step is told; when nothing waits, ending is no failure.
  ended.catch(() => {});
  return {
    take: async (step) => {
      child.send(step);
      const [result] = await Promise.race([once(child, 'message'), ended]);
      return result as StepResult;
    },
    end: () => child.disconnect(),
  };
}
