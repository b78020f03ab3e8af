import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Activity } from '#shared/domain/activity.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Note } from '#shared/domain/note.ts';

export type HistoryPage = EngineOutput<'conversations.get'>;
/** A time range in which messages of one kind could not be captured. */
export type HistoryGap = HistoryPage['gaps'][number];

/** A loaded part of a person's history, oldest first; `previous` is the cursor for older messages, `next` the one for newer. */
export interface History {
  readonly messages: readonly Message[];
  readonly activities: readonly Activity[];
  readonly notes: readonly Note[];
  readonly gaps: readonly HistoryGap[];
  readonly previous: string | undefined;
  readonly next: string | undefined;
  /** The message captured last, as of the newest page. */
  readonly seenThrough: string | undefined;
  /** The unread messages in the order of capture, as of the newest page. */
  readonly unread: readonly string[];
}

export const emptyHistory: History = {
  messages: [],
  activities: [],
  notes: [],
  gaps: [],
  previous: undefined,
  next: undefined,
  seenThrough: undefined,
  unread: [],
};

/**
 * Returns the history after the newest page was refetched. The page replaces its own time range; older messages stay.
 * If the page no longer overlaps what was loaded, only the page remains, so that no gap goes unnoticed.
 */
export function mergeNewest(history: History, page: HistoryPage | History): History {
  const first = page.messages[0];
  const cut = first ? history.messages.findIndex((message) => isSame(message, first)) : -1;
  if (cut < 0) return toHistory(page);
  if (cut === 0) return { ...toHistory(page), previous: history.previous };
  return {
    messages: [...history.messages.slice(0, cut), ...page.messages],
    activities: mergeActivities(history.activities, page.activities),
    notes: mergeNotes(history.notes, page),
    gaps: mergeGaps(history.gaps, page),
    previous: history.previous,
    next: undefined,
    seenThrough: page.seenThrough,
    unread: page.unread ?? [],
  };
}

/** Returns the history with an older page prepended. */
export function mergeOlder(history: History, page: HistoryPage): History {
  const known = new Set(history.messages.map((message) => message.id));
  return {
    messages: [...page.messages.filter((message) => !known.has(message.id)), ...history.messages],
    activities: mergeActivities(page.activities, history.activities),
    notes: mergeNotes(page.notes ?? [], history),
    gaps: mergeGaps(page.gaps, history),
    previous: page.previous,
    next: history.next,
    seenThrough: history.seenThrough,
    unread: history.unread,
  };
}

/** Returns the history with a newer page appended. */
export function mergeNewer(history: History, page: HistoryPage): History {
  const known = new Set(history.messages.map((message) => message.id));
  return {
    messages: [...history.messages, ...page.messages.filter((message) => !known.has(message.id))],
    activities: mergeActivities(history.activities, page.activities),
    notes: mergeNotes(history.notes, page),
    gaps: mergeGaps(history.gaps, page),
    previous: history.previous,
    next: page.next,
    seenThrough: history.seenThrough,
    unread: history.unread,
  };
}

/** Whether a message is among those that are loaded. */
export function hasMessage({ messages }: Pick<History, 'messages'>, id: string): boolean {
  return messages.some((message) => message.id === id);
}

/** An own message changes its id when X confirms it. */
export function isSame(a: Message, b: Message): boolean {
  return a.id === b.id || (a.outboxId !== undefined && a.outboxId === b.outboxId);
}

/** A page as a history of its own. */
export function toHistory(page: HistoryPage | History): History {
  const { messages, activities, notes = [], gaps, previous, next, seenThrough, unread = [] } = page;
  return { messages, activities, notes, gaps, previous, next, seenThrough, unread };
}

/** The newer part replaces gaps in its own time range; older gaps that end before it remain. */
function mergeGaps(
  older: readonly HistoryGap[],
  newer: Pick<History, 'messages' | 'gaps'>,
): readonly HistoryGap[] {
  const begins = newer.messages[0]?.at ?? Number.POSITIVE_INFINITY;
  return [...older.filter(({ to }) => to <= begins), ...newer.gaps];
}

/** The newer part has all notes of its own time range, so that a deleted one goes; those of before remain. */
function mergeNotes(
  older: readonly Note[],
  newer: Pick<HistoryPage, 'messages' | 'notes'> | Pick<History, 'messages' | 'notes'>,
): readonly Note[] {
  const begins = newer.messages[0]?.at ?? Number.POSITIVE_INFINITY;
  return [...older.filter(({ createdAt }) => createdAt < begins), ...(newer.notes ?? [])];
}

function mergeActivities(older: readonly Activity[], newer: readonly Activity[]): Activity[] {
  const byId = new Map([...older, ...newer].map((activity) => [activity.id, activity]));
  return [...byId.values()].sort((a, b) => a.at - b.at);
}
