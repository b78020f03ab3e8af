import type { Message } from '#shared/domain/message.ts';
import type { OutboxState } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import type { OutboxTarget } from './useOutboxActions.ts';

/** An answer that X does not have yet. */
export interface UnfinishedReply {
  readonly state: Exclude<OutboxState, 'sent'>;
  readonly error?: AppError | undefined;
  readonly heldUntil: number | null;
  /** Null until the engine has taken the answer. */
  readonly target: OutboxTarget | null;
  /** Where to look for it on X. */
  readonly sentAs: Pick<Message, 'author' | 'kind'>;
  /** The person to whom it goes, for a sentence. */
  readonly personName: string;
}

/** How an answer is shown: by its state, but one that was stopped wants a second look, and one that X holds up waits. */
export type ShownState = UnfinishedReply['state'] | 'lookAgain' | 'waiting';

/** Which of its states an answer shows. */
export function toShownState({ state, error }: UnfinishedReply): ShownState {
  if (error?.code === 'lookAgain') return 'lookAgain';
  return state === 'queued' && error ? 'waiting' : state;
}
