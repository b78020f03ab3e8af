import { setImmediate } from 'node:timers/promises';
import type { EngineContext } from '../context/context.ts';
import { inUnsyncedTransaction } from '../store/sql.ts';
import { leavePersonToImport, listUnthreadedSlice } from '../store/threading.ts';
import { takeLateHistoryApart } from './earlierHistory.ts';
import { summarise } from './summarise.ts';
import { bothThreaded, nothingThreaded, type Threaded, withKnown } from './threaded.ts';
import { assignPhase, getBeginnings, type Phase, toPhases } from './threadingPhases.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId'>;

interface SliceOptions {
  /**
   * Called in the transaction of a slice with conversations that have all their messages. Returns those of them that are over, and so count
   * as neither opened nor written in.
   */
  readonly onEnded?: (conversationIds: readonly string[]) => readonly string[];
  readonly messages?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Messages of one transaction, which blocks the engine for some ten milliseconds. */
const SLICE = 150;

/**
 * Threads the messages of one person that have no conversation yet with the result of `threadPeople`, in slices, each in a transaction of its own. Killed
 * between two of them, without power, or stopped by the signal, the rest waits for the import that continues: the person is found late, and threaded anew.
 */
export async function threadInSlices(
  ctx: Context,
  personId: string,
  options: SliceOptions = {},
): Promise<Threaded> {
  const beginnings = getBeginnings(ctx.db);
  const known = inUnsyncedTransaction(ctx.db, () => {
    const apart = takeLateHistoryApart(ctx.db, beginnings.connectedAt, new Set([personId]));
    leavePersonToImport(ctx.db, personId);
    return apart;
  });
  const slices = new Slices(ctx, personId, options);
  for (const phase of toPhases(beginnings)) {
    if (phase.from < phase.until) await slices.assign(phase);
  }
  return withKnown(slices.threaded, known);
}

class Slices {
  readonly #ctx: Context;
  readonly #personId: string;
  readonly #options: SliceOptions;
  threaded = nothingThreaded;
  /** The conversation that the last slice left out of line with its messages. */
  #unfinished: string | null = null;

  constructor(ctx: Context, personId: string, options: SliceOptions) {
    this.#ctx = ctx;
    this.#personId = personId;
    this.#options = options;
  }

  async assign(phase: Phase): Promise<void> {
    const { signal } = this.#options;
    for (let after: number | null = 0; after !== null && !signal?.aborted; ) {
      after = this.#assignSlice(phase, after);
      await setImmediate();
    }
  }

  /** Returns the row id of the last message of the slice; null if it was the last slice of the phase. */
  #assignSlice(phase: Phase, after: number): number | null {
    const { messages: limit = SLICE } = this.#options;
    const { db } = this.#ctx;
    return inUnsyncedTransaction(db, () => {
      const found = listUnthreadedSlice(db, this.#personId, { ...phase, after, limit: limit + 1 });
      const slice = found.slice(0, limit);
      const continues = found.length > limit;
      this.#take(assignPhase(this.#ctx, phase, slice, { continues }));
      return continues ? (slice.at(-1)?.id ?? null) : null;
    });
  }

  #take({ threaded, over, unfinished }: ReturnType<typeof assignPhase>): void {
    const before = this.#unfinished;
    this.#unfinished = unfinished;
    const touched = new Set(before === null ? threaded.changed : [before, ...threaded.changed]);
    const ended = [...touched].filter((id) => id !== unfinished);
    if (before !== null && before !== unfinished) summarise(this.#ctx, [before]);
    const closed = new Set([...over, ...(this.#options.onEnded?.(ended) ?? [])]);
    const { opened, wrote, changed } = bothThreaded(this.threaded, threaded);
    const isWork = (id: string) => !closed.has(id);
    this.threaded = { opened: opened.filter(isWork), wrote: wrote.filter(isWork), changed };
  }
}
