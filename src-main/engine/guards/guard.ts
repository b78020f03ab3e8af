import type { Channel } from '#shared/domain/reply.ts';
import type { GuardCode, Warning } from '#shared/guards.ts';
import type { EngineContext } from '../context/context.ts';
import type { SeenUntil } from '../store/seenMessages.ts';
import type { StoredSettings } from '../store/settings.ts';

/** A reply as the guards see it. */
export interface GuardedReply {
  readonly conversationId: string;
  readonly personId: string;
  readonly channel: Channel;
  readonly text: string;
  /** How far its author has seen the conversation. */
  readonly seenUntil: SeenUntil;
}

/** What a guard needs besides the reply. */
export interface GuardContext extends Pick<EngineContext, 'db' | 'clock'> {
  readonly settings: StoredSettings;
}

/** Returns what is against a reply, or null. Guards never change anything. */
export type Guard<C extends GuardCode> = (
  ctx: GuardContext,
  reply: GuardedReply,
) => Extract<Warning, { readonly code: C }> | null;
