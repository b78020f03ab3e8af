import { createLocalTime, type LocalTime } from '#shared/domain/localTime.ts';
import type { SpikeSensitivity } from '#shared/domain/spike.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import type { EngineContext } from '../../context/context.ts';
import { getSettings } from '../../store/settings.ts';
import { listPostRows, listSpikePosts } from '../../store/slotCounts.ts';
import { getSource, listSourceIds, type Source, type SourceId } from '../../store/sources.ts';
import {
  endSpike,
  getOpenSpike,
  insertSpike,
  prolongSpike,
  raiseSpike,
  type SpikeFigures,
} from '../../store/spikes.ts';
import { type Baseline, SLOT_MS, toBaseline, toLevel } from './baseline.ts';
import { judgeWindow, toSpikeStep, type Verdict } from './judgeWindow.ts';
import { countSlots, deleteOldSlots, loadSlots, type Slots, storeSlots } from './slots.ts';
import { toSpikeReasons } from './spikeReasons.ts';

type SpikeContext = Pick<EngineContext, 'db' | 'clock' | 'newId' | 'emit'>;

/** What is known of a source between poll cycles. */
interface Watched {
  readonly slots: Slots;
  /** The baselines of the hours that were asked for, by their beginning. */
  readonly baselines: Map<number, Baseline | null>;
}

/** Ten minutes of a source, and how they compare with what is usual. */
interface Judged {
  readonly source: Source;
  readonly from: number;
  readonly to: number;
  readonly posts: number;
  readonly usual: number;
  readonly verdict: Verdict;
}

/** Returns what compares the last ten minutes of mentions and of each saved search with what is usual; call it after each poll cycle. */
export function createSpikeWatch(ctx: SpikeContext): () => void {
  const watched = new Map<SourceId, Watched>();
  const watch = (source: Source): Watched => {
    const known = watched.get(source.id) ?? { slots: loadSlots(ctx, source), baselines: new Map() };
    watched.set(source.id, known);
    return known;
  };
  const getTime = createTimeKeeper();
  let isFirst = true;
  return () => {
    if (isFirst) deleteOldSlots(ctx);
    isFirst = false;
    const { spikeSensitivity, officeHours } = getSettings(ctx.db);
    const time = getTime(officeHours?.timeZone ?? undefined);
    const ids = listSourceIds(ctx.db).filter((id) => id === 'mentions' || id.startsWith('search:'));
    const sources = ids.map((id) => getSource(ctx.db, id));
    storeSlots(
      ctx,
      new Map(sources.map((source) => [source.id, countSlots(ctx, source, watch(source).slots)])),
    );
    if (spikeSensitivity === 'off') return follow(ctx, []);
    const judged = sources.flatMap(
      (source) => judge(ctx, source, watch(source), time, spikeSensitivity) ?? [],
    );
    follow(ctx, judged);
  };
}

/** Returns the clocks of a time zone, made anew only for another one: that takes longer than all the rest. */
function createTimeKeeper(): (zone: string | undefined) => LocalTime {
  let known: { readonly zone: string | undefined; readonly time: LocalTime } | null = null;
  return (zone) => {
    known = known && known.zone === zone ? known : { zone, time: createLocalTime(zone) };
    return known.time;
  };
}

function judge(
  { db }: SpikeContext,
  source: Source,
  { slots, baselines }: Watched,
  time: LocalTime,
  sensitivity: Exclude<SpikeSensitivity, 'off'>,
): Judged | null {
  const to = source.capturedThrough;
  if (to === null) return null;
  const from = to - SLOT_MS;
  const countOf = (slot: number) => slots.counts.get(slot);
  const baselineOf = (at: number) => {
    const hour = Math.floor(at / HOUR_MS) * HOUR_MS;
    const known = baselines.get(hour);
    if (known !== undefined) return known;
    const baseline = toBaseline(countOf, hour, time);
    for (const old of baselines.keys()) if (Math.abs(old - to) > FORGOTTEN_MS) baselines.delete(old);
    baselines.set(hour, baseline);
    return baseline;
  };
  const baseline = baselineOf(from);
  if (!baseline) return null;
  const posts = listPostRows(db, source.id, from, to).length;
  const verdict = judgeWindow(posts, baseline, () => toLevel(countOf, baselineOf, to), sensitivity);
  return { source, from, to, posts, usual: baseline.usual, verdict };
}

/** Baselines further away than this are not asked for again. */
const FORGOTTEN_MS = 4 * HOUR_MS;
/** News is at most this old: a source that could not be read for longer says nothing about now. */
const NEWS_MS = 10 * MINUTE_MS;

/** Begins, prolongs or ends the spike: one at a time for all sources, because one incident shows in several of them. */
function follow(ctx: SpikeContext, judged: readonly Judged[]): void {
  const now = ctx.clock.now();
  const open = getOpenSpike(ctx.db);
  const rank = { high: 2, raised: 1, calm: 0 } as const;
  const [first] = judged
    .filter(({ to }) => now - to <= NEWS_MS)
    .toSorted((a, b) => rank[b.verdict] - rank[a.verdict] || b.posts - a.posts);
  if (!first) return;
  const step = toSpikeStep(first.verdict, open?.lastHighAt ?? null, first.to);
  if (step === 'none') return;
  if (step === 'begin') begin(ctx, first);
  if (!open) return;
  if (step === 'end') endSpike(ctx.db, open.id, first.to);
  else {
    prolongSpike(ctx.db, open.id, first.to);
    const own = judged.find(({ source }) => source.id === open.sourceId);
    if (own && own.posts > open.posts) raiseSpike(ctx.db, open.id, toFigures(ctx, own));
    else return;
  }
  ctx.emit({ name: 'spikes.changed', params: {} });
}

function begin(ctx: SpikeContext, judged: Judged): void {
  const figures = toFigures(ctx, judged);
  const id = ctx.newId();
  insertSpike(ctx.db, { id, sourceId: judged.source.id, at: judged.to }, figures);
  ctx.emit({ name: 'spikes.changed', params: {} });
  ctx.emit({ name: 'listening.spike', params: { id, posts: figures.posts, usual: figures.usual } });
}

function toFigures({ db }: SpikeContext, { source, from, to, posts, usual }: Judged): SpikeFigures {
  return { posts, usual, ...toSpikeReasons(listSpikePosts(db, source.id, from, to)) };
}
