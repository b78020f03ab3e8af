import { z } from 'zod';
import type { MessageKind } from '#shared/domain/message.ts';
import { createCountedTime } from '#shared/domain/officeCalendar.ts';
import { addUnpausedTime, type Pause } from '#shared/domain/pausedTime.ts';
import {
  type DueReply,
  findServiceLevel,
  type LevelFacts,
  type ServiceLevel,
  toTargetMinutes,
} from '#shared/domain/serviceLevel.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { type DueTimes, listWaiting, setDueTimes, type Waiting } from '../store/dueTimes.ts';
import type { Db } from '../store/open.ts';
import { type DueSettings, getDueSettings, mapLevelFacts } from '../store/serviceLevels.ts';
import { deleteSetting, getSetting, putSetting } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { listKnownTagIds } from '../store/tags.ts';
import { isVip } from '../store/vips.ts';
import { toPauses } from './pauses.ts';

/** A conversation that waits for a reply. */
export interface Wait {
  /** Which target counts; null for one to something else than a message, which is due as the next reply is. */
  readonly reply: DueReply | null;
  /** Since when the clock runs. */
  readonly since: number;
  readonly pauses: readonly Pause[];
  readonly level: ServiceLevel | null;
}

/**
 * Returns a function to the due time of a wait: the target of its level later, counted in office hours and without pauses. It is late
 * when twice the target has passed, counted in the same way. All in epoch ms.
 */
export function createDueTimes({ standard, officeHours }: DueSettings): (wait: Wait) => DueTimes {
  const counted = createCountedTime(officeHours);
  return ({ reply, since, pauses, level }) => {
    const targetMs = toTargetMinutes((level ?? { targets: standard }).targets, reply ?? 'next') * MINUTE_MS;
    const add = (ms: number) => addUnpausedTime(counted, pauses, since, ms);
    return { dueAt: add(targetMs), lateAt: add(2 * targetMs), dueReply: reply, dueLevel: level?.id ?? null };
  };
}

/** Returns a function to the level of each of these conversations; where no level has conditions, nothing is read. */
export function createLevels(
  db: Db,
  { levels }: DueSettings,
  ids: readonly string[],
): (id: string) => ServiceLevel | null {
  if (levels.length === 0) return () => null;
  let known: ReadonlyMap<string, LevelFacts> | undefined;
  return (id) => {
    known ??= mapLevelFacts(db, ids);
    const facts = known.get(id);
    return facts ? findServiceLevel(levels, facts) : null;
  };
}

/** Returns a function to the due time of the first reply to somebody whose message opens a conversation. */
export function createFirstDueTimes(
  db: Db,
): (message: { readonly personId: string; readonly kind: MessageKind; readonly at: number }) => DueTimes {
  const settings = getDueSettings(db);
  const toDueTimes = createDueTimes(settings);
  const needsVip = settings.levels.some(({ conditions }) => conditions.isVip);
  return ({ personId, kind, at }) => {
    const channel = kind === 'dm' ? 'dm' : 'public';
    const facts = { channel, tagIds: [], isVip: needsVip && isVip(db, personId) } as const;
    return toDueTimes({
      reply: 'first',
      since: at,
      pauses: [],
      level: findServiceLevel(settings.levels, facts),
    });
  };
}

/** What the stored due times were counted with: a plain value of the table of settings, unknown to the contract. */
const BASIS = 'dueTimesBasis';

/** How far they are counted with another basis; beside it, while they are not all. */
const PROGRESS = 'dueTimesProgress';
const Progress = z.object({ basis: z.string(), waitingSince: z.number(), id: z.string() });

export interface DueTimesSlice {
  /** Whether all are counted. */
  readonly isLast: boolean;
  /** How many conversations got another due time. */
  readonly changed: number;
}

/** So many conversations are counted at once. */
const SLICE = 200;

/**
 * Counts due times anew if what they follow from has changed since: the service levels, the office hours, the tags that levels name, the
 * time zone of the computer, or what is known about time zones. Counts a slice, those who wait longest first; the next call goes on,
 * also in another process. Call it after a change of these, and after the start.
 */
export function updateDueTimes(db: Db): DueTimesSlice {
  const settings = getDueSettings(db);
  const basis = toBasis(db, settings);
  if (getSetting(db, BASIS) === basis) return { isLast: true, changed: 0 };
  return inTransaction(db, () => {
    const known = Progress.safeParse(getSetting(db, PROGRESS)).data;
    const slice = listWaiting(db, SLICE, known?.basis === basis ? known : undefined);
    const changed = countAnew(db, settings, slice);
    setDueTimes(db, changed);
    const last = slice.at(-1);
    if (last !== undefined && slice.length === SLICE) {
      putSetting(db, PROGRESS, { basis, waitingSince: last.waitingSince, id: last.id });
      return { isLast: false, changed: changed.length };
    }
    deleteSetting(db, PROGRESS);
    putSetting(db, BASIS, basis);
    return { isLast: true, changed: changed.length };
  });
}

/** Those of them whose due times are others now. */
function countAnew(db: Db, settings: DueSettings, waiting: readonly Waiting[]) {
  const toDueTimes = createDueTimes(settings);
  const ids = waiting.map(({ id }) => id);
  const levelOf = createLevels(db, settings, ids);
  return waiting.flatMap(({ id, waitingSince, openedAt, pauses, dueReply: reply, ...stored }) => {
    const since = reply === 'first' ? openedAt : waitingSince;
    const due = toDueTimes({ reply, since, pauses: toPauses(pauses), level: levelOf(id) });
    const isSame =
      due.dueAt === stored.dueAt && due.lateAt === stored.lateAt && due.dueLevel === stored.dueLevel;
    return isSame ? [] : [{ id, ...due }];
  });
}

function toBasis(db: Db, { levels, standard, officeHours }: DueSettings): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const named = levels.flatMap(({ conditions }) => conditions.tagIds ?? []);
  const tags = named.length === 0 ? [] : listKnownTagIds(db, named).toSorted();
  return JSON.stringify([levels, standard, officeHours, tags, timeZone, process.versions.tz ?? null]);
}
