import type { Activity } from '#shared/domain/activity.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Note } from '#shared/domain/note.ts';
import { MINUTE_MS } from '#shared/time.ts';
import type { HistoryGap } from '../../../workspace/history.ts';
import {
  type BoundaryRow,
  type LostTime,
  type MessageRow,
  type NoteRow,
  type SystemRow,
  type TimelineRow,
  toSystemLine,
} from './timelineRow.ts';

/** Messages of one author on one channel are grouped if they follow within this time, in milliseconds. */
export const GROUP_MS = 5 * MINUTE_MS;

interface Input {
  readonly messages: readonly Message[];
  readonly activities: readonly Activity[];
  readonly notes?: readonly Note[];
  readonly gaps: readonly HistoryGap[];
  readonly conversationId: string;
  /** True if nothing older is known. */
  readonly complete: boolean;
  /** The message below the line that says what is new. */
  readonly newFrom?: string | undefined;
}

/**
 * The rows of a history; all inputs are oldest first. Days are those of the local time zone. Older messages that are put above
 * leave the rows from the first message on in their order.
 */
export function buildTimeline({
  messages: all,
  activities,
  notes = [],
  gaps,
  conversationId,
  complete,
  newFrom,
}: Input): TimelineRow[] {
  const messages = withoutQuoted(all);
  const spans = toSpans(messages, conversationId);
  const systems = [
    ...withoutUndone(activities).flatMap(toSystemRow),
    ...notes.map(toNoteRow),
    ...toGapRows(gaps, messages),
  ].sort((a, b) => a.at - b.at);
  const rows: TimelineRow[] = complete
    ? [{ kind: 'beginning', key: 'beginning', at: messages[0]?.at ?? 0 }]
    : [];
  let nextSystem = 0;
  let previous: Message | null = null;
  const owners = toOwners(messages, conversationId);
  for (const [index, message] of messages.entries()) {
    const owner = owners[index] ?? conversationId;
    const boundary = spans.size > 1 && owner !== owners[index - 1] ? spans.get(owner) : undefined;
    nextSystem = takeSystems(rows, systems, nextSystem, message.at);
    pushBeginnings(rows, message, boundary);
    pushMove(rows, boundary ? null : previous, message);
    if (message.id === newFrom) rows.push({ kind: 'new', key: 'new', at: message.at });
    rows.push(toMessageRow(message));
    if (!message.context) previous = message;
  }
  takeSystems(rows, systems, nextSystem, Number.POSITIVE_INFINITY);
  return markRuns(rows);
}

// A quoted post is shown within the message that quotes it.
function withoutQuoted(messages: readonly Message[]): readonly Message[] {
  const quoted = new Set(messages.flatMap(({ quotes }) => quotes.map(({ xId }) => xId)));
  if (quoted.size === 0) return messages;
  const parents = new Set(messages.map(({ inReplyTo }) => inReplyTo));
  return messages.filter(
    ({ context, xId }) => !context || xId === null || !quoted.has(xId) || parents.has(xId),
  );
}

// Nothing is left of it. An undoing is always loaded with what it undid, since it is newer, but not the other way round.
function withoutUndone(activities: readonly Activity[]): readonly Activity[] {
  const undone = new Set(
    activities.flatMap(({ kind, facts }) => (kind === 'undone' ? facts.activityId : [])),
  );
  return undone.size === 0 ? activities : activities.filter(({ id }) => !undone.has(id));
}

/** An own message keeps its key when X confirms it, so that React does not remount its row. */
export function messageKey(message: Message): string {
  return message.outboxId ?? message.id;
}

function toMessageRow(message: Message): MessageRow {
  return { kind: 'message', key: messageKey(message), message, starts: true, ends: true };
}

function toNoteRow(note: Note): NoteRow {
  return { kind: 'note', key: `note-${note.id}`, at: note.createdAt, note };
}

function toSystemRow(activity: Activity): SystemRow[] {
  const line = toSystemLine(activity);
  return line ? [{ kind: 'system', key: activity.id, at: activity.at, line }] : [];
}

/**
 * One row for all gaps between the same two messages, placed where the last of them ends. What can still be fetched is left
 * out: it is missing only for now.
 */
function toGapRows(gaps: readonly HistoryGap[], messages: readonly Message[]): SystemRow[] {
  const byPlace = new Map<number, HistoryGap[]>();
  for (const gap of gaps.filter(({ recoverable }) => !recoverable)) {
    const place = messages.findLastIndex(({ at }) => at <= gap.to);
    byPlace.set(place, [...(byPlace.get(place) ?? []), gap]);
  }
  return [...byPlace.values()].map((together) => {
    const lost = toLostTime(together);
    return { kind: 'system', key: `gap-${lost.from}`, at: lost.to, line: { type: 'gap', lost } };
  });
}

function toLostTime(gaps: readonly HistoryGap[]): LostTime {
  const [reason = null, ...others] = new Set(gaps.map((gap) => gap.reason));
  return {
    from: Math.min(...gaps.map(({ from }) => from)),
    to: Math.max(...gaps.map(({ to }) => to)),
    kinds: [...new Set(gaps.map(({ kind }) => kind))],
    reason: others.length > 0 ? null : reason,
  };
}

/** Pushes the system rows older than `before`. Returns the index of the next one. */
function takeSystems(
  rows: TimelineRow[],
  systems: readonly (SystemRow | NoteRow)[],
  from: number,
  before: number,
) {
  let next = from;
  for (let row = systems[next]; row && row.at < before; row = systems[next]) {
    // The text of a gap contains its dates.
    if (!isGap(row)) pushDay(rows, row.at);
    rows.push(row);
    next++;
  }
  return next;
}

/** The conversation of each message; a context message belongs to that of the message it explains, the next one. */
function toOwners(messages: readonly Message[], conversationId: string): string[] {
  const owners: string[] = [];
  let owner = messages.findLast((message) => message.conversationId)?.conversationId ?? conversationId;
  for (let index = messages.length - 1; index >= 0; index--) {
    owner = messages[index]?.conversationId ?? owner;
    owners[index] = owner;
  }
  return owners;
}

function toSpans(messages: readonly Message[], conversationId: string): Map<string, BoundaryRow> {
  const spans = new Map<string, BoundaryRow>();
  for (const { conversationId: id, at } of messages) {
    if (!id) continue;
    const from = spans.get(id)?.from ?? at;
    spans.set(id, { kind: 'boundary', key: `in-${id}`, current: id === conversationId, from, to: at });
  }
  return spans;
}

// Day and conversation of the first message begin in what is yet to be loaded. Their lines would move there, and with them the
// timeline, which keeps its upper row in place.
function pushBeginnings(rows: TimelineRow[], { at }: Message, boundary: BoundaryRow | undefined): void {
  if (rows.length === 0) return;
  pushDay(rows, at);
  if (boundary) rows.push(boundary);
}

function pushDay(rows: TimelineRow[], at: number): void {
  const last = rows.findLast((row) => !isGap(row));
  if (last && last.kind !== 'beginning' && toDay(timeOf(last)) === toDay(at)) return;
  rows.push({ kind: 'day', key: `day-${toDay(at)}`, at });
}

function pushMove(rows: TimelineRow[], previous: Message | null, message: Message): void {
  if (!previous || message.context || previous.kind === message.kind) return;
  const to = message.kind === 'dm' ? 'dm' : 'public';
  rows.push({
    kind: 'system',
    key: `move-${messageKey(message)}`,
    at: message.at,
    line: { type: 'moved', to },
  });
}

function isGap(row: TimelineRow): boolean {
  return row.kind === 'system' && row.line.type === 'gap';
}

function timeOf(row: TimelineRow): number {
  if (row.kind === 'message') return row.message.at;
  return row.kind === 'boundary' ? row.from : row.at;
}

function toDay(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

function markRuns(rows: readonly TimelineRow[]): TimelineRow[] {
  return rows.map((row, index) => {
    if (row.kind !== 'message') return row;
    return { ...row, starts: !isRun(rows[index - 1], row), ends: !isRun(row, rows[index + 1]) };
  });
}

function isRun(first: TimelineRow | undefined, second: TimelineRow | undefined): boolean {
  if (first?.kind !== 'message' || second?.kind !== 'message') return false;
  const [a, b] = [first.message, second.message];
  return (
    a.author.id === b.author.id &&
    a.kind === b.kind &&
    a.direction === b.direction &&
    a.context === b.context &&
    a.group?.id === b.group?.id &&
    b.at - a.at <= GROUP_MS
  );
}
