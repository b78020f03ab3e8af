import { crashRun } from './crashRun.ts';
import { childSource } from './engineProcess.ts';
import { sendRun } from './sendRun.ts';
import { addTallies, emptyTally, isClean, type Tally } from './tally.ts';

export interface ChaosOptions {
  /** Number of runs with kills. */
  readonly runs: number;
  /** Number of replies to send in runs without kills. */
  readonly sends: number;
  /** Seed of the first run; each further run adds 1. The same seed gives the same faults, at moments that vary with the machine. */
  readonly seed: number;
  /** Number of parallel runs. */
  readonly workers: number;
  /** Script of the engine process; its unbundled source by default. */
  readonly script?: string;
  /** Called with a line of text for each failed run. */
  readonly onFailure: (line: string) => void;
  /** Called with the sum so far after each run. */
  readonly onProgress?: (sum: Tally) => void;
}

const SENDS_PER_RUN = 50;

type Job = { readonly seed: number; readonly run: () => Promise<Tally> };

/** Executes all runs and returns the sum of their tallies. */
export async function runChaos(options: ChaosOptions): Promise<Tally> {
  const jobs = listJobs(options);
  let sum = emptyTally;
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const tally = await runJob(job, options.onFailure);
      if (!isClean(tally)) options.onFailure(`seed ${job.seed}: ${JSON.stringify(tally)}`);
      sum = addTallies(sum, tally);
      options.onProgress?.(sum);
    }
  };
  await Promise.all(Array.from({ length: options.workers }, work));
  return sum;
}

// A run that throws counts as broken and does not end the others.
async function runJob({ seed, run }: Job, onFailure: ChaosOptions['onFailure']): Promise<Tally> {
  try {
    return await run();
  } catch (cause) {
    onFailure(`seed ${seed} broke: ${cause instanceof Error ? cause.stack : String(cause)}`);
    return { ...emptyTally, runs: 1, broken: 1 };
  }
}

function listJobs({ runs, sends, seed, script = childSource }: ChaosOptions): Job[] {
  const crashSeeds = Array.from({ length: runs }, (_, n) => seed + n);
  const sendSeeds = Array.from({ length: Math.ceil(sends / SENDS_PER_RUN) }, (_, n) => seed + n);
  return [
    ...crashSeeds.map((own) => ({ seed: own, run: () => crashRun(own, script) })),
    ...sendSeeds.map((own) => ({ seed: own, run: () => sendRun(own, SENDS_PER_RUN, script) })),
  ];
}
