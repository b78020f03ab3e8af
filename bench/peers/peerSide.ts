import { mkdirSync } from 'node:fs';
import { batchesOf, seededRandom } from '../corpus.ts';
import { collect, type Percentiles, spentOn, toPercentiles } from '../measure.ts';
import { typedWords } from '../texts.ts';
import { openSearcher, type PeerName } from './searchers.ts';

/*
 * A process that measures one of the peers, so that its memory is its own. What to measure comes as a message of Node's `fork`.
 */

export interface PeerStep {
  readonly name: PeerName;
  /** The folder for its files. */
  readonly dir: string;
  /** Where the libraries are that Perch does not use. */
  readonly installed: string;
  readonly total: number;
}

export interface PeerResult {
  readonly storedMs: number;
  readonly search: Percentiles;
  /** By how much the resident memory has grown, with garbage and without. */
  readonly bytes: number;
  readonly keptBytes: number;
}

const SEARCHES = 1_000;

async function measurePeer({ name, dir, installed, total }: PeerStep): Promise<PeerResult> {
  mkdirSync(dir);
  // What all have to load: the texts of the corpus.
  for (const _ of batchesOf({ from: 0, to: 1_000, total }, seededRandom(7)));
  const before = process.memoryUsage.rss();
  const searcher = await openSearcher(name, dir, installed);
  let storedMs = 0;
  for (const batch of batchesOf({ from: 0, to: total, total }, seededRandom(7))) {
    storedMs += (await spentOn(() => searcher.store(batch))).ms;
  }
  const random = seededRandom(11);
  const times: number[] = [];
  let found = 0;
  for (let n = 0; n < SEARCHES; n += 1) {
    const text = typedWords(random);
    const { ms } = await spentOn(async () => {
      found += (await searcher.search(text)) > 0 ? 1 : 0;
    });
    times.push(ms);
  }
  if (found < SEARCHES / 2)
    throw new Error(`${name} found something for ${found} of ${SEARCHES} searches only`);
  const bytes = process.memoryUsage.rss() - before;
  return { storedMs, search: toPercentiles(times), bytes, keptBytes: collect().rss - before };
}

process.on('message', async (step: PeerStep) => process.send?.(await measurePeer(step)));
process.on('disconnect', () => process.exit());
