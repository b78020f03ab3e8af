import { toMessageId } from '#shared/domain/message.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { listConversationIdsOf } from '../store/conversations.ts';
import { truncateWal } from '../store/deletions.ts';
import { findPost, type Moderated, type ModeratedPost, setModerated } from '../store/moderation.ts';
import { getPerson } from '../store/people.ts';
import { inTransaction } from '../store/sql.ts';
import { listConversationsShowing } from '../store/threading.ts';
import type { CallPurpose } from '../x/calls.ts';
import { recordActivity } from './recordActivity.ts';
import { removeMessage } from './removeMessage.ts';

type Nothing = Record<string, never>;
type Done = Promise<Result<Nothing, AppError>>;
const nothing = ok<Nothing>({});

/**
 * Deletes a post of the account on X and empties it here. A post that is gone already stays so, without a call; if two delete it at
 * once, both succeed and one of them is recorded.
 */
export async function deletePost(ctx: EngineContext, { id }: { readonly id: string }): Done {
  const post = findPost(ctx.db, id);
  if (!post?.isOwn) return err({ code: 'notFound', what: 'message', id });
  if (post.deletedAt !== null) return nothing;
  const deleted = await ctx.x.deletePost(post.versionXId, toPurpose(post));
  if (!deleted.ok) return deleted;
  const agent = getCurrentAgent(ctx.db).id;
  const ids = inTransaction(ctx.db, () => removeMessage(ctx, post.rowId, agent));
  if (ids.length > 0) truncateWal(ctx.db);
  ctx.emit({ name: 'conversations.changed', params: { ids } });
  return nothing;
}

/** Hides the reply of somebody else on X, or shows it again; here it stays. */
export async function hideReply(
  ctx: EngineContext,
  { id, hidden }: { readonly id: string; readonly hidden: boolean },
): Done {
  const post = findPost(ctx.db, id);
  if (!post || post.isOwn || post.deletedAt !== null) return err({ code: 'notFound', what: 'message', id });
  const done = await ctx.x.hideReply({ postId: post.versionXId, hidden }, toPurpose(post));
  if (!done.ok) return done;
  const facts = { messageId: toMessageId('post', post.xId), hidden };
  remember(ctx, { what: 'hidden', xId: post.xId, holds: hidden }, () =>
    record(ctx, { kind: 'replyHidden', conversationId: post.conversationId, facts }),
  );
  ctx.emit({ name: 'conversations.changed', params: { ids: listConversationsShowing(ctx.db, post.rowId) } });
  return nothing;
}

/** Mutes a person on X, or ends that. */
export function mutePerson(
  ctx: EngineContext,
  { id, muted }: { readonly id: string; readonly muted: boolean },
): Done {
  return restrict(ctx, id, {
    what: 'muted',
    holds: muted,
    call: () => ctx.x.mute({ userId: id, muted }),
    kind: 'personMuted',
    facts: { personId: id, muted },
  });
}

/** Keeps a person from writing private messages, or ends that. */
export function blockDms(
  ctx: EngineContext,
  { id, blocked }: { readonly id: string; readonly blocked: boolean },
): Done {
  return restrict(ctx, id, {
    what: 'dmsBlocked',
    holds: blocked,
    call: () => ctx.x.blockDms({ userId: id, blocked }),
    kind: 'dmsBlocked',
    facts: { personId: id, blocked },
  });
}

interface Restriction {
  readonly what: Moderated;
  readonly holds: boolean;
  readonly call: () => Promise<Result<null, AppError>>;
  readonly kind: 'personMuted' | 'dmsBlocked';
  readonly facts: Readonly<Record<string, string | boolean>>;
}

async function restrict(ctx: EngineContext, id: string, restriction: Restriction): Done {
  const { what, holds, call, kind, facts } = restriction;
  if (!getPerson(ctx.db, id)) return err({ code: 'notFound', what: 'person', id });
  const done = await call();
  if (!done.ok) return done;
  remember(ctx, { what, xId: id, holds }, () => record(ctx, { kind, conversationId: null, facts }));
  ctx.emit({ name: 'conversations.changed', params: { ids: listConversationIdsOf(ctx.db, id) } });
  return nothing;
}

interface Mark {
  readonly what: Moderated;
  readonly xId: string;
  readonly holds: boolean;
}

/** Remembers what X has done; what was so already is not recorded again. */
function remember(ctx: EngineContext, { what, xId, holds }: Mark, recordIt: () => void): void {
  inTransaction(ctx.db, () => {
    if (setModerated(ctx.db, what, xId, holds ? ctx.clock.now() : null)) recordIt();
  });
}

function record(
  ctx: EngineContext,
  activity: Pick<Parameters<typeof recordActivity>[1], 'kind' | 'conversationId' | 'facts'>,
): void {
  recordActivity(ctx, { ...activity, agent: getCurrentAgent(ctx.db).id });
}

const toPurpose = ({ conversationId }: ModeratedPost): CallPurpose => ({
  source: 'moderation',
  ...(conversationId === null ? {} : { conversationId }),
});
