import type { z } from 'zod';
import { accountMethods } from './methods/account.ts';
import { activitiesMethods } from './methods/activities.ts';
import { approvalsMethods } from './methods/approvals.ts';
import { archiveMethods } from './methods/archive.ts';
import { backupsMethods } from './methods/backups.ts';
import { beginMethods } from './methods/begin.ts';
import { budgetMethods } from './methods/budget.ts';
import { bulkMethods } from './methods/bulk.ts';
import { captureMethods } from './methods/capture.ts';
import { conversationsMethods } from './methods/conversations.ts';
import { crisisMethods } from './methods/crisis.ts';
import { draftsMethods } from './methods/drafts.ts';
import { guardsMethods } from './methods/guards.ts';
import { handoverMethods } from './methods/handover.ts';
import { libraryMethods } from './methods/library.ts';
import { listeningMethods } from './methods/listening.ts';
import { macrosMethods } from './methods/macros.ts';
import { mediaMethods } from './methods/media.ts';
import { messagesMethods } from './methods/messages.ts';
import { networkMethods } from './methods/network.ts';
import { notesMethods } from './methods/notes.ts';
import { outboxMethods } from './methods/outbox.ts';
import { pastSearchesMethods } from './methods/pastSearches.ts';
import { peopleMethods } from './methods/people.ts';
import { repliesMethods } from './methods/replies.ts';
import { reportsMethods } from './methods/reports.ts';
import { retentionMethods } from './methods/retention.ts';
import { rulesMethods } from './methods/rules.ts';
import { searchMethods } from './methods/search.ts';
import { serviceLevelsMethods } from './methods/serviceLevels.ts';
import { settingsMethods } from './methods/settings.ts';
import { surveysMethods } from './methods/surveys.ts';
import { systemMethods } from './methods/system.ts';
import { tagsMethods } from './methods/tags.ts';
import { viewsMethods } from './methods/views.ts';
import { weeklyReportMethods } from './methods/weeklyReport.ts';

/** All methods of the engine, the same on every transport. methods/ and src-main/engine/handlers/ have the same areas. */
export const engineContract = {
  ...systemMethods,
  ...accountMethods,
  ...serviceLevelsMethods,
  ...settingsMethods,
  ...backupsMethods,
  ...retentionMethods,
  ...captureMethods,
  ...archiveMethods,
  ...beginMethods,
  ...listeningMethods,
  ...conversationsMethods,
  ...tagsMethods,
  ...notesMethods,
  ...viewsMethods,
  ...activitiesMethods,
  ...bulkMethods,
  ...draftsMethods,
  ...mediaMethods,
  ...messagesMethods,
  ...peopleMethods,
  ...searchMethods,
  ...pastSearchesMethods,
  ...guardsMethods,
  ...libraryMethods,
  ...repliesMethods,
  ...outboxMethods,
  ...approvalsMethods,
  ...handoverMethods,
  ...macrosMethods,
  ...crisisMethods,
  ...rulesMethods,
  ...surveysMethods,
  ...budgetMethods,
  ...networkMethods,
  ...reportsMethods,
  ...weeklyReportMethods,
} as const;

export type EngineContract = typeof engineContract;
export type EngineMethod = keyof EngineContract;
/** The methods that change nothing and can be repeated. */
export type EngineQuery = {
  [M in EngineMethod]: EngineContract[M]['kind'] extends 'query' ? M : never;
}[EngineMethod];
/** What a caller passes, before defaults are filled in. */
export type EngineInput<M extends EngineMethod> = z.input<EngineContract[M]['input']>;
/** What a handler receives, after defaults were filled in. */
export type EngineParsed<M extends EngineMethod> = z.output<EngineContract[M]['input']>;
export type EngineOutput<M extends EngineMethod> = z.output<EngineContract[M]['output']>;
