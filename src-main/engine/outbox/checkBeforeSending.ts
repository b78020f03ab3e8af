import type { AppError, StopReason } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { SurveyReason } from '#shared/surveyReason.ts';
import { MINUTE_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import type { RowWith, SurveyPurpose } from '../store/outboxRow.ts';
import { getSource, type Source } from '../store/sources.ts';
import { checkEtiquette } from '../surveys/etiquette/checkEtiquette.ts';
import type { EarlierReplies } from './earlierReplies.ts';
import { findConflict } from './findConflict.ts';
import { findRefusal } from './guardReply.ts';
import { isBegun, isLast } from './parts.ts';
import { findEarlierAttempt, linkStoredReplies } from './reconcile.ts';

/** A reply that has been ready for so long may meet another conversation than it was written for. */
const LONG_WAIT_MS = 10 * MINUTE_MS;
/** What was captured so recently need not be captured again. */
const FRESH_MS = MINUTE_MS;

/** What to do with a queued reply that is due. */
export type Verdict =
  | { readonly kind: 'send' }
  | { readonly kind: 'stop'; readonly reason: StopReason }
  | { readonly kind: 'refuse'; readonly error: AppError }
  | { readonly kind: 'postpone'; readonly error: AppError }
  /** It may be on X already, and X does not let Perch look. */
  | { readonly kind: 'leaveToAgent' }
  /** Nothing more: it was found on X and is sent, or the engine is stopping. */
  | { readonly kind: 'leave' };

/**
 * Checks before each attempt that the reply is not on X already and that its conversation is still the one that it was
 * written for. Fetches from X where an earlier attempt may have arrived, where the reply is one of `earlier`, or was ready for more
 * than ten minutes. The rest of a thread goes out in any case.
 */
export async function checkBeforeSending(
  ctx: EngineContext,
  row: RowWith<'queued'>,
  earlier: EarlierReplies,
): Promise<Verdict> {
  const verdict = await checkNotOnX(ctx, row, earlier);
  if (verdict) return verdict;
  // Half a thread is worse than one that goes on below a new message.
  const goesInAnyCase = isBegun(row) || row.surveyPurpose === 'optOutConfirmation';
  const conflict = goesInAnyCase ? null : await checkConversation(ctx, row);
  if (conflict) return conflict;
  const reasons = listObjections(ctx, row);
  if (reasons.length > 0) return afterObjections(reasons);
  const error = findRefusal(ctx, row);
  return error === null ? { kind: 'send' } : { kind: 'refuse', error };
}

// A survey may have waited long: what spoke against asking when it was written is looked at again. Other messages of it are answers.
function listObjections(ctx: EngineContext, row: RowWith<'queued'>): SurveyReason[] {
  const { surveyId, surveyPurpose, conversationId, personId } = row;
  if (surveyId === null || !isAsking(surveyPurpose)) return [];
  return checkEtiquette(ctx, { conversationId, personId, surveyId });
}

const isAsking = (purpose: SurveyPurpose | null): boolean => purpose === 'question' || purpose === 'reminder';

// X's limit ends by itself, and replies go first meanwhile.
function afterObjections(reasons: SurveyReason[]): Verdict {
  const [first] = reasons;
  if (reasons.length === 1 && first?.code === 'replyLimit')
    return { kind: 'postpone', error: { code: 'rateLimited', resetAt: first.nextAt ?? null } };
  return { kind: 'refuse', error: { code: 'surveyRefused', reasons } };
}

// Null where its conversation is still the one that it was written for.
async function checkConversation(ctx: EngineContext, row: RowWith<'queued'>): Promise<Verdict | null> {
  const captured = await captureAfterLongWait(ctx, row);
  if (!captured.ok) return afterFailedCapture(captured.error);
  linkStoredReplies(ctx);
  const reason = findConflict(ctx.db, row);
  return reason === null ? null : { kind: 'stop', reason };
}

// Null where it is not on X, as far as Perch can know.
async function checkNotOnX(
  ctx: EngineContext,
  row: RowWith<'queued'>,
  earlier: EarlierReplies,
): Promise<Verdict | null> {
  const isEarlier = earlier.has(row);
  if (!row.wasUnknown && !isEarlier) return null;
  const waitMs = isEarlier ? earlier.waitMs() : 0;
  if (waitMs > 0) {
    return { kind: 'postpone', error: { code: 'resendDelayed', at: ctx.clock.now() + waitMs } };
  }
  const found = await findEarlierAttempt(
    ctx,
    row,
    isEarlier && !row.wasUnknown ? earlier.fetchCandidates : null,
  );
  if (!found.ok && !isForbidden(found.error)) return { kind: 'postpone', error: found.error };
  if (found.ok) {
    // What is on X of a thread may be more than one part.
    if (!found.value || isLast(row)) earlier.settle(row);
    return found.value ? { kind: 'leave' } : null;
  }
  return row.status.confirmedMissing ? null : { kind: 'leaveToAgent' };
}

/** The sources that bring messages of the person and replies of others. */
const sourcesOf = { public: ['mentions', 'ownPosts'], dm: ['dms'] } as const;

async function captureAfterLongWait(
  ctx: EngineContext,
  row: RowWith<'queued'>,
): Promise<Result<unknown, AppError>> {
  const now = ctx.clock.now();
  if (now - row.readyAt <= LONG_WAIT_MS) return ok(null);
  const sources = sourcesOf[row.channel];
  if (sources.every((id) => isFresh(getSource(ctx.db, id), now))) return ok(null);
  const polled = await ctx.services.pollNow();
  if (!polled.ok) return polled;
  const failure = polled.value.failures.find(({ source }) => sources.some((id) => id === source));
  return failure ? err(failure.error) : ok(null);
}

function isFresh({ error, lastPollAt }: Source, now: number): boolean {
  return error === null && (lastPollAt ?? 0) > now - FRESH_MS;
}

// An agent can look where money or X keeps Perch from it; everything else passes.
function afterFailedCapture(error: AppError): Verdict {
  if (error.code === 'engineGone') return { kind: 'leave' };
  const isLasting = error.code === 'budgetSpent' || error.code === 'outOfCredits' || isForbidden(error);
  return isLasting ? { kind: 'stop', reason: 'longWait' } : { kind: 'postpone', error };
}

const isForbidden = ({ code }: AppError): boolean => code === 'refusedByX';
