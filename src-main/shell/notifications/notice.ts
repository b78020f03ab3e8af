import type { EngineEventParams } from '#shared/contract/events.ts';
import type { ChosenScreen } from '#shared/contract/shell.ts';
import type { Conversation } from '#shared/domain/conversation.ts';

/** Why a conversation calls for attention; a rule by its name. */
export type Cause =
  | { readonly rule: string }
  | 'opened'
  | 'mentioned'
  | 'dueSoon'
  | EngineEventParams<'approvals.told'>['kind']
  | EngineEventParams<'conversations.returned'>['reason'];

/** Why a reply needs an agent. */
export type Decision = EngineEventParams<'outbox.needsDecision'>['kind'];

export interface NoticedConversation {
  readonly conversation: Conversation;
  readonly cause: Cause;
  /** The words of its newest message as lists show them: without the handles of the account at their beginning. */
  readonly text: string;
}

export interface NoticedReply {
  readonly conversation: Conversation;
  readonly decision: Decision;
  /** The words of the reply. */
  readonly text: string;
}

/** Why nothing new arrives. */
export type Warning = 'capReached' | 'loginLost' | 'engineStopped';

/**
 * Something that people are notified of. Groups hold the first few, without those that could not be read, and the number of
 * all.
 */
export type Notice =
  | {
      readonly kind: 'conversations';
      readonly first: readonly NoticedConversation[];
      readonly count: number;
      /** The cause that all of them share, `opened`, `dueSoon` or one rule; null for several, or another one. */
      readonly shared: Extract<Cause, 'opened' | 'dueSoon' | object> | null;
    }
  | { readonly kind: 'replies'; readonly first: readonly NoticedReply[]; readonly count: number }
  /** Posts that saved searches have found and put into the Watchlist. */
  | { readonly kind: 'hits'; readonly count: number }
  /** Far more posts in ten minutes than usual. */
  | { readonly kind: 'spike'; readonly posts: number; readonly usual: number }
  /** Conversations that became overdue while Perch was closed or the computer slept. */
  | { readonly kind: 'overdue'; readonly count: number }
  /** What was held while nothing was to disturb. */
  | {
      readonly kind: 'summary';
      readonly conversations: number;
      readonly replies: number;
      readonly hits: number;
      readonly others: readonly (Warning | 'spike')[];
    }
  | { readonly kind: Warning };

/** Where a click on a notification leads. */
export type Target =
  | { readonly kind: 'conversation'; readonly id: string }
  | { readonly kind: 'screen'; readonly screen: ChosenScreen };
