import { z } from 'zod';
import { deprecated } from '../deprecated.ts';
import { OutboxState, ReplyStatusKind } from '../domain/reply.ts';
import { AppError } from '../errors.ts';

const event = <S extends z.ZodRawShape>(summary: string, shape: S) => ({ summary, params: z.object(shape) });

/** What the engine tells by itself. Events carry ids only: ask again for what is shown. */
export const engineEvents = {
  'conversations.opened': event('People started new conversations, or came back to resolved ones.', {
    ids: z.array(z.string()),
  }),
  'conversations.changed': event('Conversations, their messages or their place in the lists changed.', {
    ids: z.array(z.string()),
  }),
  'outbox.changed': event('The status of a reply changed, or it left the outbox.', {
    id: z.string(),
    conversationId: z.string(),
    kind: ReplyStatusKind.or(z.literal('removed')),
    /** @deprecated Use `kind`. */
    state: deprecated(OutboxState.or(z.literal('removed')), '`kind`'),
  }),
  'capture.polled': event('A round of all sources ended.', { at: z.number(), newMessages: z.number().int() }),
  'capture.failed': event('A source could not be asked.', { source: z.string(), error: AppError }),
  'listening.changed': event('Saved searches or their hits changed.', {}),
  'budget.warned': event('The month has used the warning share of its cap.', { spentUsd: z.number() }),
  'budget.stopped': event('The month has used its cap: Perch reads no more, but still answers.', {
    spentUsd: z.number(),
  }),
  'budget.changed': event('Prices or the cap changed.', {}),
  'account.connected': event('The workspace has a working account.', { id: z.string(), handle: z.string() }),
  'account.signedOut': event('X no longer accepts the token; nothing is lost, a new login is needed.', {}),
  'settings.changed': event("The workspace's settings changed.", {}),
} as const;

export type EngineEvents = typeof engineEvents;
export type EngineEventName = keyof EngineEvents;
export type EngineEventParams<E extends EngineEventName> = z.output<EngineEvents[E]['params']>;
/** One event with its name, as it is handed on inside a process. */
export type EngineEvent = {
  [E in EngineEventName]: { readonly name: E; readonly params: EngineEventParams<E> };
}[EngineEventName];
