import { createCountedTime } from '#shared/domain/officeCalendar.ts';
import { toTargetMinutes } from '#shared/domain/serviceLevel.ts';
import { MINUTE_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { countOverdue, type DueSoon, listDueSoon, setWarned } from '../store/dueWarnings.ts';
import { isCrisisOn } from '../store/incidents.ts';
import type { Db } from '../store/open.ts';
import { type DueSettings, getDueSettings } from '../store/serviceLevels.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'emit'>;

/** After a longer time without a check, Perch was closed or the computer slept. */
const GAP_MS = 2 * MINUTE_MS;

/**
 * Returns a check, to be repeated, of what the current agent or nobody has and is about to miss its target. It emits
 * `conversations.dueSoon` once for each target: `dueWarningMinutes` of office time before, or half of the target if that is less. What
 * became overdue while nothing was checked is not warned about: `conversations.overdue` counts it, at the first check everything that is
 * overdue. Nothing is emitted in crisis mode, nor where warnings are off.
 */
export function createDueWarnings({ db, clock, emit }: Context): () => void {
  let checkedAt: number | null = null;
  return () => {
    const now = clock.now();
    const last = checkedAt;
    checkedAt = now;
    const { dueWarningMinutes } = getSettings(db);
    if (dueWarningMinutes === 0 || isCrisisOn(db)) return;
    const agent = getCurrentAgent(db).id;
    const overdue =
      last === null || now - last > GAP_MS ? countOverdue(db, { agent, after: last ?? 0, until: now }) : 0;
    if (overdue > 0) emit({ name: 'conversations.overdue', params: { count: overdue } });
    const ids = takeDueSoon(db, { agent, now, leadMs: dueWarningMinutes * MINUTE_MS });
    if (ids.length > 0) emit({ name: 'conversations.dueSoon', params: { ids } });
  };
}

interface Check {
  readonly agent: string;
  readonly now: number;
  /** How long before, in office time. */
  readonly leadMs: number;
}

/** The conversations to warn about now, each once for a target. */
function takeDueSoon(db: Db, { agent, now, leadMs }: Check): string[] {
  return inTransaction(db, () => {
    const settings = getDueSettings(db);
    const { addOpenTime, openTimeBetween } = createCountedTime(settings.officeHours);
    if (openTimeBetween(now, now + MINUTE_MS) === 0) return [];
    const isSoon = (due: DueSoon) =>
      due.dueAt <= addOpenTime(now, Math.min(leadMs, toTargetMs(settings, due) / 2));
    const near = listDueSoon(db, { agent, after: now, until: addOpenTime(now, leadMs) }).filter(isSoon);
    const ids = near.map(({ id }) => id);
    setWarned(db, ids);
    return ids;
  });
}

function toTargetMs({ levels, standard }: DueSettings, { reply, levelId }: DueSoon): number {
  const level = levels.find(({ id }) => id === levelId);
  return toTargetMinutes(level?.targets ?? standard, reply) * MINUTE_MS;
}
