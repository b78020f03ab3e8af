import { type TargetOutcome, WorkFigure } from '#shared/domain/workReport.ts';
import { findFirst } from '../statistics/findFirst.ts';
import { backlogChanges, type WorkFact } from './walkConversation.ts';

/** Numbers that stand for figures, and after them for changes of the backlog. */
const figures = [...WorkFigure.options, ...backlogChanges];
export const codeOf = Object.fromEntries(figures.map((figure, code) => [figure, code])) as Readonly<
  Record<WorkFact['figure'], number>
>;
export const codes = [...figures.keys()];

export const MET = 1;
export const MISSED = 2;
export const FROM_LIBRARY = 4;
export const FROM_REPLY = 8;
export const DM = 16;
/** Flags are below it. */
export const FLAGS_END = 32;

/** So many rows have one span. Conversations are counted in the order in which they began, so the times of a span are close together. */
export const SPAN_ROWS = 4_096;

/** Facts of one figure, a row for each, by column, so that millions fit into memory and are counted in milliseconds. */
export interface Span {
  /** NaN for a row that does not count any more. */
  readonly at: Float64Array;
  /** A place among the conversations of the table; in ascending order. */
  readonly conversation: Int32Array;
  /** NaN for what takes no time; empty if the figure has no times. */
  readonly ms: Float64Array;
  /** A place in `agents`, and what is true of a fact; both empty for changes of the backlog. */
  readonly agent: Uint16Array;
  readonly flags: Uint8Array;
  /** How many rows there are, and how many of them do not count any more. */
  count: number;
  left: number;
  /** Between which times they are, both inclusive, also those that do not count any more. */
  earliest: number;
  latest: number;
  /** What `rowsByTime` has found. */
  byTime: Int32Array | null;
}

function createSpan(code: number): Span {
  const isChange = code >= codeOf.unresolved;
  const details = isChange ? 0 : SPAN_ROWS;
  return {
    at: new Float64Array(SPAN_ROWS),
    conversation: new Int32Array(SPAN_ROWS),
    ms: new Float64Array(isChange || code < codeOf.firstReply ? 0 : SPAN_ROWS),
    agent: new Uint16Array(details),
    flags: new Uint8Array(details),
    count: 0,
    left: 0,
    earliest: Number.POSITIVE_INFINITY,
    latest: Number.NEGATIVE_INFINITY,
    byTime: null,
  };
}

/** What a row is made of. */
interface Row {
  readonly at: number;
  readonly conversation: number;
  readonly ms: number;
  readonly agent: number;
  readonly flags: number;
}

/** Adds a row to the last of the spans of a figure, or to a new one. */
export function addRow(spans: Span[], code: number, { at, conversation, ms, agent, flags }: Row): void {
  let span = spans.at(-1);
  if (span === undefined || span.count === SPAN_ROWS) {
    span = createSpan(code);
    spans.push(span);
  }
  const row = span.count;
  span.at[row] = at;
  span.conversation[row] = conversation;
  // A column that the figure does not have stays empty.
  span.ms[row] = ms;
  span.agent[row] = agent;
  span.flags[row] = flags;
  span.count += 1;
  span.earliest = Math.min(span.earliest, at);
  span.latest = Math.max(span.latest, at);
  span.byTime = null;
}

/** A row that still counts; null for another. */
export function readRow({ at, conversation, ms, agent, flags }: Span, row: number): Row | null {
  const time = at[row] ?? Number.NaN;
  if (Number.isNaN(time)) return null;
  return {
    at: time,
    conversation: conversation[row] ?? 0,
    ms: ms[row] ?? Number.NaN,
    agent: agent[row] ?? 0,
    flags: flags[row] ?? 0,
  };
}

/** All rows, those that took the shortest time first; kept until there is another row. */
export function rowsByTime(span: Span): Int32Array {
  span.byTime ??= sortRows(span.ms.subarray(0, span.count));
  return span.byTime;
}

function sortRows(ms: Float64Array): Int32Array {
  const sorted = ms.toSorted();
  const rows = new Int32Array(ms.length);
  // How many rows with the time at a place have theirs.
  const taken = new Int32Array(ms.length);
  for (let row = 0; row < rows.length; row += 1) {
    const time = ms[row] ?? 0;
    const first = findFirst(sorted.length, (place) => (sorted[place] ?? 0) >= time);
    const before = taken[first] ?? 0;
    rows[first + before] = row;
    taken[first] = before + 1;
  }
  return rows;
}

/** Takes the rows of a conversation out of the spans of a figure. Returns how many there were. */
export function leaveOut(spans: readonly Span[], conversation: number): number {
  const first = findFirst(spans.length, (n) => (lastOf(spans[n]) ?? 0) >= conversation);
  let found = 0;
  for (let n = first; n < spans.length && (spans[n]?.conversation[0] ?? 0) <= conversation; n += 1) {
    const span = spans[n] as Span;
    const from = findFirst(span.count, (row) => (span.conversation[row] ?? 0) >= conversation);
    const to = findFirst(span.count, (row) => (span.conversation[row] ?? 0) > conversation);
    span.at.fill(Number.NaN, from, to);
    span.left += to - from;
    found += to - from;
  }
  return found;
}

const lastOf = (span: Span | undefined) => span?.conversation[span.count - 1];

export const toFlags = ({ target, isFromLibrary, isFromReply, channel }: WorkFact): number =>
  (target === 'met' ? MET : 0) |
  (target === 'missed' ? MISSED : 0) |
  (isFromLibrary ? FROM_LIBRARY : 0) |
  (isFromReply ? FROM_REPLY : 0) |
  (channel === 'dm' ? DM : 0);

export function targetOf(flags: number): TargetOutcome | null {
  if ((flags & MET) !== 0) return 'met';
  return (flags & MISSED) === 0 ? null : 'missed';
}
