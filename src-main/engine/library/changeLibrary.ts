import type { ActivityKind } from '#shared/domain/activity.ts';
import type { CannedResponse, CannedText } from '#shared/domain/cannedResponse.ts';
import type { AttachedFile } from '#shared/domain/replyFile.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { findShortcut, getCanned, insertCanned, setCannedState, toState } from '../store/cannedResponses.ts';
import { type CannedChange, CannedState } from '../store/cannedState.ts';
import { listReplyFiles } from '../store/replyFiles.ts';
import { isSameState } from '../store/sameState.ts';
import { inTransaction } from '../store/sql.ts';
import { getCannedResponse } from './toCannedResponse.ts';

/** What agents write of a canned response. */
export interface CannedContent {
  readonly title: string;
  readonly shortcut: string | null;
  readonly folder: string;
  readonly texts: CannedText[];
  readonly images: AttachedFile[];
  /** False when absent. */
  readonly isPromise?: boolean;
}

/** The context of a change that may be a part of another one. */
type Ctx = Pick<EngineContext, 'db' | 'clock' | 'newId' | 'emit'>;

/** Creates a canned response; undoing deletes it. Fails with `shortcutTaken`, and `notFound` for a picture. */
export function createCanned(
  ctx: Ctx,
  content: CannedContent,
): Result<CannedResponse & { activityId: string }, AppError> {
  return change(ctx, () => {
    const done = insertContent(ctx, content);
    if (!done.ok) return done;
    const activityId = record(ctx, 'cannedCreated', done.value);
    return ok({ ...require(ctx, done.value.id), activityId });
  });
}

/** Changes what is given of a canned response. Fails with `notFound`, also for a deleted one, and `shortcutTaken`. */
export function updateCanned(
  ctx: Ctx,
  id: string,
  given: Partial<CannedContent>,
): Result<CannedResponse & { activityId?: string }, AppError> {
  return change(ctx, () => {
    const done = updateContent(ctx, id, given);
    if (!done.ok) return done;
    const activity = done.value ? { activityId: record(ctx, 'cannedChanged', done.value) } : {};
    return ok({ ...require(ctx, id), ...activity });
  });
}

/** Deletes a canned response. Fails with `notFound`, also if it is deleted already. */
export function deleteCanned(ctx: Ctx, id: string): Result<{ activityId: string }, AppError> {
  return change(ctx, () => {
    const before = findState(ctx, id);
    if (!before.ok) return before;
    const after = { ...before.value, deletedAt: ctx.clock.now() };
    setCannedState(ctx.db, id, after, ctx.clock.now());
    return ok({ activityId: record(ctx, 'cannedDeleted', { id, before: before.value, after }) });
  });
}

/** Inserts a canned response. Call it in a transaction, and record it. Fails with `shortcutTaken`. */
export function insertContent(
  ctx: Ctx,
  content: CannedContent,
  id = ctx.newId(),
): Result<CannedChange, AppError> {
  const wrong = findTaken(ctx, content.shortcut) ?? findMissing(ctx, content.images);
  if (wrong) return wrong;
  const now = ctx.clock.now();
  const state: CannedState = { isPromise: false, ...content, deletedAt: null };
  insertCanned(ctx.db, { ...state, id, agent: getCurrentAgent(ctx.db).id, createdAt: now });
  const before = { ...state, deletedAt: now };
  return ok({ id, before, after: state });
}

/** Changes a canned response; null if it is so already. Call it in a transaction, and record it. */
export function updateContent(
  ctx: Ctx,
  id: string,
  given: Partial<CannedState>,
): Result<CannedChange | null, AppError> {
  const before = findState(ctx, id);
  if (!before.ok) return before;
  const after = { ...before.value, ...given };
  if (isSameState(CannedState, before.value, after)) return ok(null);
  const wrong = findTaken(ctx, after.shortcut, id) ?? findMissing(ctx, given.images ?? []);
  if (wrong) return wrong;
  setCannedState(ctx.db, id, after, ctx.clock.now());
  return ok({ id, before: before.value, after });
}

function findState({ db }: Ctx, id: string): Result<CannedState, AppError> {
  const stored = getCanned(db, id);
  if (!stored || stored.deletedAt !== null) return err({ code: 'notFound', what: 'cannedResponse', id });
  return ok(toState(stored));
}

/** The failure to give a canned response (`own`, or a new one) a shortcut that another one has. */
function findTaken({ db }: Ctx, shortcut: string | null, own?: string): Result<never, AppError> | null {
  const holder = shortcut === null ? null : findShortcut(db, shortcut);
  return holder === null || holder.id === own ? null : err({ code: 'shortcutTaken', ...holder });
}

function findMissing({ db }: Ctx, images: readonly AttachedFile[]): Result<never, AppError> | null {
  const { missing } = listReplyFiles(db, images);
  return missing === null ? null : err({ code: 'notFound', what: 'media', id: missing });
}

function record(ctx: Ctx, kind: ActivityKind, canned: CannedChange): string {
  const { id, after } = canned;
  const facts = { cannedId: id, title: after.title };
  const agent = getCurrentAgent(ctx.db).id;
  return recordActivity(ctx, { kind, agent, conversationId: null, facts, undo: { canned } });
}

function require(ctx: Ctx, id: string): CannedResponse {
  const canned = getCannedResponse(ctx, id);
  if (!canned) throw new Error(`there is no canned response ${id}`);
  return canned;
}

/** What it returns is read within the transaction: once that has committed, nothing may fail. */
function change<T>(ctx: Ctx, work: () => Result<T, AppError>): Result<T, AppError> {
  const done = inTransaction(ctx.db, work);
  if (done.ok) ctx.emit({ name: 'library.changed', params: {} });
  return done;
}
