import { ok } from '#shared/result.ts';
import { reportCosts } from '../budget/reportCosts.ts';
import { reportHandovers } from '../handover/reportHandovers.ts';
import type { Handlers } from './handlers.ts';

/** Figures about the work. */
export const reportHandlers = {
  'reports.costs': (ctx, { from, to }) => ok(reportCosts(ctx, from, to)),

  'reports.handovers': ({ db }, { from, to }) => ok(reportHandovers(db, from, to)),
} satisfies Partial<Handlers>;
