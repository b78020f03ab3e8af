import { type DueReport, findReportWeek } from '#shared/domain/weeklyReport.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import type { WeeklyReport } from '../context/services.ts';
import { getStoreError } from '../store/storeHealth.ts';
import { getWeeklyReportSettings, getWeeklyRuns, type WeeklyRuns } from '../store/weeklyReports.ts';
import { getOfficeTime } from '../surveys/figures/localPeriods.ts';

/** Not at once: what X has of the time in which Perch was closed belongs in the report of that time. */
const FIRST_CHECK_MS = 2 * MINUTE_MS;
const RETRY_MS = HOUR_MS;

/** A `WeeklyReport` that also begins and ends. */
export interface WeeklyReportService extends WeeklyReport {
  readonly start: () => void;
  readonly stop: () => void;
}

type Context = Pick<EngineContext, 'db' | 'clock' | 'account' | 'emit'>;

/** Says when the report of a week is due. A week that passed while Perch was closed is due after the start, of several the last one. */
export function createWeeklyReport(ctx: Context): WeeklyReportService {
  const { clock, emit } = ctx;
  const startedAt = clock.now();
  let due: DueReport | null = null;
  let cancel = () => {};
  const check = () => {
    const before = due;
    due = findDue(ctx, startedAt);
    // Again while it is due: whoever should have written it may be gone.
    if (due !== null || before !== null) emit({ name: 'weeklyReport.changed', params: {} });
  };
  const tick = () => {
    check();
    cancel = clock.after(MINUTE_MS, tick);
  };
  return {
    getDue: () => due,
    check,
    start: () => {
      cancel = clock.after(FIRST_CHECK_MS, tick);
    },
    stop: () => cancel(),
  };
}

function findDue({ db, clock, account }: Context, startedAt: number): DueReport | null {
  const { folder, ...schedule } = getWeeklyReportSettings(db);
  const handle = account()?.handle;
  if (folder === null || handle === undefined || getStoreError(db)) return null;
  const now = clock.now();
  const found = findReportWeek(getOfficeTime(db), now, schedule);
  const { written, failure } = getWeeklyRuns(db);
  if (written?.folder === folder && isCovered(found.week, written, now)) return null;
  if (failure && failure.at >= startedAt && failure.at <= now && now < failure.at + RETRY_MS) return null;
  return { ...found, name: `perch-work-${handle}-${found.week}` };
}

/**
 * Whether a week needs no report after the last one that was written. A clock that is set back does not make earlier weeks due, but one
 * that was far ahead must not end all reports until then.
 */
const isCovered = (week: string, { week: last, at }: NonNullable<WeeklyRuns['written']>, now: number) =>
  week === last || (week < last && at - now < 7 * DAY_MS);
