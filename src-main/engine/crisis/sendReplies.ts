import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { nearDuplicate } from '../guards/nearDuplicate.ts';
import { cancelReply } from '../outbox/agentActions.ts';
import { enqueueReply } from '../outbox/enqueueReply.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { listDrafts } from '../store/drafts.ts';
import { insertIncidentReply, listHeldReplies } from '../store/incidentReplies.ts';
import { listPublicTextsSince } from '../store/ownTexts.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { noteEntry } from './noteEntry.ts';
import { planSending } from './planSending.ts';
import { requireIncident, requireRunning } from './requireIncident.ts';

type Sent = EngineOutput<'crisis.send'>;
type Left = Sent['left'][number];
type Wanted = EngineParsed<'crisis.send'>['replies'][number];

/** What was posted so recently still counts for the pace. */
const RECENT_MS = 5 * MINUTE_MS;

/**
 * Takes the drafts of these conversations into the outbox, each held until its own time (`planSending.ts`), so that they go out at an honest
 * pace and can be taken back until then. A draft that is not the one the agent saw stays, as does one that a guard refuses, and one for a person who
 * was told the same already. Errors: `notFound`, `crisisEnded`.
 */
export function sendReplies(
  ctx: EngineContext,
  { id, replies }: EngineParsed<'crisis.send'>,
): Result<Sent, AppError> {
  const { db, clock } = ctx;
  const running = requireRunning(db, id);
  if (!running.ok) return running;
  const now = clock.now();
  const left: Left[] = replies.flatMap((reply) => findObjection(ctx, reply) ?? []);
  const good = replies.filter(
    ({ conversationId }) => !left.some((one) => one.conversationId === conversationId),
  );
  const planned = [...listHeldReplies(db, id), ...listPublicTextsSince(db, now - RECENT_MS)];
  const from = now + getSettings(db).undoSeconds * SECOND_MS;
  const times = planSending(
    good.map(({ text }) => text),
    planned,
    from,
  );
  const queued: Sent['queued'] = [];
  for (const [index, { conversationId, text, seenThrough }] of good.entries()) {
    const at = times[index] ?? from;
    const done = enqueue(ctx, id, { conversationId, text, seenThrough }, at - now);
    if (done.ok) queued.push({ conversationId, outboxId: done.value, at });
    else left.push({ conversationId, reason: 'refused', error: done.error });
  }
  if (queued.length > 0) noteAndEmit(ctx, id, 'repliesQueued', queued.length);
  return ok({ queued, left });
}

/** Takes one reply into the outbox and remembers of which incident it is, both or neither. */
function enqueue(
  ctx: EngineContext,
  incidentId: string,
  wanted: Wanted,
  undoMs: number,
): Result<string, AppError> {
  const { conversationId } = wanted;
  return inTransaction(ctx.db, () => {
    const done = enqueueReply(ctx, { ...wanted, channel: 'public', undoMs, overrule: [], cannedIds: [] });
    if (!done.ok) return done;
    const { outboxId } = done.value;
    insertIncidentReply(ctx.db, { outboxId, incidentId, conversationId });
    return ok(outboxId);
  });
}

/** Why a reply is not sent that the agent wants to send; null if nothing speaks against it. */
function findObjection(ctx: EngineContext, { conversationId, text }: Wanted): Left | null {
  const { db } = ctx;
  const personId = getPersonIdOf(db, conversationId);
  const draft = listDrafts(db, conversationId).find(({ channel }) => channel === 'public');
  if (personId === null || draft?.text !== text) return { conversationId, reason: 'changed' };
  const reply = { conversationId, personId, channel: 'public', text, seenUntil: 0 } as const;
  const warning = nearDuplicate({ ...ctx, settings: getSettings(db) }, reply);
  return warning?.where === 'person' ? { conversationId, reason: 'alreadyTold' } : null;
}

/** Takes back all replies to an incident that are still held; each becomes a draft again. Error: `notFound`. */
export function stopSending(
  ctx: EngineContext,
  id: string,
): Result<EngineOutput<'crisis.stopSending'>, AppError> {
  const found = requireIncident(ctx.db, id);
  if (!found.ok) return err(found.error);
  const stopped = listHeldReplies(ctx.db, id).filter((reply) => cancelReply(ctx, { id: reply.id }).ok).length;
  if (stopped > 0) noteAndEmit(ctx, id, 'sendingStopped', stopped);
  return ok({ stopped });
}

function noteAndEmit(
  ctx: EngineContext,
  id: string,
  kind: 'repliesQueued' | 'sendingStopped',
  count: number,
): void {
  inTransaction(ctx.db, () => noteEntry(ctx, id, { kind, facts: { count } }));
  ctx.emit({ name: 'crisis.changed', params: {} });
}
