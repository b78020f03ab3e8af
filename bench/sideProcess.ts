import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../scripts/projectFolder.ts';

/** A process that measures a tree. */
export interface Side<Step, StepResult> {
  /** Takes the next step; one at a time. Rejects if the process ends instead of responding. */
  readonly take: (step: Step) => Promise<StepResult>;
  readonly end: () => void;
}

/** The limits of V8's heap with which `npm run engine` starts. */
export const engineLimits: readonly string[] =
  readFileSync(join(projectFolder, 'package.json'), 'utf8').match(/--max-semi-space-size=\d+/g) ?? [];

/** Starts the file `script` of the tree `dir`, which takes such steps as messages, with these arguments of Node. */
export function startSide<Step extends object, StepResult>(
  dir: string,
  script: string,
  execArgv: readonly string[] = [],
): Side<Step, StepResult> {
  const child = fork(join(dir, script), { cwd: dir, execArgv: [...execArgv] });
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
