import { accountHandlers } from './account.ts';
import { activityHandlers } from './activities.ts';
import { approvalHandlers } from './approvals.ts';
import { archiveHandlers } from './archive.ts';
import { backupHandlers } from './backups.ts';
import { beginHandlers } from './begin.ts';
import { budgetHandlers } from './budget.ts';
import { bulkHandlers } from './bulk.ts';
import { captureHandlers } from './capture.ts';
import { conversationHandlers } from './conversations.ts';
import { crisisHandlers } from './crisis.ts';
import { draftHandlers } from './drafts.ts';
import { guardHandlers } from './guards.ts';
import type { Handlers } from './handlers.ts';
import { handoverHandlers } from './handover.ts';
import { libraryHandlers } from './library.ts';
import { listeningHandlers } from './listening.ts';
import { macroHandlers } from './macros.ts';
import { mediaHandlers } from './media.ts';
import { messageHandlers } from './messages.ts';
import { networkHandlers } from './network.ts';
import { noteHandlers } from './notes.ts';
import { outboxHandlers } from './outbox.ts';
import { pastSearchHandlers } from './pastSearches.ts';
import { peopleHandlers } from './people.ts';
import { replyHandlers } from './replies.ts';
import { reportHandlers } from './reports.ts';
import { retentionHandlers } from './retention.ts';
import { ruleHandlers } from './rules.ts';
import { searchHandlers } from './search.ts';
import { serviceLevelsHandlers } from './serviceLevels.ts';
import { settingsHandlers } from './settings.ts';
import { surveyHandlers } from './surveys.ts';
import { systemHandlers } from './system.ts';
import { tagHandlers } from './tags.ts';
import { viewHandlers } from './views.ts';
import { weeklyReportHandlers } from './weeklyReport.ts';

/** The handler of every method of the contract. */
export const handlers: Handlers = {
  ...systemHandlers,
  ...accountHandlers,
  ...captureHandlers,
  ...archiveHandlers,
  ...beginHandlers,
  ...budgetHandlers,
  ...networkHandlers,
  ...reportHandlers,
  ...weeklyReportHandlers,
  ...conversationHandlers,
  ...tagHandlers,
  ...noteHandlers,
  ...pastSearchHandlers,
  ...viewHandlers,
  ...backupHandlers,
  ...retentionHandlers,
  ...activityHandlers,
  ...bulkHandlers,
  ...guardHandlers,
  ...libraryHandlers,
  ...replyHandlers,
  ...outboxHandlers,
  ...approvalHandlers,
  ...handoverHandlers,
  ...macroHandlers,
  ...crisisHandlers,
  ...ruleHandlers,
  ...surveyHandlers,
  ...draftHandlers,
  ...mediaHandlers,
  ...messageHandlers,
  ...listeningHandlers,
  ...peopleHandlers,
  ...searchHandlers,
  ...serviceLevelsHandlers,
  ...settingsHandlers,
};
