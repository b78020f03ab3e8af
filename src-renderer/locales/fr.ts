import type { Catalogue } from './catalogue.ts';
import { frAccount } from './frAccount.ts';
import { frApproval } from './frApproval.ts';
import { frArchive } from './frArchive.ts';
import { frAttaching } from './frAttaching.ts';
import { frBackups } from './frBackups.ts';
import { frBegin } from './frBegin.ts';
import { frBulk } from './frBulk.ts';
import { frConnect } from './frConnect.ts';
import { frConversation } from './frConversation.ts';
import { frCosts } from './frCosts.ts';
import { frCrisis } from './frCrisis.ts';
import { frDesktop } from './frDesktop.ts';
import { frEmoji } from './frEmoji.ts';
import { frErasing } from './frErasing.ts';
import { frErrors } from './frErrors.ts';
import { withFrenchSpaces } from './frenchSpaces.ts';
import { frGuards } from './frGuards.ts';
import { frHandover } from './frHandover.ts';
import { frHours } from './frHours.ts';
import { frImporting } from './frImporting.ts';
import { frLibrary } from './frLibrary.ts';
import { frListening } from './frListening.ts';
import { frMacros } from './frMacros.ts';
import { frMenus } from './frMenus.ts';
import { frNetwork } from './frNetwork.ts';
import { frProposals } from './frProposals.ts';
import { frReading } from './frReading.ts';
import { frReplies } from './frReplies.ts';
import { frReports } from './frReports.ts';
import { frRetention } from './frRetention.ts';
import { frReview } from './frReview.ts';
import { frRules } from './frRules.ts';
import { frSearch } from './frSearch.ts';
import { frServiceLevels } from './frServiceLevels.ts';
import { frSettings } from './frSettings.ts';
import { frSpelling } from './frSpelling.ts';
import { frSurveySettings } from './frSurveySettings.ts';
import { frSurveys } from './frSurveys.ts';
import { frTable } from './frTable.ts';
import { frTeam } from './frTeam.ts';
import { frViews } from './frViews.ts';
import { frWeeklyReport } from './frWeeklyReport.ts';
import { frWindow } from './frWindow.ts';
import { frWorkReport } from './frWorkReport.ts';

/** The French catalogue. */
export const fr: Catalogue = withFrenchSpaces({
  ...frAccount,
  ...frApproval,
  ...frArchive,
  ...frErasing,
  ...frRetention,
  ...frServiceLevels,
  ...frTable,
  ...frBegin,
  ...frBulk,
  ...frConnect,
  ...frConversation,
  ...frCosts,
  ...frCrisis,
  ...frDesktop,
  ...frAttaching,
  ...frEmoji,
  ...frGuards,
  ...frHandover,
  ...frHours,
  ...frImporting,
  ...frLibrary,
  ...frListening,
  ...frNetwork,
  ...frProposals,
  ...frReading,
  ...frReplies,
  ...frMacros,
  ...frRules,
  ...frMenus,
  ...frReview,
  ...frSearch,
  ...frBackups,
  ...frSettings,
  ...frSpelling,
  ...frSurveys,
  ...frSurveySettings,
  ...frReports,
  ...frWorkReport,
  ...frWeeklyReport,
  ...frTeam,
  ...frViews,
  ...frWindow,
  views: {
    queue: 'À traiter',
    mine: 'Les miennes',
    toApprove: 'À approuver',
    drafts: 'Brouillons',
    open: 'Ouvertes',
    pending: 'Attente du client',
    snoozed: 'Reportées',
    resolved: 'Clôturées',
    all: 'Toutes',
  },
  channel: {
    public: 'Public',
    dm: 'Privé',
    publicHint: 'Visible par tout le monde sur X',
    dmHint: 'Visible par vous deux seulement',
  },
  priority: { label: 'Priorité', urgent: 'Urgente', high: 'Haute', normal: 'Normale', low: 'Basse' },
  status: { new: 'Nouvelle', open: 'Ouverte', pending: 'En attente du client', resolved: 'Clôturée' },
  time: {
    second: '{{value}} s',
    minute: '{{value}} min',
    hour: '{{value}} h',
    day: '{{value}} j',
    now: 'à l’instant',
    justNow: 'à l’instant',
    ago: 'il y a {{time}}',
    ahead: 'dans {{time}}',
  },
  ambiguousNumber: 'Est-ce {{decimal}} ou {{grouped}} ?',
  savedAs: 'Enregistré sous {{name}}',
  labelled: '{{label}} : {{value}}',
  errors: frErrors,
});
