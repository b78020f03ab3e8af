import { z } from 'zod';
import { deprecated } from '../deprecated.ts';
import { ArchiveProgress } from '../domain/archiveImport.ts';
import { OutboxState, ReplyStatusKind } from '../domain/reply.ts';
import { AppError } from '../errors.ts';

const event = <S extends z.ZodRawShape>(summary: string, shape: S) => ({ summary, params: z.object(shape) });

/** The events of the engine. They carry ids only: fetch again what is shown. */
export const engineEvents = {
  'conversations.opened': event('People started new conversations, or came back to resolved ones.', {
    ids: z.array(z.string()),
  }),
  'conversations.returned': event(
    'Conversations call for attention again: their person wrote and waits for a reply, their snooze ended, or no private message has come after a handover. Emitted once for each; new and reopened conversations are in `conversations.opened` instead.',
    {
      ids: z.array(z.string()),
      reason: z.enum(['wrote', 'snoozeEnded', 'noPrivateMessage']),
    },
  ),
  'conversations.dueSoon': event(
    'Conversations of the current agent or of nobody are about to miss their targets: `dueWarningMinutes` of office time before, or half of the target if that is less. Emitted once for each target; never in crisis mode.',
    { ids: z.array(z.string()) },
  ),
  'conversations.overdue': event(
    'So many conversations of the current agent or of nobody became overdue while Perch was closed or the computer slept. Emitted once after the start, for all that are overdue, and once after a sleep; never in crisis mode.',
    { count: z.number().int() },
  ),
  'conversations.changed': event(
    'Conversations changed: their messages, their status or their position in the views.',
    {
      ids: z.array(z.string()),
    },
  ),
  'conversations.exporting': event('An export has come further.', {
    done: z.number().int(),
    total: z.number().int(),
  }),
  'tags.changed': event('A tag was created, changed or deleted.', {}),
  'library.changed': event(
    'Canned responses were created, changed, deleted or used, or a proposal was dismissed.',
    {},
  ),
  'surveys.changed': event('Surveys were sent, cancelled or refused, or a person opted out or in.', {}),
  'notes.changed': event('A note was added, edited or deleted, or came back.', {
    id: z.string(),
    conversationId: z.string(),
  }),
  'notes.mentioned': event(
    'A colleague mentions the current agent in a note. Emitted once for each note; own notes are none.',
    { id: z.string(), conversationId: z.string() },
  ),
  'outbox.changed': event('The status of a reply changed, or it left the outbox.', {
    id: z.string(),
    conversationId: z.string(),
    kind: ReplyStatusKind.or(z.literal('removed')),
    /** @deprecated Use `kind`. */
    state: deprecated(OutboxState.or(z.literal('removed')), '`kind`'),
  }),
  'outbox.uploading': event(
    'A part of the pictures of a reply has reached X. Nobody sees them before the reply.',
    {
      id: z.string(),
      conversationId: z.string(),
      sentBytes: z.number().int(),
      totalBytes: z.number().int(),
    },
  ),
  'outbox.needsDecision': event(
    'A reply will not be sent without an agent: X refused it, its conversation has changed, or Perch could not find out whether X has it. Emitted once each time that happens.',
    {
      id: z.string(),
      conversationId: z.string(),
      kind: z.enum(['refused', 'stopped', 'unknown']),
    },
  ),
  'approvals.changed': event('A reply waits for an approval, or does so no longer.', {
    id: z.string(),
    conversationId: z.string(),
  }),
  'approvals.told': event(
    'The current agent is asked to approve a reply, or theirs was approved or returned. Emitted once for each, also when the agent takes over after that.',
    { id: z.string(), conversationId: z.string(), kind: z.enum(['asked', 'approved', 'returned']) },
  ),
  'capture.polled': event('A poll cycle over all sources ended.', {
    at: z.number(),
    newMessages: z.number().int(),
  }),
  'capture.failed': event('A source could not be polled.', { source: z.string(), error: AppError }),
  'listening.found': event(
    'Saved searches found new posts that wait in the Watchlist. Not emitted for what the first read of a search finds, or a backfill.',
    { count: z.number().int() },
  ),
  'listening.spike': event(
    'Mentions or the hits of a saved search have risen far above what is usual. Emitted once for each spike; how it goes on is in `spikes.changed`.',
    { id: z.string(), posts: z.number().int(), usual: z.number() },
  ),
  'spikes.changed': event('A spike began, grew, ended or was dismissed.', {}),
  'crisis.changed': event('Crisis mode began or ended, or its log, statement or roles changed.', {}),
  'network.changed': event('A call to X reached it again, or could not reach it any more.', {
    isReached: z.boolean(),
  }),
  'listening.changed': event('Saved searches or their hits changed.', {}),
  'macros.changed': event('Macros were created, changed, moved or deleted.', {}),
  'rules.notified': event(
    'A rule ran that notifies the agents. Emitted once for each run; not for one that only logs.',
    { ruleId: z.string(), conversationId: z.string() },
  ),
  'rules.changed': event('Rules were created, changed, moved or deleted.', {}),
  'views.changed': event('Saved views were created, changed, moved or deleted.', {}),
  'backups.changed': event('A backup was made; older ones may have been deleted.', {}),
  'weeklyReport.changed': event(
    'A weekly report is due, was written, or could not be. Repeated every minute while one is due.',
    {},
  ),
  'people.erasing': event(
    'Nobody finds somebody any more who is erased, and the search index is being written anew without their words, so many pages of so many.',
    { done: z.number().int(), total: z.number().int() },
  ),
  'store.checked': event(
    'A workspace that was not closed properly is checked and no longer only read: fetch everything that is shown again.',
    {},
  ),
  'people.erased': event('Somebody was erased: fetch everything that is shown again.', {}),
  'pastSearches.changed': event('Searches were remembered, pinned, unpinned or forgotten.', {}),
  'search.indexing': event(
    'The search index has come further, or is being built anew. It is complete once `indexed` equals `total`.',
    { indexed: z.number().int(), total: z.number().int() },
  ),
  'archive.progress': event(
    'The import of an archive has come further, or has another state: fetch `archive.status`.',
    ArchiveProgress.shape,
  ),
  'budget.warned': event('The costs of this month have reached the warning share of the cap.', {
    spentUsd: z.number(),
  }),
  'budget.stopped': event(
    'The costs of this month have reached the cap: Perch stops reading, but still sends replies.',
    {
      spentUsd: z.number(),
    },
  ),
  'budget.changed': event('Prices or the cap changed.', {}),
  'account.connected': event('An account was connected, or connected again.', {
    id: z.string(),
    handle: z.string(),
  }),
  'account.renamed': event('The account has another handle or name on X.', {
    id: z.string(),
    handle: z.string(),
  }),
  'account.signedOut': event('X no longer accepts the token. Nothing is lost; a new login is needed.', {}),
  'account.loginLost': event(
    'X no longer accepts the login. Emitted once per loss, while `account.signedOut` is repeated with every failed renewal.',
    {},
  ),
  'settings.changed': event("The workspace's settings changed.", {}),
} as const;

export type EngineEvents = typeof engineEvents;
export type EngineEventName = keyof EngineEvents;
export type EngineEventParams<E extends EngineEventName> = z.output<EngineEvents[E]['params']>;
/** An event with its name, as it is passed around inside a process. */
export type EngineEvent = {
  [E in EngineEventName]: { readonly name: E; readonly params: EngineEventParams<E> };
}[EngineEventName];
