import type { EngineContext } from '../context/context.ts';
import { getConnectedAt } from '../store/account.ts';
import { getBegin } from '../store/begin.ts';
import type { Db } from '../store/open.ts';
import { assignMessages, type UnthreadedMessage } from '../store/threading.ts';
import { type BatchTimes, type Beginnings, decideBatch, finishBatch, noteForRules } from './assignBatch.ts';
import { resolveUnbegun } from './earlierHistory.ts';
import { takeResponse } from './takeResponse.ts';
import { nothingThreaded, type Threaded } from './threaded.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId'>;

/** A span of time, `until` exclusive, whose messages never join a conversation that began after it. */
export interface Phase {
  readonly name: 'beforeBeginning' | 'beforeConnecting' | 'live';
  readonly from: number;
  readonly until: number;
  readonly times: BatchTimes;
}

export const getBeginnings = (db: Db): Beginnings => ({
  begunAt: getBegin(db).since ?? 0,
  connectedAt: getConnectedAt(db) ?? 0,
});

/** The phases in which messages are assigned, the oldest first. */
export function toPhases({ begunAt, connectedAt }: Beginnings): readonly Phase[] {
  const times = { begunAt, connectedAt };
  const latest = Number.MAX_SAFE_INTEGER;
  const liveFrom = Math.max(begunAt, connectedAt);
  return [
    { name: 'beforeBeginning', from: 0, until: begunAt, times: { begunAt: 0, connectedAt, before: begunAt } },
    { name: 'beforeConnecting', from: begunAt, until: connectedAt, times: { ...times, before: connectedAt } },
    { name: 'live', from: liveFrom, until: latest, times: { ...times, before: latest } },
  ];
}

/** What came of a part of a phase. */
interface Assigned {
  readonly threaded: Threaded;
  /** The conversations that turned out to be over before the connecting. */
  readonly over: ReadonlySet<string>;
  /** The conversation that more messages may follow, which is not in line with its messages yet; null if all are. */
  readonly unfinished: string | null;
}

interface PhaseOptions {
  /** Whether more messages of the phase follow. */
  readonly continues?: boolean;
  /** Whether rules look at what was written since the connecting. */
  readonly areNews?: boolean;
}

/** Assigns messages of a phase, in the order of time. */
export function assignPhase(
  ctx: Context,
  { name, until, times }: Phase,
  messages: readonly UnthreadedMessage[],
  { continues = false, areNews = false }: PhaseOptions = {},
): Assigned {
  if (messages.length === 0) return { threaded: nothingThreaded, over: new Set(), unfinished: null };
  const batch = decideBatch(ctx, messages, times, (message) => takeResponse(ctx, message), continues);
  const assignments = batch.assigned.map(({ message, conversationId }) => ({
    id: message.id,
    conversationId,
  }));
  assignMessages(ctx.db, assignments);
  if (areNews && name === 'live') noteForRules(ctx, batch);
  // Bringing a long conversation in line reads all of it. One that people may wait in is kept in line all the same.
  const unfinished = continues && name !== 'live' ? (assignments.at(-1)?.conversationId ?? null) : null;
  const { opened, wrote, changed } = finishBatch(ctx, batch, (id) => id === unfinished);
  const isOld = name === 'beforeBeginning';
  if (isOld) resolveUnbegun(ctx, without(changed, unfinished), until);
  const threaded = { opened: isOld ? [] : opened, wrote: name === 'live' ? wrote : [], changed };
  return { threaded, over: new Set(batch.over.keys()), unfinished };
}

const without = (ids: readonly string[], left: string | null) => ids.filter((id) => id !== left);
