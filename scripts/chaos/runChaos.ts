import { chaosRun } from './chaosRun.ts';
import { childSource } from './engineProcess.ts';
import { addFigures, type Figures, isFine, noFigures } from './figures.ts';
import { sendingRun } from './sendingRun.ts';

/** What is to be done. */
export interface Chaos {
  /** Runs with kills. */
  readonly runs: number;
  /** Answers to send without kills. */
  readonly sends: number;
  /** The same seed gives the same trouble; the moments still depend on the machine. */
  readonly seed: number;
  /** Runs at the same time. */
  readonly workers: number;
  /** The engine's process; its source where nobody says otherwise. */
  readonly script?: string;
  /** Told of each run in which something went wrong. */
  readonly note: (line: string) => void;
  readonly progress?: (done: Figures) => void;
}

const SENDS_A_RUN = 50;

type Job = { readonly seed: number; readonly run: () => Promise<Figures> };

/** Does all runs, several at a time, and sums up what came of them. */
export async function runChaos(chaos: Chaos): Promise<Figures> {
  const jobs = listJobs(chaos);
  let sum = noFigures;
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const figures = await runJob(job, chaos.note);
      if (!isFine(figures)) chaos.note(`seed ${job.seed}: ${JSON.stringify(figures)}`);
      sum = addFigures(sum, figures);
      chaos.progress?.(sum);
    }
  };
  await Promise.all(Array.from({ length: chaos.workers }, work));
  return sum;
}

// One run that breaks must not end the others: it counts as broken itself.
async function runJob({ seed, run }: Job, note: Chaos['note']): Promise<Figures> {
  try {
    return await run();
  } catch (cause) {
    note(`seed ${seed} broke: ${cause instanceof Error ? cause.stack : String(cause)}`);
    return { ...noFigures, runs: 1, broken: 1 };
  }
}

function listJobs({ runs, sends, seed, script = childSource }: Chaos): Job[] {
  const killing = Array.from({ length: runs }, (_, n) => seed + n);
  const sending = Array.from({ length: Math.ceil(sends / SENDS_A_RUN) }, (_, n) => seed + n);
  return [
    ...killing.map((own) => ({ seed: own, run: () => chaosRun(own, script) })),
    ...sending.map((own) => ({ seed: own, run: () => sendingRun(own, SENDS_A_RUN, script) })),
  ];
}
