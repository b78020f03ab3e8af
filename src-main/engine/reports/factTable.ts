import { type TargetOutcome, WorkFigure } from '#shared/domain/workReport.ts';
import type { WorkHistory } from '../store/workHistories.ts';
import { backlogChanges, type WorkFact } from './walkConversation.ts';

/** What is the same for all facts of a conversation. */
export interface CountedConversation {
  readonly id: string;
  readonly language: string | null;
  /** The ids of its tags. */
  readonly tags: readonly string[];
  /** When the first message and the last of all became known. */
  readonly known: { readonly first: number; readonly last: number };
  /** Its rows, from `from` (inclusive) to `to` (exclusive). */
  readonly rows: { readonly from: number; readonly to: number };
}

/** Numbers that stand for figures and changes of the backlog in a row; `LEFT` is a row that does not count any more. */
const figures = [...WorkFigure.options, ...backlogChanges];
const LEFT = figures.length;
export const codeOf = Object.fromEntries(figures.map((figure, code) => [figure, code])) as Readonly<
  Record<WorkFact['figure'], number>
>;

/** How a row with this code changes the backlog; null if it does not. */
export function changeOf(
  code: number,
): { readonly of: 'unresolved' | 'waiting'; readonly by: 1 | -1 } | null {
  return changes[code] ?? null;
}
const changes = figures.map((figure) => {
  if (figure === 'unresolved' || figure === 'waiting') return { of: figure, by: 1 } as const;
  if (figure === 'notUnresolved') return { of: 'unresolved', by: -1 } as const;
  return figure === 'notWaiting' ? ({ of: 'waiting', by: -1 } as const) : null;
});

const MET = 1;
const MISSED = 2;
const FROM_LIBRARY = 4;
const DM = 8;
const FROM_REPLY = 16;

/** A row for each fact, by column, so that millions fit into memory and are counted in milliseconds. */
interface Columns {
  readonly at: Float64Array;
  /** NaN for what takes no time. */
  readonly ms: Float64Array;
  /** A place in `conversations`. */
  readonly conversation: Int32Array;
  /** A place in `agents`; -1 for nobody. */
  readonly agent: Int16Array;
  readonly figure: Uint8Array;
  readonly flags: Uint8Array;
}

const columnNames = ['at', 'ms', 'conversation', 'agent', 'figure', 'flags'] as const;

/** So many rows have one span. Conversations are counted in the order in which they began, so the times of a span are close together. */
export const SPAN_ROWS = 4_096;

/** What some rows amount to. */
export interface Span {
  /** Between which times they are, both inclusive, also those that do not count any more. */
  earliest: number;
  latest: number;
  /** How many conversations more or fewer they leave in the backlog. */
  readonly backlog: { unresolved: number; waiting: number };
}

/** The facts of conversations. Change it with `putConversation` and `dropConversation` only. */
export interface FactTable {
  columns: Columns;
  /** One for each `SPAN_ROWS` rows. */
  spans: Span[];
  /** How many rows there are, and how many of them do not count any more. */
  count: number;
  left: number;
  conversations: (CountedConversation | null)[];
  readonly places: Map<string, number>;
  readonly agents: string[];
  /** The times of the earliest and the latest fact that there ever were. */
  earliest: number;
  latest: number;
  /** When the last of all facts that there ever were became known. */
  lastKnown: number;
}

export const createFactTable = (): FactTable => ({
  columns: createColumns(1_024),
  spans: [],
  count: 0,
  left: 0,
  conversations: [],
  places: new Map(),
  agents: [],
  earliest: Number.POSITIVE_INFINITY,
  latest: Number.NEGATIVE_INFINITY,
  lastKnown: Number.NEGATIVE_INFINITY,
});

const createColumns = (size: number): Columns => ({
  at: new Float64Array(size),
  ms: new Float64Array(size),
  conversation: new Int32Array(size),
  agent: new Int16Array(size),
  figure: new Uint8Array(size),
  flags: new Uint8Array(size),
});

/** Puts the facts of a conversation in the place of those that it had. */
export function putConversation(table: FactTable, history: WorkHistory, facts: readonly WorkFact[]): void {
  const { conversationId: id, language, tags, known } = history;
  const place = table.places.get(id) ?? table.conversations.length;
  dropConversation(table, id);
  if (known === null) return;
  const from = table.count;
  for (const fact of facts) addRow(table, place, fact);
  table.lastKnown = Math.max(table.lastKnown, known.last);
  table.places.set(id, place);
  table.conversations[place] = { id, language, tags, known, rows: { from, to: table.count } };
}

/** Takes the facts of a conversation out; nothing happens if it has none. */
export function dropConversation(table: FactTable, id: string): void {
  const place = table.places.get(id);
  const known = place === undefined ? null : table.conversations[place];
  if (place === undefined || !known) return;
  const { from, to } = known.rows;
  for (let row = from; row < to; row += 1) noteBacklog(table, row, -1);
  table.columns.figure.fill(LEFT, from, to);
  table.left += to - from;
  table.places.delete(id);
  table.conversations[place] = null;
}

/** Takes the rows out that do not count any more, if they are most of them. */
export function compact(table: FactTable): void {
  const { columns, count, left, conversations } = table;
  if (left < FEWEST_LEFT || left < count / 2) return;
  const larger = createColumns(count - left + FEWEST_LEFT);
  table.columns = larger;
  table.spans = [];
  table.count = 0;
  table.left = 0;
  for (const [place, conversation] of conversations.entries()) {
    if (conversation === null) continue;
    const { from, to } = conversation.rows;
    for (const name of columnNames) larger[name].set(columns[name].subarray(from, to), table.count);
    const rows = { from: table.count, to: table.count + to - from };
    conversations[place] = { ...conversation, rows };
    for (let row = rows.from; row < rows.to; row += 1) addToSpan(table, row);
    table.count = rows.to;
  }
}

/** Fewer rows are not worth the copying. */
const FEWEST_LEFT = 10_000;

function addRow(table: FactTable, conversation: number, fact: WorkFact): void {
  if (table.count === table.columns.at.length) table.columns = grow(table.columns);
  const { columns, count } = table;
  columns.at[count] = fact.at;
  columns.ms[count] = fact.ms ?? Number.NaN;
  columns.conversation[count] = conversation;
  columns.agent[count] = fact.agent === null ? -1 : placeOfAgent(table.agents, fact.agent);
  columns.figure[count] = codeOf[fact.figure];
  columns.flags[count] = toFlags(fact);
  addToSpan(table, count);
  table.count += 1;
  table.earliest = Math.min(table.earliest, fact.at);
  table.latest = Math.max(table.latest, fact.at);
}

function addToSpan(table: FactTable, row: number): void {
  const { spans, columns } = table;
  const at = columns.at[row] ?? 0;
  const place = Math.floor(row / SPAN_ROWS);
  const span = spans[place] ?? { earliest: at, latest: at, backlog: { unresolved: 0, waiting: 0 } };
  spans[place] = span;
  span.earliest = Math.min(span.earliest, at);
  span.latest = Math.max(span.latest, at);
  noteBacklog(table, row, 1);
}

/** Adds what a row changes of the backlog to its span, or with -1 takes it out. */
function noteBacklog({ spans, columns }: FactTable, row: number, n: 1 | -1): void {
  const backlog = spans[Math.floor(row / SPAN_ROWS)]?.backlog;
  const change = changeOf(columns.figure[row] ?? LEFT);
  if (backlog && change) backlog[change.of] += change.by * n;
}

function grow(columns: Columns): Columns {
  const larger = createColumns(Math.ceil(columns.at.length * 1.5));
  for (const name of columnNames) larger[name].set(columns[name]);
  return larger;
}

function placeOfAgent(agents: string[], id: string): number {
  const place = agents.indexOf(id);
  return place >= 0 ? place : agents.push(id) - 1;
}

const toFlags = ({ target, isFromLibrary, isFromReply, channel }: WorkFact): number =>
  (target === 'met' ? MET : 0) |
  (target === 'missed' ? MISSED : 0) |
  (isFromLibrary ? FROM_LIBRARY : 0) |
  (isFromReply ? FROM_REPLY : 0) |
  (channel === 'dm' ? DM : 0);

export const isFromLibrary = (flags: number): boolean => (flags & FROM_LIBRARY) !== 0;
export const isFromReply = (flags: number): boolean => (flags & FROM_REPLY) !== 0;
export const channelOf = (flags: number): WorkFact['channel'] => ((flags & DM) === 0 ? 'public' : 'dm');
export function targetOf(flags: number): TargetOutcome | null {
  if ((flags & MET) !== 0) return 'met';
  return (flags & MISSED) === 0 ? null : 'missed';
}

/** The id of the agent of a row; null for nobody. */
export const agentOf = ({ columns, agents }: FactTable, row: number): string | null =>
  agents[columns.agent[row] ?? -1] ?? null;

/** The conversation of a row; null for one that does not count any more. */
export const conversationOf = (
  { columns, conversations }: FactTable,
  row: number,
): CountedConversation | null => conversations[columns.conversation[row] ?? -1] ?? null;
