import { initial } from './0001-initial.ts';
import { ledgers } from './0002-ledgers.ts';
import { readings } from './0003-readings.ts';
import { captureSpeed } from './0004-capture-speed.ts';
import { forgetting } from './0005-forgetting.ts';
import { outboxStatus } from './0006-outbox-status.ts';
import { attachments } from './0007-attachments.ts';
import { postVersions } from './0008-post-versions.ts';
import { agents } from './0009-agents.ts';
import { dmMedia } from './0010-dm-media.ts';
import { searchFolding } from './0011-search-folding.ts';
import { handles } from './0012-handles.ts';
import { quoteCounts } from './0013-quote-counts.ts';
import { renamedAgents } from './0014-renamed-agents.ts';
import { captureClock } from './0015-capture-clock.ts';
import { undo } from './0016-undo.ts';
import { tagsAndNotes } from './0017-tags-and-notes.ts';
import { officeHours } from './0018-office-hours.ts';
import { bulk } from './0019-bulk.ts';
import { views } from './0020-views.ts';
import { deletionChecks } from './0021-deletion-checks.ts';
import { moderation } from './0022-moderation.ts';
import { followUp } from './0023-follow-up.ts';
import { readHits } from './0024-read-hits.ts';
import { library } from './0025-library.ts';
import { replyFiles } from './0026-reply-files.ts';
import { libraryOrder } from './0027-library-order.ts';
import { handovers } from './0028-handovers.ts';
import { threads } from './0029-threads.ts';
import { exchanges } from './0030-exchanges.ts';
import { initials } from './0031-initials.ts';
import { surveys } from './0032-surveys.ts';
import { mentions } from './0033-mentions.ts';
import { approvals } from './0034-approvals.ts';
import { surveyResponses } from './0035-survey-responses.ts';
import { exchangePages } from './0036-exchange-pages.ts';
import { surveyGroups } from './0037-survey-groups.ts';
import { surveyRule } from './0038-survey-rule.ts';
import { ingestSpeed } from './0039-ingest-speed.ts';
import { lateQuestions } from './0040-late-questions.ts';
import { listRows } from './0041-list-rows.ts';
import { pastSearches } from './0042-past-searches.ts';
import { archiveImports } from './0043-archive-imports.ts';
import { indexingInRounds } from './0044-indexing-in-rounds.ts';
import { importedMessages } from './0045-imported-messages.ts';
import { erasures } from './0046-erasures.ts';
import { peopleIndex } from './0047-people-index.ts';
import { vips } from './0048-vips.ts';
import { groupMessages } from './0049-group-messages.ts';
import { rules } from './0050-rules.ts';
import { networkContacts } from './0051-network-contacts.ts';
import { spikes } from './0052-spikes.ts';
import { serviceLevels } from './0053-service-levels.ts';
import { blockedAuthors } from './0054-blocked-authors.ts';
import { incidents } from './0055-incidents.ts';
import { incidentReplies } from './0056-incident-replies.ts';
import { erasingInSlices } from './0057-erasing-in-slices.ts';
import { timedRules } from './0058-timed-rules.ts';
import { priorities } from './0059-priorities.ts';
import { dueWarnings } from './0060-due-warnings.ts';
import { waitingImports } from './0061-waiting-imports.ts';
import { rulesOfPosts } from './0062-rules-of-posts.ts';
import { replyUses } from './0063-reply-uses.ts';
import { indexParts } from './0064-index-parts.ts';
import { groupNames } from './0065-group-names.ts';

/** One step from the schema of the previous version to this one. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
  /** It changes statements in sqlite_schema, from which SQLite otherwise protects itself. */
  readonly rewritesSchema?: boolean;
}

/** All steps in order. A released step never changes what it does; new ones are appended. */
export const migrations: readonly Migration[] = [
  initial,
  ledgers,
  readings,
  captureSpeed,
  forgetting,
  outboxStatus,
  attachments,
  postVersions,
  agents,
  dmMedia,
  searchFolding,
  handles,
  quoteCounts,
  renamedAgents,
  captureClock,
  undo,
  tagsAndNotes,
  officeHours,
  bulk,
  views,
  deletionChecks,
  moderation,
  followUp,
  readHits,
  library,
  replyFiles,
  libraryOrder,
  handovers,
  threads,
  exchanges,
  initials,
  surveys,
  mentions,
  approvals,
  surveyResponses,
  exchangePages,
  surveyGroups,
  surveyRule,
  ingestSpeed,
  lateQuestions,
  listRows,
  pastSearches,
  archiveImports,
  indexingInRounds,
  importedMessages,
  erasures,
  peopleIndex,
  vips,
  groupMessages,
  rules,
  networkContacts,
  spikes,
  serviceLevels,
  blockedAuthors,
  incidents,
  incidentReplies,
  erasingInSlices,
  timedRules,
  priorities,
  dueWarnings,
  waitingImports,
  rulesOfPosts,
  replyUses,
  indexParts,
  groupNames,
];

/** The version of the schema after all steps. */
export const newestVersion: number = Math.max(...migrations.map(({ version }) => version));
