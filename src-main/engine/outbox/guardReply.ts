import type { EngineParsed } from '#shared/contract/engine.ts';
import type { Activity, ActivityKind } from '#shared/domain/activity.ts';
import { unsign } from '#shared/domain/initials.ts';
import type { AppError } from '#shared/errors.ts';
import { type GuardCode, refusingGuards, type Warning } from '#shared/guards.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { checkGuards } from '../guards/checkGuards.ts';
import type { GuardedReply } from '../guards/guard.ts';
import { toKinds } from '../guards/personal/locatePersonalData.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { listOverruled } from '../store/guardActivities.ts';
import { type OutboxRow, toRest } from '../store/outboxRow.ts';

type Sent = Pick<
  EngineParsed<'replies.send'>,
  'conversationId' | 'channel' | 'overrule' | 'warned' | 'privateDataConfirmed'
>;
type Facts = Pick<OutboxRow, 'personId' | 'text' | 'attachments' | 'seenUntil'>;

/** What became of warnings about a reply that may be sent. */
export interface Guarded {
  /** The guards that warn and were overruled, or only seen where they do not refuse. */
  readonly overruled: readonly GuardCode[];
  /** Those that warned while it was written, and have nothing against it any more. */
  readonly heeded: readonly GuardCode[];
}

/** Whether the guards let a new reply into the outbox. Error `guardRefused`: the refusal is recorded as an activity. */
export function guardNewReply(ctx: EngineContext, reply: Sent, facts: Facts): Result<Guarded, AppError> {
  const { conversationId, channel, privateDataConfirmed, warned = [] } = reply;
  const overruled: GuardCode[] =
    privateDataConfirmed === true ? [...reply.overrule, 'personalData'] : reply.overrule;
  const codes = [...new Set([...refusingGuards, ...overruled, ...warned])];
  const warnings = checkGuards(ctx, toGuarded({ conversationId, channel, ...facts }), codes);
  const refused = warnings.filter(({ code }) => refusingGuards.includes(code) && !overruled.includes(code));
  if (refused.length === 0) {
    const left = warnings.map(({ code }) => code);
    return ok({ overruled: left, heeded: [...new Set(warned)].filter((code) => !left.includes(code)) });
  }
  recordRefusal(ctx, { conversationId, channel }, refused);
  return err(toOldError(refused, privateDataConfirmed) ?? { code: 'guardRefused', warnings: refused });
}

/** Records what became of the warnings about a reply, of which `facts` says which it is. Call it in the transaction that stores it. */
export function recordGuarded(
  ctx: EngineContext,
  { conversationId, facts }: Required<Pick<Activity, 'conversationId' | 'facts'>>,
  { overruled, heeded }: Guarded,
): void {
  const { id: agent } = getCurrentAgent(ctx.db);
  const record = (kind: ActivityKind, codes: readonly GuardCode[]) => {
    if (codes.length > 0)
      recordActivity(ctx, { kind, agent, conversationId, facts: { ...facts, codes: [...codes] } });
  };
  record('guardOverruled', overruled);
  record('guardHeeded', heeded);
}

/** Records that guards have refused a reply. Whoever takes back what was done with it has to do so again. */
export function recordRefusal(
  ctx: EngineContext,
  { conversationId, channel }: Pick<Sent, 'conversationId' | 'channel'>,
  refused: readonly Warning[],
): void {
  const { id: agent } = getCurrentAgent(ctx.db);
  const facts = { channel, codes: refused.map(({ code }) => code) };
  recordActivity(ctx, { kind: 'guardRefused', agent, conversationId, facts });
}

// Who says `privateDataConfirmed: false` does not know any other refusal.
function toOldError(refused: readonly Warning[], isConfirmed: boolean | undefined): AppError | null {
  if (isConfirmed !== false) return null;
  const items = refused.flatMap((warning) => (warning.code === 'personalData' ? warning.items : []));
  return items.length === 0 ? null : { code: 'privateData', kinds: toKinds(items) };
}

// What is said of a picture is as public as the text.
function toGuarded(reply: Facts & Pick<OutboxRow, 'conversationId' | 'channel'>): GuardedReply {
  const { conversationId, personId, channel, text, attachments, seenUntil } = reply;
  const words = [text, ...attachments.flatMap(({ altText }) => altText || [])].join('\n');
  return { conversationId, personId, channel, text: words, seenUntil: seenUntil ?? 0 };
}

/**
 * What is against sending a reply of the outbox that nobody has overruled. It covers whatever comes into the outbox by another way than
 * `replies.send`: from an older Perch, a copy of the store, or under other settings.
 */
export function findRefusal(
  ctx: Pick<EngineContext, 'db' | 'clock'>,
  row: OutboxRow,
): Extract<AppError, { code: 'guardRefused' }> | null {
  const warnings = checkGuards(
    ctx,
    toGuarded({ ...row, text: unsign(toRest(row), row.mark) }),
    refusingGuards,
  );
  if (warnings.length === 0) return null;
  const overruled = listOverruled(ctx.db, row.conversationId, row.id);
  const refused = warnings.filter(({ code }) => !overruled.includes(code));
  return refused.length === 0 ? null : { code: 'guardRefused', warnings: refused };
}
