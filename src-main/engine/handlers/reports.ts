import { ok } from '#shared/result.ts';
import { reportCosts } from '../budget/reportCosts.ts';
import { reportHandovers } from '../handover/reportHandovers.ts';
import { exportWork } from '../reports/exportWork.ts';
import { groupWork } from '../reports/groupWork.ts';
import { listWork } from '../reports/listWork.ts';
import { reportWork } from '../reports/reportWork.ts';
import { countGuards } from '../store/guardActivities.ts';
import { countRefusals } from '../store/surveyComments.ts';
import { exportReport } from '../surveys/exportReport.ts';
import { exportResponses } from '../surveys/exportResponses.ts';
import { listSurveyComments } from '../surveys/figures/listSurveyComments.ts';
import { reportSurveys } from '../surveys/figures/reportSurveys.ts';
import type { Handlers } from './handlers.ts';

/** Figures about the work. */
export const reportHandlers = {
  'reports.guards': ({ db }, { from, to }) => ok({ items: countGuards(db, from, to) }),
  'reports.costs': (ctx, { from, to }) => ok(reportCosts(ctx, from, to)),

  'reports.handovers': ({ db }, { from, to }) => ok(reportHandovers(db, from, to)),

  'reports.work': reportWork,
  'reports.workGroups': groupWork,
  'reports.workConversations': listWork,
  'reports.exportWork': exportWork,
  'reports.surveys': reportSurveys,
  'reports.exportSurveys': exportReport,
  'reports.exportResponses': async (ctx, asked) => ok({ content: await exportResponses(ctx, asked) }),
  'reports.surveyComments': listSurveyComments,
  'reports.surveysWhyNot': ({ db }, { from, to }) => ok(countRefusals(db, from, to)),
} satisfies Partial<Handlers>;
