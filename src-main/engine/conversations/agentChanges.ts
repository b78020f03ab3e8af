import type { BulkChange } from '#shared/domain/bulkChange.ts';
import type { Priority, SettableStatus } from '#shared/domain/conversation.ts';
import { type AppError, assertNever } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { requireAgentId } from '../store/agents.ts';
import {
  setAgent,
  setNoSurvey,
  setPriority,
  setReadThrough,
  setSnooze,
  setStatus,
  setUnreadFrom,
} from '../store/conversationChanges.ts';
import type { Db } from '../store/open.ts';
import { getNewestCapture, getSeenUntil, type SeenUntil } from '../store/seenMessages.ts';
import type { ChangeContext, ToChange } from './changeConversation.ts';
import { findSeen, requireSeen, toAllCaptured, type Viewer } from './seen.ts';

/** Sets the status. Pending and resolved fail for what nobody has seen. */
export function toStatusChange({ db, clock }: ChangeContext, status: SettableStatus): ToChange {
  return (viewer) => {
    const seen = status === 'open' ? ok(0) : requireSeen(db, viewer);
    if (!seen.ok) return seen;
    return ok({
      apply: () => setStatus(db, viewer.id, status, { now: clock.now(), seenUntil: seen.value }),
      activity: { kind: 'statusSet', facts: { status } },
    });
  };
}

/** Sets the assignee by id or name, or removes it with null. */
export function toAssignment({ db }: ChangeContext, idOrName: string | null): ToChange {
  return ({ id }) => {
    const agent = idOrName === null ? null : requireAgentId(db, idOrName);
    return ok({ apply: () => setAgent(db, id, agent), activity: { kind: 'assigned', facts: { agent } } });
  };
}

/** Sets the priority. */
export function toPriority({ db }: ChangeContext, priority: Priority): ToChange {
  return ({ id }) =>
    ok({
      apply: () => setPriority(db, id, priority),
      activity: { kind: 'prioritySet', facts: { priority } },
    });
}

/** Rules out a survey about the conversation, or allows one again. */
export function toRuledOut({ db }: ChangeContext, isRuledOut: boolean): ToChange {
  return ({ id }) =>
    ok({
      apply: () => setNoSurvey(db, id, isRuledOut),
      activity: { kind: 'surveyRuledOut', facts: { isRuledOut } },
    });
}

/** Snoozes, which fails for what nobody has seen, or ends a snooze with null. Error: `invalid` for a time that is over. */
export function toSnooze({ db, clock }: ChangeContext, until: number | null): Result<ToChange, AppError> {
  if (until !== null && until <= clock.now()) {
    return err({ code: 'invalid', path: 'until', reason: `${until} is not in the future` });
  }
  return ok((viewer) => {
    const seen = until === null ? ok(0) : requireSeen(db, viewer);
    if (!seen.ok) return seen;
    return ok({
      apply: () => setSnooze(db, viewer.id, until),
      activity: { kind: 'snoozed', facts: { until } },
    });
  });
}

/** Marks as read by looking at it, which is nothing to record. */
export function toReading({ db }: ChangeContext): ToChange {
  return (viewer) => {
    const seen = findRead(db, viewer);
    return seen.ok ? ok({ apply: () => setReadThrough(db, viewer.id, seen.value) }) : seen;
  };
}

/** Marks as unread from a message on, by default the newest. Error: `notFound` (message). */
export function toUnread({ db }: ChangeContext, from?: string): ToChange {
  return ({ id, personId }) => {
    const capturedAt = from === undefined ? getNewestCapture(db, id) : getSeenUntil(db, personId, from);
    if (from !== undefined && capturedAt === null)
      return err({ code: 'notFound', what: 'message', id: from });
    return ok({
      apply: () => {
        if (capturedAt !== null) setUnreadFrom(db, id, capturedAt);
      },
      activity: { kind: 'markedUnread', facts: {} },
    });
  };
}

/** A bulk change of what conversations themselves store; tags are stored apart. */
export type ColumnsChange = Exclude<BulkChange, { type: 'tag' }>;

/** A change to the columns of many conversations. Error: `invalid`. */
export function toBulkChange(ctx: ChangeContext, change: ColumnsChange): Result<ToChange, AppError> {
  switch (change.type) {
    case 'status':
      return ok(toStatusChange(ctx, change.status));
    case 'assign':
      return ok(toAssignment(ctx, change.agent));
    case 'priority':
      return ok(toPriority(ctx, change.priority));
    case 'snooze':
      return toSnooze(ctx, change.until);
    case 'read':
      return ok(toMarkedRead(ctx));
    case 'unread':
      return ok(toUnread(ctx));
    default:
      return assertNever(change);
  }
}

/** Marks as read without looking at it, which is recorded so that it can be undone. */
function toMarkedRead(ctx: ChangeContext): ToChange {
  const toChange = toReading(ctx);
  return (viewer) => {
    const change = toChange(viewer);
    return change.ok ? ok({ ...change.value, activity: { kind: 'markedRead', facts: {} } }) : change;
  };
}

function findRead(db: Db, viewer: Viewer): Result<SeenUntil, AppError> {
  return viewer.seenThrough === undefined ? ok(toAllCaptured(db, viewer.id)) : findSeen(db, viewer);
}
