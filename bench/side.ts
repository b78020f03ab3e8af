import { closeStore } from '#engine/store/open.ts';
import { batchesOf, seededRandom, type Writers } from './corpus.ts';
import { captureAll } from './ingest.ts';
import { type Spent, spentOn } from './measure.ts';
import { lookUp, pageOfQueue, searchAsTyped } from './queryTimes.ts';
import { countWalFrames } from './walFrames.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

/*
 * A process that measures the engine of the tree in which this file is, step by step, so that another can take turns with it. Steps
 * come and results go as messages of Node's `fork`.
 */

const queries = { lookup: lookUp, queue: pageOfQueue, search: searchAsTyped };

/** What to do next. */
export type Step =
  | {
      readonly do: 'open';
      readonly dir: string;
      readonly total: number;
      readonly writers: Writers;
      readonly size: number;
    }
  /** Stores the next batch. */
  | { readonly do: 'store' }
  | { readonly do: 'query'; readonly what: keyof typeof queries; readonly times: number }
  | { readonly do: 'close' };

/** What a step took; of queries each one. */
export interface StepResult {
  readonly spent: readonly Spent[];
  /** How many frames all batches so far have written to the write-ahead log. */
  readonly frames: number;
}

type Side = ReturnType<typeof openSide>;

function openSide({ dir, total, writers, size }: Extract<Step, { do: 'open' }>) {
  const db = openWorkspace(dir);
  const frames = countWalFrames(db);
  const store = captureAll(createCaptureContext(db), frames.count);
  const batches = batchesOf({ from: 0, to: total, total, writers, size }, seededRandom(7));
  const random = seededRandom(11);
  return {
    frames: frames.total,
    store: async (): Promise<Spent[]> => {
      const batch = batches.next().value ?? [];
      return [await spentOn(() => store(batch))];
    },
    query: async (what: keyof typeof queries, times: number): Promise<Spent[]> => {
      const spent: Spent[] = [];
      for (let n = 0; n < times; n += 1) {
        const query = queries[what](db, random);
        spent.push(await spentOn(query));
      }
      return spent;
    },
    close: () => {
      frames.close();
      closeStore(db);
    },
  };
}

let side: Side | undefined;

async function take(step: Step): Promise<StepResult> {
  if (step.do === 'open') side = openSide(step);
  if (!side) throw new Error('No workspace is open');
  const { frames } = side;
  if (step.do === 'store') return { spent: await side.store(), frames: frames() };
  if (step.do === 'query') return { spent: await side.query(step.what, step.times), frames: frames() };
  if (step.do === 'close') side.close();
  return { spent: [], frames: frames() };
}

process.on('message', async (step: Step) => process.send?.(await take(step)));
process.on('disconnect', () => process.exit());
