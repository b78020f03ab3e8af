import { enAccount } from './enAccount.ts';
import { enApproval } from './enApproval.ts';
import { enArchive } from './enArchive.ts';
import { enAttaching } from './enAttaching.ts';
import { enBackups } from './enBackups.ts';
import { enBegin } from './enBegin.ts';
import { enBulk } from './enBulk.ts';
import { enConnect } from './enConnect.ts';
import { enConversation } from './enConversation.ts';
import { enCosts } from './enCosts.ts';
import { enCrisis } from './enCrisis.ts';
import { enDesktop } from './enDesktop.ts';
import { enEmoji } from './enEmoji.ts';
import { enErasing } from './enErasing.ts';
import { enErrors } from './enErrors.ts';
import { enGuards } from './enGuards.ts';
import { enHandover } from './enHandover.ts';
import { enHours } from './enHours.ts';
import { enImporting } from './enImporting.ts';
import { enLibrary } from './enLibrary.ts';
import { enListening } from './enListening.ts';
import { enMacros } from './enMacros.ts';
import { enMenus } from './enMenus.ts';
import { enNetwork } from './enNetwork.ts';
import { enProposals } from './enProposals.ts';
import { enReading } from './enReading.ts';
import { enReplies } from './enReplies.ts';
import { enReports } from './enReports.ts';
import { enRetention } from './enRetention.ts';
import { enReview } from './enReview.ts';
import { enRules } from './enRules.ts';
import { enSearch } from './enSearch.ts';
import { enServiceLevels } from './enServiceLevels.ts';
import { enSettings } from './enSettings.ts';
import { enSpelling } from './enSpelling.ts';
import { enSurveySettings } from './enSurveySettings.ts';
import { enSurveys } from './enSurveys.ts';
import { enTable } from './enTable.ts';
import { enTeam } from './enTeam.ts';
import { enViews } from './enViews.ts';
import { enWeeklyReport } from './enWeeklyReport.ts';
import { enWindow } from './enWindow.ts';
import { enWorkReport } from './enWorkReport.ts';

/** The English catalogue; it defines the keys that every other language must have. */
export const en = {
  views: {
    queue: 'Queue',
    mine: 'Mine',
    toApprove: 'To approve',
    drafts: 'Drafts',
    open: 'Open',
    pending: 'Waiting for them',
    snoozed: 'Snoozed',
    resolved: 'Resolved',
    all: 'All',
  },
  channel: {
    public: 'Public',
    dm: 'Private',
    publicHint: 'Visible to everyone on X',
    dmHint: 'Visible only to the two of you',
  },
  priority: { label: 'Priority', urgent: 'Urgent', high: 'High', normal: 'Normal', low: 'Low' },
  status: { new: 'New', open: 'Open', pending: 'Waiting for them', resolved: 'Resolved' },
  /** Units of time: short, but never a bare “m”, which could be a metre or a month. */
  time: {
    second: '{{value}} s',
    minute: '{{value}} min',
    hour: '{{value}} h',
    day: '{{value}} d',
    now: 'now',
    justNow: 'just now',
    ago: '{{time}} ago',
    ahead: 'in {{time}}',
  },
  /** A name with its value, such as “Status: Open”. */
  ambiguousNumber: 'Is that {{decimal}} or {{grouped}}?',
  savedAs: 'Saved as {{name}}',
  labelled: '{{label}}: {{value}}',
  ...enAccount,
  ...enApproval,
  ...enArchive,
  ...enErasing,
  ...enRetention,
  ...enServiceLevels,
  ...enTable,
  ...enBegin,
  ...enBulk,
  ...enConnect,
  ...enConversation,
  ...enCosts,
  ...enCrisis,
  ...enDesktop,
  ...enAttaching,
  ...enEmoji,
  ...enGuards,
  ...enHandover,
  ...enHours,
  ...enImporting,
  ...enLibrary,
  ...enListening,
  ...enNetwork,
  ...enProposals,
  ...enReading,
  ...enReplies,
  ...enMacros,
  ...enRules,
  ...enMenus,
  ...enReview,
  ...enSearch,
  ...enBackups,
  ...enSettings,
  ...enSpelling,
  ...enSurveys,
  ...enSurveySettings,
  ...enReports,
  ...enWorkReport,
  ...enWeeklyReport,
  ...enTeam,
  ...enViews,
  ...enWindow,
  errors: enErrors,
} as const;
