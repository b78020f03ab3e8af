import type { Message } from '#shared/domain/message.ts';
import type { Cell } from '../library/csv.ts';
import { inParts } from './inParts.ts';
import type { ExportedConversation } from './readExported.ts';

/** The columns of an exported table, which has a row for each message. */
export const columns = [
  'conversation',
  'status',
  'priority',
  'assignee',
  'tags',
  'score',
  'message',
  'at',
  'channel',
  'direction',
  'handle',
  'name',
  'agent',
  'text',
  'deleted',
  'media',
];

/** The rows of a conversation in parts; `toClock` writes a time as spreadsheets read it. */
export function* toRows(
  { conversation, tags, score, messages }: ExportedConversation,
  toClock: (at: number) => string,
): Generator<Cell[][]> {
  const { id, status, priority, agent } = conversation;
  const facts = [id, status, priority, agent, tags.join(', '), score?.score ?? null];
  for (const part of inParts(messages))
    yield part.map((message) => [...facts, ...toCells(message, toClock(message.at))]);
}

const toCells = (message: Message, at: string): Cell[] => [
  message.id,
  at,
  message.kind === 'dm' ? 'private' : 'public',
  message.direction,
  message.author.handle,
  message.author.name,
  message.agent ?? null,
  message.text,
  message.deletedAt !== null,
  message.media.flatMap(({ url }) => url ?? []).join(' '),
];
