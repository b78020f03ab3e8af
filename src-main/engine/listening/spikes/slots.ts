import { DAY_MS, HOUR_MS } from '#shared/time.ts';
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
import type { Source } from '../../store/sources.ts';
import { inTransaction } from '../../store/sql.ts';
import { BASELINE_WEEKS, SLOT_MS } from './baseline.ts';

/** A week longer than baselines look back, for the hours around their first one. */
const KEPT_MS = (BASELINE_WEEKS + 1) * 7 * DAY_MS;

/** The counted slots of one source, in memory and in the store. */
export interface Slots {
  readonly counts: Map<number, number>;
  /** When slots that gaps had kept from being counted were last looked for. */
  checkedAt: number;
}

/** The slots of a source as they are stored. */
export function loadSlots({ db, clock }: EngineContext, { id }: Source): Slots {
  const rows = listSlotCounts(db, id, clock.now() - KEPT_MS);
  return { counts: new Map(rows.map(({ slotAt, posts }) => [slotAt, posts])), checkedAt: 0 };
}

/**
 * Counts the slots that were captured completely since the last call; once an hour those too that gaps have been closed of, however old. An empty table is
 * so filled from the messages.
 */
export function countSlots(ctx: EngineContext, source: Source, slots: Slots): void {
  const now = ctx.clock.now();
  const { capturedFrom, capturedThrough } = source;
  if (capturedFrom === null || capturedThrough === null) return;
  const isDue = Math.abs(now - slots.checkedAt) >= HOUR_MS;
  const first = Math.max(capturedFrom, isDue ? now - KEPT_MS : now - HOUR_MS);
  if (isDue) slots.checkedAt = now;
  const gaps = listOpenGaps(ctx.db, source.id);
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
  if (counted.length === 0) return;
  for (const { slotAt, posts } of counted) slots.counts.set(slotAt, posts);
  inTransaction(ctx.db, () => {
    insertSlotCounts(ctx.db, source.id, counted);
    if (isDue) deleteSlotCountsBefore(ctx.db, now - KEPT_MS);
  });
}

/** The counts of slots that follow each other. */
function countRun({ db }: EngineContext, { id }: Source, run: readonly number[]): SlotCount[] {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return [];
  const posts = new Map(run.map((slot) => [slot, 0]));
  for (const rowId of listPostRows(db, id, first, last + SLOT_MS)) {
    const slot = Math.floor(timeOfRowId(rowId) / SLOT_MS) * SLOT_MS;
    posts.set(slot, (posts.get(slot) ?? 0) + 1);
  }
  return [...posts].map(([slotAt, count]) => ({ slotAt, posts: count }));
}
