import type { Message } from '#shared/domain/message.ts';
import type { OutboxEntry, ReplyStatus } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import type { OutboxTarget } from './useOutboxActions.ts';

/** A reply that X does not have yet. */
export interface UnfinishedReply {
  readonly status: Exclude<ReplyStatus, { readonly kind: 'sent' }>;
  /** Why it waits in the queue, or why it was refused. */
  readonly error?: AppError | undefined;
  /** Its posts, if it is a reply in several. */
  readonly parts?: OutboxEntry['parts'];
  /** Null until the engine has taken the reply. */
  readonly target: OutboxTarget | null;
  /** Where to look for it on X. */
  readonly sentAs: Pick<Message, 'author' | 'kind'>;
  /** The person to whom it goes, for a sentence. */
  readonly personName: string;
}

/** What is shown of a reply: its status, but of a queued one also that something holds it up, or that its pictures are on their way. */
export type ShownState = UnfinishedReply['status']['kind'] | 'waiting' | 'uploading';

export function toShownState({ status, error }: UnfinishedReply): ShownState {
  return status.kind === 'queued' && error ? 'waiting' : status.kind;
}
