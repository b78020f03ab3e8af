import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { fillCanned } from '../library/fillCanned.ts';
import { getCanned } from '../store/cannedResponses.ts';
import { getDraftState, listDrafts, saveDraft } from '../store/drafts.ts';
import { listReplyFiles } from '../store/replyFiles.ts';
import { toDraftUses } from '../store/replyUses.ts';
import { getWantedChannel } from '../store/wantedTexts.ts';

interface Wanted {
  readonly conversationId: string;
  readonly cannedId: string;
  /** The name of the rule, and the common id of all that it does. */
  readonly rule: string;
  readonly runId: string;
}

/**
 * Makes a canned response, filled as far as Perch knows, the draft of a conversation on the channel on which its person wrote last. Where
 * somebody has begun a draft on either channel, or no wording is meant for this one, nothing changes. Returns whether it did; error:
 * `promiseFrozen`. Call it within a transaction.
 */
export function draftCanned(
  ctx: EngineContext,
  { conversationId, cannedId, rule, runId }: Wanted,
): Result<boolean, AppError> {
  const { db } = ctx;
  const at = ctx.clock.now();
  const channel = getWantedChannel(db, conversationId);
  const texts = getCanned(db, cannedId)?.texts ?? [];
  const isMeant = texts.some((text) => text.channel === null || text.channel === channel);
  if (!isMeant || listDrafts(db, conversationId).length > 0) return ok(false);
  const filled = fillCanned(ctx, { id: cannedId, conversationId, channel });
  if (!filled.ok) return filled;
  const attachments = listReplyFiles(db, filled.value.images).files;
  const uses = toDraftUses([cannedId], []);
  saveDraft(db, { conversationId, channel, text: filled.value.text, attachments, uses }, at);
  recordActivity(ctx, {
    kind: 'replyDrafted',
    at,
    agent: null,
    conversationId,
    facts: { rule, cannedId, channel },
    undo: { draft: { channel, after: getDraftState(db, conversationId, channel) } },
    bulk: runId,
  });
  ctx.emit({ name: 'conversations.changed', params: { ids: [conversationId] } });
  return ok(true);
}
