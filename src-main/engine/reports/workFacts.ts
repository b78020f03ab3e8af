import { setImmediate } from 'node:timers/promises';
import type { EngineContext } from '../context/context.ts';
import type { Db } from '../store/open.ts';
import { getStoreError } from '../store/storeHealth.ts';
import { getDataVersion, takeWorkChanges, watchWorkChanges } from '../store/workChanges.ts';
import { listConversationIds, listWorkHistories } from '../store/workHistories.ts';
import { compact, createFactTable, dropConversation, type FactTable, putConversation } from './factTable.ts';
import { createMeasure, listEras, type Measure } from './measureThen.ts';
import { walkConversation } from './walkConversation.ts';

/** The facts of all conversations. Those of a part do not count if `isLeftOut` is 1 at the place of their conversation. */
export type WorkFacts = readonly { readonly table: FactTable; readonly isLeftOut: Uint8Array | null }[];

/** The facts as they are now, as far as they have been counted. */
interface Counted {
  readonly table: FactTable;
  readonly measure: Measure;
  /** What the facts were counted by; others have all of them counted again. */
  readonly basis: string;
  /** All conversations up to this id are counted; null once all are. */
  through: string | null;
}

const countedOf = new WeakMap<Db, Counted>();

/** So many conversations take a few milliseconds; what else there is has its turn after `TURN_MS`. */
const AT_ONCE = 50;
const TURN_MS = 15;

type Context = Pick<EngineContext, 'db' | 'clock'>;

/**
 * The facts of all conversations as they were known until a time. They are counted at the first call and kept in memory; later calls
 * count what has changed since then, or was known differently. Takes turns with everything else; nothing changes between the last
 * turn and the return.
 */
export async function loadWorkFacts(ctx: Context, asKnownOn: number): Promise<WorkFacts> {
  const then = createFactTable();
  const done = new Set<string>();
  for (;;) {
    const { table, measure } = await countAll(ctx);
    const { ids, isLeftOut } = listKnownOtherwise(table, asKnownOn);
    const wanted = [...ids].filter((id) => !done.has(id));
    if (wanted.length === 0) {
      for (const id of done) if (!ids.has(id)) dropConversation(then, id);
      const now = { table, isLeftOut };
      return done.size === 0 ? [now] : [now, { table: then, isLeftOut: null }];
    }
    await countInTurns(ctx, wanted, (turn) => {
      for (const id of turn) done.add(id);
      count(ctx.db, then, measure, turn, asKnownOn);
    });
  }
}

async function countInTurns(
  { clock }: Context,
  ids: readonly string[],
  countThese: (turn: readonly string[]) => void,
): Promise<void> {
  let end = clock.elapsedMs() + TURN_MS;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    countThese(ids.slice(from, from + AT_ONCE));
    if (clock.elapsedMs() < end) continue;
    await setImmediate();
    end = clock.elapsedMs() + TURN_MS;
  }
}

/** Counts what has not been counted, in turns with everything else. */
async function countAll(ctx: Context): Promise<Counted> {
  for (;;) {
    const counted = getCounted(ctx.db);
    if (!countSome(ctx, counted)) {
      compact(counted.table);
      return counted;
    }
    await setImmediate();
  }
}

/** What has been counted by the office hours of now and by what only this connection has changed since. */
function getCounted(db: Db): Counted {
  const eras = listEras(db);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const basis = JSON.stringify([eras, timeZone, getDataVersion(db), getStoreError(db) !== null]);
  const known = countedOf.get(db);
  if (known?.basis === basis) return known;
  watchWorkChanges(db);
  const counted = { table: createFactTable(), measure: createMeasure(eras), basis, through: '' };
  countedOf.set(db, counted);
  return counted;
}

/** Counts for one turn. Returns whether there was anything to count. */
function countSome({ db, clock }: Context, counted: Counted): boolean {
  const { table, measure } = counted;
  const end = clock.elapsedMs() + TURN_MS;
  let hasCounted = false;
  do {
    const isNew = counted.through !== null;
    const ids =
      counted.through === null
        ? takeWorkChanges(db, AT_ONCE)
        : listConversationIds(db, counted.through, AT_ONCE);
    if (isNew) counted.through = ids.at(-1) ?? null;
    if (ids.length === 0 && !isNew) return hasCounted;
    hasCounted = true;
    for (const id of ids) dropConversation(table, id);
    count(db, table, measure, ids);
  } while (clock.elapsedMs() < end);
  return hasCounted;
}

function count(db: Db, table: FactTable, measure: Measure, ids: readonly string[], asKnownOn?: number): void {
  for (const history of listWorkHistories(db, ids, asKnownOn))
    putConversation(table, history, walkConversation(history, measure));
}

/** The conversations of which more became known later, and those among them that were known at all then. */
function listKnownOtherwise({ conversations, lastKnown }: FactTable, asKnownOn: number) {
  const known = new Set<string>();
  if (lastKnown <= asKnownOn) return { ids: known, isLeftOut: null };
  const { ids } = conversations;
  const isLeftOut = new Uint8Array(ids.length);
  for (const [place, last] of conversations.lastKnown.entries()) {
    const id = ids[place] ?? null;
    if (id === null || last <= asKnownOn) continue;
    isLeftOut[place] = 1;
    if ((conversations.firstKnown[place] ?? 0) <= asKnownOn) known.add(id);
  }
  return { ids: known, isLeftOut };
}
