import type { HandoverSettings } from '#shared/domain/handover.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { summarise } from '../conversations/summarise.ts';
import { enqueueReply } from '../outbox/enqueueReply.ts';
import { setFollowUp } from '../store/followUps.ts';
import { getHandoverSettings } from '../store/handoverSettings.ts';
import {
  followOutbox,
  listArrivals,
  listWaitingHandovers,
  setHandoverTime,
  type WaitingHandover,
} from '../store/handovers.ts';
import { getSource } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { listSummaryFacts } from '../store/summaries.ts';
import { composeHandover } from './composeHandover.ts';

/** For so long after a handover was given up, a private message that came in time may still be captured late. */
const LATE_CAPTURE_MS = 7 * DAY_MS;

interface Followed {
  readonly changed: readonly string[];
  /** Conversations that came back to the queue for a reminder. */
  readonly asked: readonly string[];
  readonly toRemind: readonly WaitingHandover[];
}

/**
 * Brings all handovers up to date: with what X has of them, with the private messages that were captured, and with the clock. Safe to
 * call at any time, also long after; it never does anything twice. Nothing is held to be missing before private messages were captured
 * up to that time, so a Perch that was closed asks for no reminder too many.
 */
export function followHandovers(ctx: EngineContext): void {
  const { changed, asked, toRemind } = inTransaction(ctx.db, () => follow(ctx));
  if (asked.length > 0) {
    ctx.emit({ name: 'conversations.returned', params: { ids: [...asked], reason: 'noPrivateMessage' } });
  }
  if (changed.length > 0) ctx.emit({ name: 'conversations.changed', params: { ids: [...changed] } });
  for (const handover of toRemind) remind(ctx, handover);
}

function follow(ctx: EngineContext): Followed {
  const sent = followOutbox(ctx.db);
  const arrived = takeArrivals(ctx);
  const settings = getHandoverSettings(ctx.db);
  const now = Math.min(ctx.clock.now(), getSource(ctx.db, 'dms').capturedThrough ?? 0);
  const waiting = listWaitingHandovers(ctx.db);
  const ended = waiting.filter((handover) => giveUp(ctx, handover, settings, now));
  const due = waiting.filter((one) => !ended.includes(one) && isReminderDue(one, settings, now));
  const toRemind = settings.reminder === 'auto' ? due.filter(({ wentOn }) => !wentOn) : [];
  const asked = due.filter((one) => !toRemind.includes(one));
  ask(ctx, asked);
  const idsOf = (handovers: readonly WaitingHandover[]) =>
    handovers.map(({ conversationId }) => conversationId);
  const changed = [...new Set([...sent, ...arrived, ...idsOf(ended), ...idsOf(asked)])];
  return { changed, asked: idsOf(asked), toRemind };
}

function takeArrivals(ctx: EngineContext): string[] {
  const arrivals = listArrivals(ctx.db, ctx.clock.now() - LATE_CAPTURE_MS);
  for (const { outboxId, conversationId, sentAt, at } of arrivals) {
    setHandoverTime(ctx.db, outboxId, 'arrived', at);
    const facts = { outboxId, afterMs: at - sentAt };
    recordActivity(ctx, { kind: 'handoverArrived', agent: null, conversationId, facts });
  }
  return arrivals.map(({ conversationId }) => conversationId);
}

/** Gives a handover up whose time is over, or that was deleted. Returns whether it did. */
function giveUp(
  ctx: EngineContext,
  { outboxId, conversationId, sentAt, remindedAt, deletedAt }: WaitingHandover,
  { giveUpAfterHours }: HandoverSettings,
  now: number,
): boolean {
  const endsAt = deletedAt ?? (remindedAt ?? sentAt) + giveUpAfterHours * HOUR_MS;
  if (deletedAt === null && endsAt > now) return false;
  setHandoverTime(ctx.db, outboxId, 'givenUp', endsAt);
  const facts = { outboxId, deleted: deletedAt !== null };
  recordActivity(ctx, { kind: 'handoverGivenUp', agent: null, conversationId, facts });
  return true;
}

// A conversation that is snoozed, resolved or waits for a reply is on somebody's mind already, or off it on purpose.
function isReminderDue(
  { sentAt, askedAt, hasReminder, view }: WaitingHandover,
  { reminder, remindAfterHours }: HandoverSettings,
  now: number,
): boolean {
  if (reminder === 'off' || askedAt !== null || hasReminder || view !== 'pending') return false;
  return sentAt + remindAfterHours * HOUR_MS <= now;
}

/** Puts conversations back into the queue, where an agent decides about the reminder. */
function ask(ctx: EngineContext, handovers: readonly WaitingHandover[]): void {
  const at = ctx.clock.now();
  const ids = handovers.map(({ conversationId }) => conversationId);
  for (const { id, setStatusAt, repliedAt } of listSummaryFacts(ctx.db, ids)) {
    setFollowUp(ctx.db, id, { at, setStatusAt, repliedAt });
  }
  for (const { outboxId, conversationId } of handovers) {
    setHandoverTime(ctx.db, outboxId, 'asked', at);
    recordActivity(ctx, { kind: 'handoverUnanswered', agent: null, conversationId, facts: { outboxId } });
  }
  summarise(ctx, ids);
}

/** Takes the reminder into the outbox, held as every reply; where that is not possible, an agent is asked. */
function remind(ctx: EngineContext, handover: WaitingHandover): void {
  const { conversationId } = handover;
  const composed = composeHandover(ctx, { conversationId });
  const text = composed.ok && (composed.value.usesLink ? composed.value.text : composed.value.plainText);
  const sent = text
    ? enqueueReply(ctx, { conversationId, channel: 'public', text, handover: true, overrule: [] })
    : composed;
  if (sent.ok) return;
  ctx.log('handover.notReminded', { code: sent.error.code });
  inTransaction(ctx.db, () => ask(ctx, [handover]));
  ctx.emit({
    name: 'conversations.returned',
    params: { ids: [conversationId], reason: 'noPrivateMessage' },
  });
  ctx.emit({ name: 'conversations.changed', params: { ids: [conversationId] } });
}
