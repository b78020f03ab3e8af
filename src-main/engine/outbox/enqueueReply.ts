import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import { hasHandoverLink } from '#shared/domain/handover.ts';
import { sign } from '#shared/domain/initials.ts';
import {
  countInvalid,
  DM_LIMIT,
  dmLength,
  POST_LIMIT,
  toSendable,
  weightedLength,
} from '#shared/domain/postLength.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { findTooMany, type ReplyFile } from '#shared/domain/replyFile.ts';
import { MOST_PARTS, splitThread } from '#shared/domain/splitThread.ts';
import { findVariables, toSentText } from '#shared/domain/variables.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getPersonLanguage } from '../conversations/personLanguage.ts';
import { findSeenByAuthor } from '../conversations/seen.ts';
import { summarise } from '../conversations/summarise.ts';
import { type Agent, getCurrentAgent } from '../store/agents.ts';
import { insertCannedUses } from '../store/cannedUses.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { spendDraft } from '../store/drafts.ts';
import { insertHandover } from '../store/handovers.ts';
import type { Db } from '../store/open.ts';
import { insertOutboxRow } from '../store/outbox.ts';
import type { OutboxRow, Part } from '../store/outboxRow.ts';
import { getPostAuthor } from '../store/postMentions.ts';
import { listReplyFiles } from '../store/replyFiles.ts';
import { insertReplyUses, type ReplyUses } from '../store/replyUses.ts';
import { getNewestWanted } from '../store/seenMessages.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { emitChanged, recordReplyActivity } from './applyTransition.ts';
import { findReplyTarget } from './findReplyTarget.ts';
import { getMark } from './getMark.ts';
import { type Guarded, guardNewReply, recordGuarded } from './guardReply.ts';
import { toFirstStatus } from './hold.ts';
import type { Seen } from './transitions.ts';

type Reply = EngineParsed<'replies.send'>;
type Enqueued = EngineOutput<'replies.send'>;

/**
 * Takes a reply into the outbox. When this returns ok, it is safe on disk and the draft of its channel is gone. Errors:
 * `notFound` (conversation, message or picture), `emptyText`, `unfilledVariable`, `postTooLong`, `dmTooLong`, `tooManyFiles`,
 * `noPublicPost`, `guardRefused` (unless overruled). Invisible characters that X refuses are removed; the response says how many.
 * `uses` is what it was written from.
 */
export function enqueueReply(
  ctx: EngineContext,
  reply: Reply,
  uses: ReplyUses = { canned: [], earlier: [] },
): Result<Enqueued, AppError> {
  const author = getCurrentAgent(ctx.db);
  const prepared = prepareReply(ctx, reply, author);
  if (!prepared.ok) return prepared;
  const outboxId = storeReply(ctx, reply, { ...prepared.value, uses, agent: author.id });
  const removedCharacters = countInvalid(reply.text);
  return ok({ outboxId, ...(removedCharacters > 0 ? { removedCharacters } : {}) });
}

/**
 * Makes all checks of `enqueueReply`, with its errors, and returns what goes into the outbox. Stores no more than that a guard refused.
 * `author` is who wrote it: the current agent, unless a colleague approves it.
 */
export function prepareReply(
  ctx: EngineContext,
  reply: Reply,
  author = getCurrentAgent(ctx.db),
): Result<PreparedReply, AppError> {
  const personId = getPersonIdOf(ctx.db, reply.conversationId);
  if (personId === null) return err({ code: 'notFound', what: 'conversation', id: reply.conversationId });
  const attached = findAttached(ctx, reply);
  if (!attached.ok) return attached;
  const attachments = attached.value;
  const readable = toReadyText(reply.text, attachments.length > 0);
  if (!readable.ok) return readable;
  const { text, mark } = toSigned(ctx, { channel: reply.channel, author }, readable.value);
  const parts = reply.channel === 'dm' ? checkDm(text) : toParts(reply, text, mark);
  if (!parts.ok) return parts;
  const target = reply.channel === 'dm' ? ok(null) : findReplyTarget(ctx.db, reply, personId);
  if (!target.ok) return target;
  const seen = findSeen(ctx, reply, personId);
  if (!seen.ok) return seen;
  const facts = { personId, attachments, inReplyTo: target.value, ...seen.value };
  const guarded = guardNewReply(ctx, reply, { ...facts, text: readable.value });
  if (!guarded.ok) return guarded;
  return ok({
    ...facts,
    text: parts.value?.[0]?.text ?? text,
    parts: parts.value,
    mark,
    excludeMentions: target.value === null ? [] : toExcluded(ctx.db, reply, target.value),
    guarded: guarded.value,
  });
}

/** The text as X gets it. */
function toReadyText(written: string, mayBeEmpty: boolean): Result<string, AppError> {
  // Invisible characters go first: one inside a variable must not hide it.
  const sendable = toSendable(written);
  if (sendable === '' && !mayBeEmpty) return err({ code: 'emptyText' });
  const variables = [...new Set(findVariables(sendable).map(({ variable }) => variable))];
  return variables.length > 0 ? err({ code: 'unfilledVariable', variables }) : ok(toSentText(sendable));
}

/** The text with the initials of the agent, and what of it Perch has put there. */
function toSigned(
  { db }: EngineContext,
  { channel, author }: { readonly channel: Channel; readonly author: Agent },
  written: string,
): Pick<OutboxRow, 'text' | 'mark'> {
  const mark = getMark(db, channel, author);
  const text = sign(written, mark);
  return { text, mark: text === written ? null : mark };
}

// X mentions whom it answers in any case.
function toExcluded(db: Db, { excludeMentions = [] }: Reply, target: string): string[] {
  const author = getPostAuthor(db, target)?.userId;
  return excludeMentions.filter((id) => id !== author);
}

function findAttached({ db }: EngineContext, reply: Reply): Result<readonly ReplyFile[], AppError> {
  const { files, missing } = listReplyFiles(db, reply.attachments ?? []);
  if (missing !== null) return err({ code: 'notFound', what: 'media', id: missing });
  const tooMany = findTooMany(files, reply.channel);
  return tooMany ? err(tooMany) : ok(files);
}

// What the agent has seen: all that is captured, unless the caller says less.
function findSeen({ db }: EngineContext, reply: Reply, personId: string): Result<Seen, AppError> {
  const { conversationId: id, seenThrough } = reply;
  const seen = findSeenByAuthor(db, { id, personId, seenThrough });
  if (!seen.ok) return seen;
  return ok({ seenUntil: seen.value, seenThrough: getNewestWanted(db, personId, seen.value) });
}

/** Remembers that a public reply is a handover, also one that only its link shows to be one. */
function recordHandover(
  { db, account }: EngineContext,
  { handover, channel }: Reply,
  {
    id: outboxId,
    conversationId,
    personId,
    text,
    createdAt,
  }: Pick<OutboxRow, 'id' | 'conversationId' | 'personId' | 'text' | 'createdAt'>,
): void {
  const withLink = hasHandoverLink(text, account()?.id ?? '');
  if (channel === 'dm' || !(handover || withLink)) return;
  const language = getPersonLanguage(db, { conversationId, personId }) ?? 'en';
  insertHandover(db, { outboxId, conversationId, personId, withLink, language }, createdAt);
}

function checkDm(text: string): Result<null, AppError> {
  const length = dmLength(text);
  return length > DM_LIMIT ? err({ code: 'dmTooLong', length, limit: DM_LIMIT }) : ok(null);
}

// Null for what fits into one post.
function toParts(
  { thread }: Reply,
  text: string,
  mark: string | null,
): Result<readonly Part[] | null, AppError> {
  const length = weightedLength(text);
  if (length <= POST_LIMIT) return ok(null);
  const parts = thread ? splitThread(text, mark) : [];
  return parts.length > 0 && parts.length <= MOST_PARTS
    ? ok(parts.map((part) => ({ ...part, isSent: false, xId: null })))
    : err({ code: 'postTooLong', weightedLength: length, limit: POST_LIMIT });
}

type Content = Pick<
  OutboxRow,
  'personId' | 'text' | 'attachments' | 'parts' | 'mark' | 'excludeMentions' | 'inReplyTo'
>;

/** A reply that has passed all checks. */
export interface PreparedReply extends Content, Seen {
  readonly guarded: Guarded;
}

interface Facts extends PreparedReply {
  readonly uses: ReplyUses;
  readonly agent: string;
}

/** Takes a reply that has passed all checks into the outbox, and returns its id there. */
export function storeReply(ctx: EngineContext, reply: Reply, { guarded, uses, ...facts }: Facts): string {
  const settings = getSettings(ctx.db);
  const now = ctx.clock.now();
  const undoMs = reply.undoMs ?? settings.undoSeconds * 1_000;
  const row = {
    id: ctx.newId(),
    conversationId: reply.conversationId,
    channel: reply.channel,
    createdAt: now,
    ...toFirstStatus(undoMs, now),
    ...facts,
  };
  inTransaction(ctx.db, () => {
    insertOutboxRow(ctx.db, row);
    recordHandover(ctx, reply, row);
    insertCannedUses(ctx.db, row, uses.canned);
    insertReplyUses(ctx.db, row, uses.earlier);
    spendDraft(ctx.db, reply, now);
    recordReplyActivity(ctx, row, 'replyHeld');
    const { conversationId, channel } = row;
    recordGuarded(ctx, { conversationId, facts: { outboxId: row.id, channel } }, guarded);
    summarise(ctx, [row.conversationId]);
  });
  emitChanged(ctx, row, row.status);
  ctx.services.kickOutbox();
  return row.id;
}
