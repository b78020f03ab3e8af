import { z } from 'zod';
import { AppError } from '../errors.ts';

/**
 * Why something of an archive is not imported:
 * - `unsafeName`, `link`, `duplicateName`, `encrypted`, `unknownCompression`, `tooLarge`, `nestedZip`: files in the zip that are not opened,
 *   `tooLarge` also single items;
 * - `damaged`: files whose checksum is wrong or that end early, of which nothing is imported;
 * - `missing`: files that the archive lists but does not contain;
 * - `unreadable`: items that could not be understood;
 * - `retweet`, `deletedPost`: posts that Perch does not keep;
 * - `groupMessage`: who joined or left a group, and messages and names that do not say in which group they were written;
 * - `welcomeMessage`: messages that greet everybody who opens a private conversation;
 * - `foreignMessage`: private messages in which the account takes no part;
 * - `mediaFile`: pictures and videos of private messages that the archive does not have, or that are none, are damaged or too large, and other attachments; their messages are imported;
 * - `longTextWithoutPost`: long texts that fit no post;
 * - `noText`, `noTime`: rows of a table without words, or without a time that can be read;
 * - `noPerson`: rows that do not say by id or handle which customer they are about; a name is not enough;
 * - `unknownHandle`: rows about a handle of which Perch does not know the id of X;
 * - `internalNote`: notes and automatic messages, which nobody outside has seen;
 * - `otherNetwork`: messages of other networks;
 * - `endlessField`: the rest of a table after a quotation mark that is not closed;
 * - `erased`: messages of people whose data was erased since.
 */
export const SkipReason = z.enum([
  'unsafeName',
  'link',
  'duplicateName',
  'encrypted',
  'unknownCompression',
  'tooLarge',
  'nestedZip',
  'damaged',
  'missing',
  'unreadable',
  'retweet',
  'deletedPost',
  'groupMessage',
  'welcomeMessage',
  'foreignMessage',
  'mediaFile',
  'longTextWithoutPost',
  'noText',
  'noTime',
  'noPerson',
  'unknownHandle',
  'internalNote',
  'otherNetwork',
  'endlessField',
  'erased',
]);
export type SkipReason = z.infer<typeof SkipReason>;

/** What was skipped for one reason; `example` names a file in the zip, where there is one with the number of the item in it; of a table it is the number of the row. */
export const Skipped = z.object({
  reason: SkipReason,
  count: z.number().int(),
  example: z.string().optional(),
});
export type Skipped = z.infer<typeof Skipped>;

export const ArchiveImportState = z.enum(['running', 'paused', 'cancelled', 'done', 'failed']);
export type ArchiveImportState = z.infer<typeof ArchiveImportState>;

/** What an import does: reads texts, then stores pictures and videos. */
export const ImportStep = z.enum(['texts', 'media']);

/** How far an import has come: items that were read, and bytes out of all, `of`, of the unpacked texts, then of the pictures and videos. */
export const ArchiveProgress = z.object({
  id: z.string(),
  state: ArchiveImportState,
  items: z.number().int(),
  bytes: z.number().int(),
  of: z.number().int(),
});
export type ArchiveProgress = z.infer<typeof ArchiveProgress>;

/** The import of an archive of X or of a table of messages: how far it is, and what it has brought. What was known before is not counted. */
export const ArchiveImport = ArchiveProgress.extend({
  /** Of what `bytes` and `of` are. */
  step: ImportStep,
  /** The path of the zip file or table. */
  file: z.string(),
  posts: z.number().int(),
  dms: z.number().int(),
  people: z.number().int(),
  skipped: z.array(Skipped),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  /** Why it failed. */
  error: AppError.optional(),
});
export type ArchiveImport = z.infer<typeof ArchiveImport>;
