import type { DayOrder, TableField, TableMapping, TableTool } from '#shared/domain/messageTable.ts';
import { isNo, isYes, readDirection } from './cellWords.ts';
import { parseTime } from './parseTime.ts';

/** The head of a table and its first rows. */
export interface TableSample {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The name of a column as tools write it: `Created At` and `createdAt` are `created_at`. */
export const toColumnKey = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');

/** Columns by which the tables of a tool are known, and the zone of its times where they have none. */
const tools: Readonly<
  Record<TableTool, { readonly columns: readonly string[]; readonly timeZone: 'UTC' | null }>
> = {
  chatwoot: { columns: ['message_type', 'conversation_id', 'content', 'source_id'], timeZone: 'UTC' },
  sprout: { columns: ['perma_link', 'created_time', 'post_type'], timeZone: null },
  zammad: { columns: ['ticket_id', 'type', 'sender', 'from', 'body', 'message_id'], timeZone: 'UTC' },
  zendesk: { columns: ['ticket_id', 'author_id', 'body', 'public'], timeZone: 'UTC' },
};

export function findTool(names: readonly string[]): TableTool | null {
  const keys = new Set(names.map(toColumnKey));
  const known = Object.entries(tools).find(([, { columns }]) => columns.every((name) => keys.has(name)));
  return (known?.[0] as TableTool | undefined) ?? null;
}

/** The names that tools give to columns, the most telling first. */
const namesOf: Readonly<Record<TableField, readonly string[]>> = {
  text: [
    'plain_body',
    'text',
    'body',
    'content',
    'message',
    'message_text',
    'message_body',
    'full_text',
    'tweet',
    'tweet_text',
    'post_text',
    'comment',
    'bericht',
    'tekst',
    'texte',
    'contenu',
  ],
  at: [
    'created_at',
    'created_time',
    'timestamp',
    'sent_at',
    'published_at',
    'date_time',
    'datetime',
    'created',
    'date_utc',
    'time',
    'date',
    'datum',
    'tijdstip',
    'heure',
  ],
  link: [
    'perma_link',
    'permalink',
    'post_url',
    'tweet_url',
    'message_url',
    'link',
    'url',
    'source_id',
    'tweet_id',
    'post_id',
    'message_id',
    'native_id',
    'external_id',
    'twitter_id',
  ],
  direction: [
    'direction',
    'message_type',
    'inbound_outbound',
    'sender_type',
    'author_type',
    'author_role',
    'sender',
    'type',
    'richting',
    'sens',
  ],
  author: [
    'author_handle',
    'sender_handle',
    'from_handle',
    'from_screen_name',
    'from_username',
    'sender_screen_name',
    'sender_username',
    'via_source_from_username',
    'screen_name',
    'handle',
    'username',
    'twitter_handle',
    'from',
    'author',
    'sender',
    'user',
    'afzender',
    'schrijver',
    'auteur',
    'expéditeur',
  ],
  authorId: [
    'author_x_id',
    'x_user_id',
    'twitter_user_id',
    'author_twitter_id',
    'via_source_from_twitter_id',
  ],
  authorName: ['author_name', 'sender_name', 'from_name', 'via_source_from_name', 'display_name', 'name'],
  recipient: [
    'recipient_handle',
    'to_handle',
    'to_screen_name',
    'recipient',
    'to',
    'ontvanger',
    'destinataire',
  ],
  person: [
    'customer_handle',
    'contact_handle',
    'requester_handle',
    'customer_username',
    'customer',
    'contact',
    'requester',
    'klant',
    'client',
  ],
  agent: [
    'agent',
    'agent_name',
    'replied_by',
    'sent_by',
    'assignee',
    'assigned_to',
    'team_member',
    'created_by',
    'medewerker',
  ],
  channel: ['channel', 'post_type', 'message_kind', 'article_type', 'via_channel', 'type'],
  network: ['network', 'social_network', 'platform', 'medium', 'inbox', 'source'],
  conversation: [
    'conversation_id',
    'ticket_id',
    'ticket_number',
    'case_id',
    'thread_id',
    'conversation',
    'ticket',
    'gesprek',
  ],
  internal: ['private', 'internal', 'is_internal', 'is_private', 'internal_note'],
  public: ['public', 'is_public'],
};

/** What a table seems to mean: columns by their names, checked by what is in them, and the order of dates if one of them tells. */
export function guessMapping(sample: TableSample): TableMapping {
  const tool = findTool(sample.names);
  const columns = guessColumns(sample);
  const times = columns.at === undefined ? [] : listCells(sample, columns.at);
  return {
    columns,
    kind: 'post',
    timeZone: tool === null ? null : tools[tool].timeZone,
    dayOrder: guessDayOrder(times),
  };
}

function guessColumns(sample: TableSample): TableMapping['columns'] {
  const keys = sample.names.map(toColumnKey);
  const taken = new Set<number>();
  const columns: TableMapping['columns'] = {};
  for (const [field, names] of Object.entries(namesOf) as [TableField, readonly string[]][]) {
    const found = names.map((name) => keys.indexOf(name)).filter((at) => at >= 0 && !taken.has(at));
    const fits = found.find((at) => isPossible(field, listCells(sample, at)));
    if (fits === undefined) continue;
    columns[field] = fits;
    taken.add(fits);
  }
  return columns;
}

const listCells = ({ rows }: TableSample, at: number): string[] =>
  rows.map((cells) => cells[at]?.trim() ?? '').filter((cell) => cell !== '');

/** Whether the cells of a column can be what its name promises: "sender" is a role in one tool and a handle in another. */
function isPossible(field: TableField, cells: readonly string[]): boolean {
  if (field === 'direction') return cells.every((cell) => readDirection(cell) !== null);
  if (field === 'internal' || field === 'public') return cells.every((cell) => isYes(cell) || isNo(cell));
  if (field === 'at')
    return cells.every((cell) => parseTime(cell, { localTime: null, dayOrder: null }) !== null);
  return true;
}

function guessDayOrder(times: readonly string[]): DayOrder | null {
  const reads = (dayOrder: DayOrder) =>
    times.some((time) => {
      const [, one = '', other = ''] = /^\D*(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(time) ?? [];
      return Number(dayOrder === 'dayFirst' ? one : other) > 12;
    });
  const [isDayFirst, isMonthFirst] = [reads('dayFirst'), reads('monthFirst')];
  if (isDayFirst === isMonthFirst) return null;
  return isDayFirst ? 'dayFirst' : 'monthFirst';
}
