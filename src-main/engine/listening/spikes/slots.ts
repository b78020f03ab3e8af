import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../../context/context.ts';
import { listOpenGaps } from '../../store/gaps.ts';
import { timeOfRowId } from '../../store/rowIds.ts';
import {
  deleteSlotCountsBefore,
  insertSlotCounts,
  listPostRows,
  listSlotCounts,
  type SlotCount,
} from '../../store/slotCounts.ts';
import type { Source, SourceId } from '../../store/sources.ts';
import { inTransaction } from '../../store/sql.ts';
import { BASELINE_WEEKS, SLOT_MS } from './baseline.ts';

type Context = Pick<EngineContext, 'db' | 'clock'>;

/** A week longer than baselines look back, for the hours around their first one. */
const KEPT_MS = (BASELINE_WEEKS + 1) * 7 * DAY_MS;

/** The counted slots of one source, in memory and in the store. */
export interface Slots {
  readonly counts: Map<number, number>;
  /** How far the source was captured when slots were last looked for; null before. */
  looked: { readonly through: number; readonly missing: string } | null;
}

/** The slots of a source as they are stored. */
export function loadSlots({ db, clock }: Context, { id }: Source): Slots {
  const rows = listSlotCounts(db, id, clock.now() - KEPT_MS);
  return { counts: new Map(rows.map(({ slotAt, posts }) => [slotAt, posts])), looked: null };
}

/**
 * Counts the slots that were captured completely since the last call, however old: all of them the first time, so that an empty table is filled
 * from the messages, and when gaps were closed. Returns those that are to be stored.
 */
export function countSlots(ctx: Context, source: Source, slots: Slots): SlotCount[] {
  const { capturedFrom, capturedThrough } = source;
  if (capturedFrom === null || capturedThrough === null) return [];
  const gaps = listOpenGaps(ctx.db, source.id);
  const missing = JSON.stringify([capturedFrom, gaps.map(({ from, to }) => [from, to])]);
  const { looked } = slots;
  const since = looked?.missing === missing ? Math.min(looked.through, capturedThrough) - SLOT_MS : 0;
  const first = Math.max(capturedFrom, since, ctx.clock.now() - KEPT_MS);
  slots.looked = { through: capturedThrough, missing };
  const counted: SlotCount[] = [];
  let run: number[] = [];
  const endRun = () => {
    counted.push(...countRun(ctx, source, run));
    run = [];
  };
  for (let slot = Math.ceil(first / SLOT_MS) * SLOT_MS; slot + SLOT_MS <= capturedThrough; slot += SLOT_MS) {
    const isOpen = gaps.some(({ from, to }) => from < slot + SLOT_MS && to > slot);
    if (slots.counts.has(slot) || isOpen) endRun();
    else run.push(slot);
  }
  endRun();
  for (const { slotAt, posts } of counted) slots.counts.set(slotAt, posts);
  return counted;
}

/** Deletes the slots of all sources that no baseline looks at any more. Reads all that are stored. */
export function deleteOldSlots({ db, clock }: Context): void {
  deleteSlotCountsBefore(db, clock.now() - KEPT_MS);
}

/** Stores what was counted of several sources, in one transaction. */
export function storeSlots({ db }: Context, counted: ReadonlyMap<SourceId, readonly SlotCount[]>): void {
  const news = [...counted].filter(([, counts]) => counts.length > 0);
  if (news.length === 0) return;
  inTransaction(db, () => {
    for (const [id, counts] of news) insertSlotCounts(db, id, counts);
  });
}

/** The counts of slots that follow each other. */
function countRun({ db }: Context, { id }: Source, run: readonly number[]): SlotCount[] {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return [];
  const posts = new Map(run.map((slot) => [slot, 0]));
  for (const rowId of listPostRows(db, id, first, last + SLOT_MS)) {
    const slot = Math.floor(timeOfRowId(rowId) / SLOT_MS) * SLOT_MS;
    posts.set(slot, (posts.get(slot) ?? 0) + 1);
  }
  return [...posts].map(([slotAt, count]) => ({ slotAt, posts: count }));
}
