import type { Cell } from '../library/csv.ts';
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

/** The rows of a conversation; `toClock` writes a time as spreadsheets read it. */
export function toRows(exported: ExportedConversation, toClock: (at: number) => string): Cell[][] {
  const { conversation, tags, score, messages } = exported;
  return messages.map((message) => [
    conversation.id,
    conversation.status,
    conversation.priority,
    conversation.agent,
    tags.join(', '),
    score?.score ?? null,
    message.id,
    toClock(message.at),
    message.kind === 'dm' ? 'private' : 'public',
    message.direction,
    message.author.handle,
    message.author.name,
    message.agent ?? null,
    message.text,
    message.deletedAt !== null,
    message.media.flatMap(({ url }) => url ?? []).join(' '),
  ]);
}
