import type { Catalogue } from './catalogue.ts';
import { nlAccount } from './nlAccount.ts';
import { nlApproval } from './nlApproval.ts';
import { nlArchive } from './nlArchive.ts';
import { nlAttaching } from './nlAttaching.ts';
import { nlBackups } from './nlBackups.ts';
import { nlBegin } from './nlBegin.ts';
import { nlBulk } from './nlBulk.ts';
import { nlConnect } from './nlConnect.ts';
import { nlConversation } from './nlConversation.ts';
import { nlCosts } from './nlCosts.ts';
import { nlCrisis } from './nlCrisis.ts';
import { nlDesktop } from './nlDesktop.ts';
import { nlEmoji } from './nlEmoji.ts';
import { nlErasing } from './nlErasing.ts';
import { nlErrors } from './nlErrors.ts';
import { nlGuards } from './nlGuards.ts';
import { nlHandover } from './nlHandover.ts';
import { nlHours } from './nlHours.ts';
import { nlImporting } from './nlImporting.ts';
import { nlLibrary } from './nlLibrary.ts';
import { nlListening } from './nlListening.ts';
import { nlMacros } from './nlMacros.ts';
import { nlMenus } from './nlMenus.ts';
import { nlNetwork } from './nlNetwork.ts';
import { nlProposals } from './nlProposals.ts';
import { nlReading } from './nlReading.ts';
import { nlReplies } from './nlReplies.ts';
import { nlReports } from './nlReports.ts';
import { nlRetention } from './nlRetention.ts';
import { nlReview } from './nlReview.ts';
import { nlRules } from './nlRules.ts';
import { nlSearch } from './nlSearch.ts';
import { nlServiceLevels } from './nlServiceLevels.ts';
import { nlSettings } from './nlSettings.ts';
import { nlSpelling } from './nlSpelling.ts';
import { nlSurveySettings } from './nlSurveySettings.ts';
import { nlSurveys } from './nlSurveys.ts';
import { nlTable } from './nlTable.ts';
import { nlTeam } from './nlTeam.ts';
import { nlViews } from './nlViews.ts';
import { nlWeeklyReport } from './nlWeeklyReport.ts';
import { nlWindow } from './nlWindow.ts';
import { nlWorkReport } from './nlWorkReport.ts';

/** The Dutch catalogue. */
export const nl: Catalogue = {
  ...nlAccount,
  ...nlApproval,
  ...nlArchive,
  ...nlErasing,
  ...nlRetention,
  ...nlServiceLevels,
  ...nlTable,
  ...nlBegin,
  ...nlBulk,
  ...nlConnect,
  ...nlConversation,
  ...nlCosts,
  ...nlCrisis,
  ...nlDesktop,
  ...nlAttaching,
  ...nlEmoji,
  ...nlGuards,
  ...nlHandover,
  ...nlHours,
  ...nlImporting,
  ...nlLibrary,
  ...nlListening,
  ...nlNetwork,
  ...nlProposals,
  ...nlReading,
  ...nlReplies,
  ...nlMacros,
  ...nlRules,
  ...nlMenus,
  ...nlReview,
  ...nlSearch,
  ...nlBackups,
  ...nlSettings,
  ...nlSpelling,
  ...nlSurveys,
  ...nlSurveySettings,
  ...nlReports,
  ...nlWorkReport,
  ...nlWeeklyReport,
  ...nlTeam,
  ...nlViews,
  ...nlWindow,
  views: {
    queue: 'Wachtrij',
    mine: 'Van mij',
    toApprove: 'Goed te keuren',
    drafts: 'Concepten',
    open: 'Open',
    pending: 'Wacht op klant',
    snoozed: 'Uitgesteld',
    resolved: 'Afgerond',
    all: 'Alles',
  },
  channel: {
    public: 'Openbaar',
    dm: 'Privé',
    publicHint: 'Zichtbaar voor iedereen op X',
    dmHint: 'Alleen zichtbaar voor jullie twee',
  },
  priority: { label: 'Prioriteit', urgent: 'Urgent', high: 'Hoog', normal: 'Normaal', low: 'Laag' },
  status: { new: 'Nieuw', open: 'Open', pending: 'Wacht op klant', resolved: 'Afgerond' },
  time: {
    second: '{{value}} s',
    minute: '{{value}} min',
    hour: '{{value}} u',
    day: '{{value}} d',
    now: 'nu',
    justNow: 'zojuist',
    ago: '{{time}} geleden',
    ahead: 'over {{time}}',
  },
  ambiguousNumber: 'Is dat {{decimal}} of {{grouped}}?',
  savedAs: 'Opgeslagen als {{name}}',
  labelled: '{{label}}: {{value}}',
  errors: nlErrors,
};
