import { ok } from '#shared/result.ts';
import { reportCosts } from '../budget/reportCosts.ts';
import type { Handlers } from './handlers.ts';

/** Figures about the work. */
export const reportHandlers = {
  'reports.costs': (ctx, { from, to }) => ok(reportCosts(ctx, from, to)),
} satisfies Partial<Handlers>;
