import { z } from 'zod';
import { Direction, MessageKind } from './message.ts';
import { isKnownTimeZone } from './officeHours.ts';

/**
 * What a column of a table of messages can be:
 * - `text`: the words of the message; `at`: when it was written;
 * - `link`: X's id of the message, or the address of the post;
 * - `direction`: whether it came in or went out, in a word such as `incoming`, `Agent` or `1`;
 * - `author`, `recipient`, `person`: a handle or the address of a profile, `person` always the customer's; `authorId`: X's id of the
 *   author; `authorName`: the author's name;
 * - `agent`: who wrote an outgoing message;
 * - `channel`: post or private message; `network`: X or another one;
 * - `conversation`: the ticket or conversation, by which the customer of an outgoing message is found;
 * - `internal`, `public`: yes or no; internal notes are not imported.
 */
export const TableField = z.enum([
  'text',
  'at',
  'link',
  'direction',
  'author',
  'authorId',
  'authorName',
  'recipient',
  'person',
  'agent',
  'channel',
  'network',
  'conversation',
  'internal',
  'public',
]);
export type TableField = z.infer<typeof TableField>;

export const DayOrder = z.enum(['dayFirst', 'monthFirst']);
export type DayOrder = z.infer<typeof DayOrder>;

/** How a table of messages is read. */
export const TableMapping = z.strictObject({
  /** The number of the column, from 0, for each field that the table has. */
  columns: z.partialRecord(TableField, z.number().int().min(0)),
  /** What a message is of which neither a column nor an address says it. */
  kind: MessageKind,
  /** That of times without one, such as `Europe/Brussels`; null if it is not known. */
  timeZone: z.string().refine(isKnownTimeZone, 'is no time zone').nullable(),
  /** How to read 3/4/2024; null if it is not known. */
  dayOrder: DayOrder.nullable(),
});
export type TableMapping = z.infer<typeof TableMapping>;

/** What has to be said before a table can be imported: a column, or how its times are meant. */
export const TableNeed = z.enum(['text', 'at', 'person', 'timeZone', 'dayOrder']);
export type TableNeed = z.infer<typeof TableNeed>;

/** Why a row of a table is not imported; `SkipReason` explains each. */
export const RowSkip = z.enum([
  'noText',
  'noTime',
  'noPerson',
  'unknownHandle',
  'internalNote',
  'otherNetwork',
  'unreadable',
  'tooLarge',
  'endlessField',
]);
export type RowSkip = z.infer<typeof RowSkip>;

/** A row as it would be stored, or why it would not be; `row` is counted as spreadsheets do, the header being the first. */
export const RowPreview = z.object({
  row: z.number().int(),
  skipped: RowSkip.optional(),
  message: z
    .object({
      kind: MessageKind,
      direction: Direction,
      /** The customer: a handle with its @, else a name or X's id; empty for a post to nobody. */
      person: z.string(),
      agent: z.string().nullable(),
      at: z.number(),
      text: z.string(),
    })
    .optional(),
});
export type RowPreview = z.infer<typeof RowPreview>;

export const TableEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
export type TableEncoding = z.infer<typeof TableEncoding>;

/** The tools whose tables are recognised by their header. */
export const TableTool = z.enum(['chatwoot', 'sprout', 'zammad', 'zendesk']);
export type TableTool = z.infer<typeof TableTool>;

/** What is known of a table of messages before anything of it is stored. */
export const TableInspection = z.object({
  file: z.string(),
  encoding: TableEncoding,
  delimiter: z.string(),
  tool: TableTool.nullable(),
  /** Whether the mapping is that of an earlier import of a table with the same header. */
  isRemembered: z.boolean(),
  columns: z.array(z.object({ name: z.string(), example: z.string() })),
  mapping: TableMapping,
  needs: z.array(TableNeed),
  /** The first rows. */
  preview: z.array(RowPreview),
});
export type TableInspection = z.infer<typeof TableInspection>;

/** How the names of files end that Perch takes for tables of messages. */
export const tableExtensions: readonly string[] = ['csv', 'tsv', 'tab', 'txt'];

/** Whether Perch takes a file for a table of messages, by its name; all others are archives of X. */
export const isTableFile = (file: string): boolean =>
  tableExtensions.includes(/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '');
