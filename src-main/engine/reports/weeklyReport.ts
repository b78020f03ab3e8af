import { type DueReport, findReportWeek } from '#shared/domain/weeklyReport.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import type { WeeklyReport } from '../context/services.ts';
import { getStoreError } from '../store/storeHealth.ts';
import { getWeeklyReportSettings, getWeeklyRuns, type WeeklyRuns } from '../store/weeklyReports.ts';
import { getOfficeTime } from '../surveys/figures/localPeriods.ts';

const RETRY_MS = HOUR_MS;

type Context = Pick<EngineContext, 'db' | 'clock' | 'account' | 'emit'>;

/** Says when the report of a week is due, found out by each `check`. A week that passed while Perch was closed is due at the first, of several the last one. */
export function createWeeklyReport(ctx: Context): WeeklyReport {
  const { clock, emit } = ctx;
  const startedAt = clock.now();
  let due: DueReport | null = null;
  const check = () => {
    const before = due;
    due = findDue(ctx, startedAt);
    // Again while it is due: whoever should have written it may be gone.
    if (due !== null || before !== null) emit({ name: 'weeklyReport.changed', params: {} });
  };
  return { getDue: () => due, check };
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
