import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import type { EngineContext } from '../context/context.ts';
import {
  getWeeklyReportSettings,
  getWeeklyRuns,
  putWeeklyReportSettings,
  putWeeklyRuns,
} from '../store/weeklyReports.ts';
import type { Handlers } from './handlers.ts';

/** The report on the work of each week, written into a folder by itself. */
export const weeklyReportHandlers = {
  'weeklyReport.get': (ctx) => ok(getWeeklyReport(ctx)),

  'weeklyReport.set': (ctx, changed) => {
    const given = withoutUndefined(changed);
    const error = typeof given.folder === 'string' ? findFolderError(given.folder) : null;
    if (error) return err(error);
    putWeeklyReportSettings(ctx.db, given);
    return ok(checkAgain(ctx));
  },

  'weeklyReport.retry': (ctx) => ok(checkAgain(ctx)),

  'weeklyReport.settle': (ctx, { week, outcome }) => {
    const { folder } = getWeeklyReportSettings(ctx.db);
    if (ctx.services.weeklyReport.getDue()?.week !== week || folder === null) return ok(getWeeklyReport(ctx));
    const at = ctx.clock.now();
    if ('error' in outcome) putWeeklyRuns(ctx.db, { failure: { week, at, error: outcome.error } });
    else putWeeklyRuns(ctx.db, { written: { week, at, name: outcome.name, folder }, failure: null });
    ctx.services.weeklyReport.check();
    return ok(getWeeklyReport(ctx));
  },
} satisfies Partial<Handlers>;

/** Tries at once what went wrong, since the remedy may be there. */
function checkAgain(ctx: EngineContext): EngineOutput<'weeklyReport.get'> {
  putWeeklyRuns(ctx.db, { failure: null });
  ctx.services.weeklyReport.check();
  ctx.emit({ name: 'weeklyReport.changed', params: {} });
  return getWeeklyReport(ctx);
}

function getWeeklyReport({ db, services }: EngineContext): EngineOutput<'weeklyReport.get'> {
  const settings = getWeeklyReportSettings(db);
  const { written, failure } = getWeeklyRuns(db);
  const isThere = written !== null && written.folder === settings.folder;
  return {
    ...settings,
    due: services.weeklyReport.getDue(),
    written: isThere ? { week: written.week, at: written.at, name: written.name } : null,
    failure: settings.folder === null ? null : failure,
  };
}

function findFolderError(folder: string): AppError | null {
  if (!isAbsolute(folder)) return { code: 'invalid', path: 'folder', reason: 'notAbsolute' };
  try {
    if (statSync(folder).isDirectory()) return null;
    return { code: 'fileNotSaved', file: folder, detail: 'not a folder' };
  } catch (cause) {
    return { code: 'fileNotSaved', file: folder, detail: toErrorMessage(cause) };
  }
}
