import type { Activity } from '#shared/domain/activity.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Note } from '#shared/domain/note.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { listActivities } from '../store/activities.ts';
import { listHistory, type OrderedMessage } from '../store/history.ts';
import { listModerated } from '../store/moderation.ts';
import { listNotes } from '../store/notes.ts';
import type { Db } from '../store/open.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { timeOfRowId } from '../store/rowIds.ts';
import { listUnsent } from '../store/unsentMessages.ts';
import { toCursor } from './cursor.ts';
import { findEnd, type WantedPage } from './findEnd.ts';
import { listArrived } from './findSent.ts';
import { withoutHiddenScores } from './hiddenScores.ts';

/** A page of a person's history. */
export interface HistoryPage {
  readonly messages: Message[];
  readonly activities: Activity[];
  readonly notes?: Note[];
  readonly previous?: string;
  readonly next?: string;
}

/**
 * The page of a person's history that is wanted, by default the newest, oldest first. Replies that X has not confirmed are
 * among the messages at the time they were written, in addition to the page's limit; never twice, even if capture was faster.
 */
export function readHistory(
  ctx: Pick<EngineContext, 'db' | 'xClock'>,
  personId: string,
  author: PersonSummary,
  wanted: WantedPage,
): Result<HistoryPage, AppError> {
  const { db } = ctx;
  const end = findEnd(db, personId, wanted);
  if (!end.ok) return end;
  const before = end.value ?? Number.MAX_SAFE_INTEGER;
  const found = listHistory(db, personId, before, wanted.limit + 1);
  const more = found.length > wanted.limit;
  const stored = found.slice(0, wanted.limit);
  const first = more ? (stored.at(-1)?.rowId ?? 0) : 0;
  const arrived = listArrived(ctx, personId);
  const isArrived = new Set([...arrived.values()].map(({ id }) => id));
  const unsent = listUnsent(db, personId, author).filter(
    ({ rowId, message }) => rowId >= first && rowId < before && !isArrived.has(message.outboxId ?? ''),
  );
  const messages = [...stored.toReversed(), ...unsent]
    .toSorted(byTime)
    .map(({ message }) => asReply(message, arrived.get(message.id)));
  const range = toTimeRange(messages, more, end.value);
  const notes = listNotes(db, personId, ...range);
  return ok({
    messages: withHidden(db, messages),
    activities: withoutHiddenScores(db, listActivities(db, personId, ...range)),
    ...(notes.length > 0 ? { notes } : {}),
    ...(more ? { previous: toCursor([first]) } : {}),
    ...(end.value === null ? {} : { next: toCursor([end.value]) }),
  });
}

function withHidden(db: Db, messages: Message[]): Message[] {
  const posts = messages.flatMap(({ kind, xId }) => (kind === 'post' && xId !== null ? xId : []));
  const hidden = listModerated(db, 'hidden', posts);
  if (hidden.size === 0) return messages;
  return messages.map((one) => (hidden.has(one.xId ?? '') ? { ...one, isHidden: true } : one));
}

/** A message as the reply that it is, if it is one: as it was written, and in the place of the reply on the screen. */
function asReply(message: Message, row: OutboxRow | undefined): Message {
  return row ? { ...message, text: row.text, outboxId: row.id, agent: row.agentName } : message;
}

const byTime = (a: OrderedMessage, b: OrderedMessage): number => a.rowId - b.rowId;

// The oldest page extends back to the beginning of the history, the newest one up to now, and every page to the next one.
function toTimeRange(
  messages: readonly Message[],
  more: boolean,
  before: number | null,
): [from: number, to: number] {
  const from = more ? (messages[0]?.at ?? 0) : 0;
  return [from, before === null ? Number.MAX_SAFE_INTEGER : timeOfRowId(before)];
}
