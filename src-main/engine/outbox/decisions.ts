import type { EngineOutput } from '#shared/contract/engine.ts';
import { mergeDrafts } from '#shared/domain/mergeDrafts.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { summarise } from '../conversations/summarise.ts';
import { listDrafts, saveDraft } from '../store/drafts.ts';
import { deleteOutboxRow, getOutboxRow } from '../store/outbox.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { getNewestOf } from '../store/seenMessages.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { applyChange, record, tellOf } from './applyChange.ts';
import { toNotSentChange } from './decide.ts';

type Done = Result<Record<string, never>, AppError>;
type TakenBack = Result<EngineOutput<'outbox.cancel'>, AppError>;

const agentOf = (ctx: EngineContext) => getSettings(ctx.db).agentName;

// What was put away is no answer of the outbox any more.
function findRow(ctx: EngineContext, id: string): OutboxRow | null {
  const row = getOutboxRow(ctx.db, id);
  return row?.dismissed ? null : row;
}

/** Takes back an answer that has not been tried: held, or waiting for its turn or for the network. */
export function cancelReply(ctx: EngineContext, id: string): TakenBack {
  const row = findRow(ctx, id);
  if (!row) return notFound(id);
  const untried = row.state === 'held' || (row.state === 'queued' && !row.wasUnknown);
  if (!untried) return err({ code: 'notHeld', id, state: row.state });
  inTransaction(ctx.db, () => {
    deleteOutboxRow(ctx.db, id, row.state);
    returnToDraft(ctx, row);
    record(ctx, row, { agent: agentOf(ctx), facts: { text: row.text } }, 'replyCancelled');
    summarise(ctx.db, [row.conversationId], getSettings(ctx.db));
  });
  tellOf(ctx, row, 'removed');
  ctx.services.kickOutbox();
  return ok({ text: row.text, channel: row.channel });
}

/** Ends the undo time of a held answer. */
export function sendHeldNow(ctx: EngineContext, id: string): Done {
  const row = findRow(ctx, id);
  if (!row) return notFound(id);
  if (row.state !== 'held') return err({ code: 'notHeld', id, state: row.state });
  if (row.heldUntil === null) return err({ code: 'wrongState', id, state: row.state });
  applyChange(ctx, row, { change: toDueNow(ctx.clock.now()) });
  ctx.services.kickOutbox();
  return ok({});
}

/** Sends an answer that was stopped after all; only something that happens from now on stops it again. */
export function confirmReply(ctx: EngineContext, id: string): Done {
  const row = findRow(ctx, id);
  if (!row) return notFound(id);
  if (row.error?.code !== 'lookAgain') return err({ code: 'wrongState', id, state: row.state });
  const change = { ...toDueNow(ctx.clock.now()), ...seenNow(ctx, row), error: null };
  applyChange(ctx, row, { change, activity: 'replyConfirmed', agent: agentOf(ctx) });
  ctx.services.kickOutbox();
  return ok({});
}

// From when an answer is free to go is known by the end of its hold.
const toDueNow = (now: number) => ({ state: 'queued', heldUntil: now, nextAttemptAt: now }) as const;

// Who decides about an answer looks at its conversation.
const seenNow = (ctx: EngineContext, row: OutboxRow) => ({ seenThrough: getNewestOf(ctx.db, row.personId) });

/** Sends a refused answer again, or an unknown one, unless a last look before finds it on X. */
export function retryReply(ctx: EngineContext, id: string): Done {
  const row = findRow(ctx, id);
  if (!row) return notFound(id);
  if (row.state !== 'refused' && row.state !== 'unknown')
    return err({ code: 'wrongState', id, state: row.state });
  const looks = row.state === 'unknown' ? 0 : row.looks;
  const change = { ...toDueNow(ctx.clock.now()), ...seenNow(ctx, row), error: null, looks };
  applyChange(ctx, row, { change, activity: 'replyRetried', agent: agentOf(ctx) });
  ctx.services.kickOutbox();
  return ok({});
}

/** Believes an agent who has looked on X; an answer that was not sent can then be sent again or dismissed. */
export function settleReply(ctx: EngineContext, id: string, outcome: 'sent' | 'notSent'): Done {
  const row = findRow(ctx, id);
  if (!row) return notFound(id);
  if (row.state !== 'unknown') return err({ code: 'wrongState', id, state: row.state });
  const change =
    outcome === 'sent' ? ({ state: 'sent', nextAttemptAt: null, error: null } as const) : toNotSentChange();
  applyChange(ctx, row, { change, activity: 'replySettled', agent: agentOf(ctx), facts: { outcome } });
  ctx.services.kickOutbox();
  return ok({});
}

/** Puts a refused answer away; its text becomes the draft again. */
export function dismissReply(ctx: EngineContext, id: string): TakenBack {
  const row = findRow(ctx, id);
  if (!row) return notFound(id);
  if (row.state !== 'refused') return err({ code: 'wrongState', id, state: row.state });
  applyChange(ctx, row, {
    change: { state: 'refused', dismissed: true },
    activity: 'replyDismissed',
    agent: agentOf(ctx),
    facts: { text: row.text },
    also: () => returnToDraft(ctx, row),
  });
  return ok({ text: row.text, channel: row.channel });
}

function returnToDraft(ctx: EngineContext, { conversationId, channel, text }: OutboxRow): void {
  const drafts = listDrafts(ctx.db, conversationId);
  const current = drafts.find((draft) => draft.channel === channel)?.text ?? '';
  saveDraft(ctx.db, conversationId, channel, mergeDrafts(text, current), ctx.clock.now());
}

const notFound = (id: string) => err<AppError>({ code: 'notFound', what: 'outboxEntry', id });
