import type { Account } from '#shared/domain/account.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import type { RowSkip, TableField } from '#shared/domain/messageTable.ts';
import { DAY_MS } from '#shared/time.ts';
import type { CapturedMessage } from '../../capture/toFacts.ts';
import { toSnowflakeTime } from '../../x/snowflake.ts';
import { toReadableText } from '../../x/text.ts';
import {
  isNo,
  isOtherNetwork,
  isYes,
  readChannel,
  readDirection,
  readHandle,
  readHandles,
  readXId,
} from './cellWords.ts';
import { toLocalId } from './localId.ts';
import { parseTime, type TimeReading } from './parseTime.ts';

/** What is needed to understand a row. */
export interface RowReading {
  readonly account: Account;
  readonly cell: (cells: readonly string[], field: TableField) => string;
  /** Whether the column of a field has handles without @. */
  readonly isBare: (field: TableField) => boolean;
  readonly kind: MessageKind;
  readonly times: TimeReading;
  readonly now: number;
  /** X's id of the person with a handle, as far as Perch knows it. */
  readonly findId: (handle: string) => string | null;
  /** The handle with its @ of somebody whom Perch knows by id, else the name; null if neither is known. */
  readonly nameOf: (id: string) => string | null;
  /** The customer of a conversation of the table, by the messages that came in. */
  readonly customerOf: (conversation: string) => Party | null;
}

/** Somebody as a row names them. */
export interface Party {
  readonly id: string | null;
  readonly handle: string | null;
}

/** A message of a table, the person whom it names, and who wrote it there if it is an own one. */
export interface TableMessage {
  readonly facts: CapturedMessage;
  readonly names: readonly { readonly id: string; readonly handle: string; readonly name: string }[];
  readonly table: { readonly agent: string | null };
}

/** What becomes of a row. */
export type TableOutcome = { readonly message: TableMessage } | { readonly skipped: RowSkip };

/** X's longest posts have 25,000 characters. */
const LONGEST_TEXT = 100_000;
const FIRST_POST = Date.UTC(2006, 2, 21);

/** Decides what becomes of a row of a table. */
export function toTableMessage(cells: readonly string[], reading: RowReading): TableOutcome {
  const get = (field: TableField) => reading.cell(cells, field).trim();
  if (isYes(get('internal')) || isNo(get('public'))) return { skipped: 'internalNote' };
  const direction = readDirection(get('direction'));
  if (direction === 'system') return { skipped: 'internalNote' };
  const channel = readChannel(get('channel'));
  if (channel === 'elsewhere' || isOtherNetwork(get('network'))) return { skipped: 'otherNetwork' };
  const { text } = toReadableText(get('text'), []);
  if (text.trim() === '') return { skipped: 'noText' };
  if (text.length > LONGEST_TEXT) return { skipped: 'tooLarge' };
  const stated = parseTime(get('at'), reading.times);
  if (typeof stated !== 'number' || stated < FIRST_POST || stated > reading.now + DAY_MS)
    return { skipped: 'noTime' };
  const { xId, isPost } = readIdOf(get('link'), stated);
  const kind = channel ?? (isPost ? 'post' : reading.kind);
  const people = findPeople(cells, reading, { direction, kind, text });
  if ('skipped' in people) return people;
  const at = xId === null ? stated : Math.floor(toSnowflakeTime(xId) / 1_000) * 1_000;
  return { message: toMessage({ ...people, kind, xId, at, text }, reading.account) };
}

/**
 * X's id of a message, if its time is that of the row: ids of other tools look alike, and spreadsheets round ids of X to fifteen digits,
 * which leaves zeros at their end.
 */
function readIdOf(cell: string, stated: number): { readonly xId: string | null; readonly isPost: boolean } {
  const read = readXId(cell);
  if (!read) return { xId: null, isPost: false };
  const isSure = !read.id.endsWith('000') && Math.abs(toSnowflakeTime(read.id) - stated) <= DAY_MS;
  return { xId: isSure ? read.id : null, isPost: read.isPost };
}

interface People {
  readonly isOwn: boolean;
  readonly authorId: string;
  readonly personId: string;
  readonly names: TableMessage['names'];
  readonly agent: string | null;
}

interface Known {
  readonly direction: 'in' | 'out' | null;
  readonly kind: MessageKind;
  readonly text: string;
}

function findPeople(
  cells: readonly string[],
  reading: RowReading,
  known: Known,
): People | { readonly skipped: RowSkip } {
  const { account, cell } = reading;
  const author = readAuthor(cells, reading);
  const isOwn = known.direction === null ? isAccount(author, account) : known.direction === 'out';
  if (isOwn) return findOwn(cells, reading, known);
  const customer = withPerson(author, cells, reading);
  const id = toId(customer, reading);
  if (id === null) return { skipped: customer.handle === null ? 'noPerson' : 'unknownHandle' };
  if (id === account.id) return { skipped: 'noPerson' };
  const { handle } = customer;
  const name = cell(cells, 'authorName').trim();
  const names = handle === null ? [] : [{ id, handle, name: name || handle }];
  return { isOwn, authorId: id, personId: id, names, agent: null };
}

function findOwn(
  cells: readonly string[],
  reading: RowReading,
  known: Known,
): People | { readonly skipped: RowSkip } {
  const { account, cell } = reading;
  const customer = findCustomer(cells, reading, known.text);
  // Only a post can be meant for nobody.
  if (!customer && known.kind === 'dm') return { skipped: 'noPerson' };
  const personId = customer ? toId(customer, reading) : account.id;
  if (personId === null) return { skipped: 'unknownHandle' };
  const agent = cell(cells, 'agent').trim() || cell(cells, 'authorName').trim() || null;
  return { isOwn: true, authorId: account.id, personId, names: [], agent };
}

const toId = ({ id, handle }: Party, { findId }: RowReading): string | null =>
  id ?? (handle === null ? null : findId(handle));

/** Who wrote a row. */
export function readAuthor(
  cells: readonly string[],
  { cell, isBare }: Pick<RowReading, 'cell' | 'isBare'>,
): Party {
  const id = /^\d{1,19}$/.exec(cell(cells, 'authorId').trim())?.[0] ?? null;
  return { id, handle: readHandle(cell(cells, 'author'), isBare('author')) };
}

export const isAccount = ({ id, handle }: Party, account: Account): boolean =>
  id === account.id || handle?.toLowerCase() === account.handle.toLowerCase();

function withPerson(author: Party, cells: readonly string[], { cell, isBare }: RowReading): Party {
  if (author.id !== null || author.handle !== null) return author;
  return { id: null, handle: readHandle(cell(cells, 'person'), isBare('person')) };
}

/** Whom an own message is meant for: the customer of the row, whom it is sent to, the customer of its conversation, whom it mentions first. */
function findCustomer(cells: readonly string[], reading: RowReading, text: string): Party | null {
  const { cell, isBare, account } = reading;
  const handles = [
    ...readHandles(cell(cells, 'person'), isBare('person')),
    ...readHandles(cell(cells, 'recipient'), isBare('recipient')),
  ];
  const others = handles.filter((handle) => handle.toLowerCase() !== account.handle.toLowerCase());
  if (others[0] !== undefined) return { id: null, handle: others[0] };
  const conversation = cell(cells, 'conversation').trim();
  const customer = conversation === '' ? null : reading.customerOf(conversation);
  if (customer) return customer;
  const mentioned = /^@(\w{1,15})\b/.exec(text)?.[1];
  return mentioned === undefined || reading.findId(mentioned) === null
    ? null
    : { id: null, handle: mentioned };
}

interface Found extends People {
  readonly kind: MessageKind;
  readonly xId: string | null;
  readonly at: number;
  readonly text: string;
}

function toMessage(found: Found, account: Account): TableMessage {
  const { isOwn, authorId, personId, kind, at, text, names, agent } = found;
  const xId = found.xId ?? toLocalId({ personId, isOwn, at, text });
  const facts: CapturedMessage = {
    kind,
    xId,
    versionXId: xId,
    versions: [],
    role: authorId === account.id ? 'own' : 'wanted',
    reason: isOwn ? null : kind === 'dm' ? 'dm' : 'mention',
    authorId,
    personId,
    text,
    at,
    inReplyTo: null,
    threadId: null,
    lang: null,
    links: [],
    media: [],
    attachments: [],
    quotes: [],
    unreadable: false,
    refersTo: [],
    quoteCount: null,
    mentions: [],
  };
  return { facts, names, table: { agent } };
}
