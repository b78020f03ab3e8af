import { z } from 'zod';
import {
  CannedFolder,
  CannedImages,
  CannedResponse,
  CannedShortcut,
  CannedTexts,
  CannedTitle,
  MAX_CANNED_QUERY,
} from '../../domain/cannedResponse.ts';
import { IMPORT_LIMIT, ImportError } from '../../domain/libraryImport.ts';
import { Channel } from '../../domain/reply.ts';
import { ReplyFile } from '../../domain/replyFile.ts';
import { ReplyLanguage } from '../../domain/replyLanguage.ts';
import { byId, delimiter, id, limit } from './inputs.ts';
import { method } from './method.ts';

/** The activity of the change, for `activities.undo`. */
const activityId = z.string();

/** A variable that remains in a text; positions in UTF-16 units, the end exclusive. */
export const MissingVariable = z.object({
  variable: z.string(),
  start: z.number().int(),
  end: z.number().int(),
});

/** The library: reply texts for reuse, in folders, by language and channel. */
export const libraryMethods = {
  'library.list': method(
    'query',
    'Lists canned responses by folder and title, and all folders with the number of canned responses directly in each. `folder` lists one folder with those inside it, `stale` only those that should be read again.',
    {
      input: z.strictObject({
        folder: CannedFolder.optional(),
        stale: z.boolean().optional(),
        limit: limit.default(1_000),
        /** How many to leave out at the beginning. */
        offset: z.number().int().min(0).default(0),
      }),
      output: z.object({
        items: z.array(CannedResponse),
        /** How many there are in all pages. */
        total: z.number().int(),
        folders: z.array(z.object({ path: z.string(), count: z.number().int() })),
      }),
    },
  ),
  'library.get': method('query', 'Returns one canned response.', { input: byId, output: CannedResponse }),
  'library.search': method(
    'query',
    'Finds canned responses by shortcut, title and text; accents and case make no difference. Exact hits and those that begin as typed come first, by shortcut, then title, then text; hits with typing errors come last. Without a query, those used most. `text` is the wording that fits the channel and the language, by default that of the person of the conversation, with its variables.',
    {
      input: z.strictObject({
        query: z.string().max(MAX_CANNED_QUERY).default(''),
        conversationId: id.optional(),
        channel: Channel.optional(),
        language: ReplyLanguage.optional(),
        limit: z.number().int().min(1).max(100).default(20),
      }),
      output: z.object({
        items: z.array(
          CannedResponse.pick({ id: true, title: true, shortcut: true, folder: true, uses: true }).extend({
            text: z.string(),
            /** Those of the wording; null for any. */
            language: ReplyLanguage.nullable(),
            channel: Channel.nullable(),
          }),
        ),
      }),
    },
  ),
  'library.create': method(
    'command',
    'Creates a canned response. Its pictures are added by `media.add` before. Fails with `shortcutTaken` if another one has the shortcut, whatever its case and accents.',
    {
      input: z.strictObject({
        title: CannedTitle,
        shortcut: CannedShortcut.nullable().default(null),
        folder: CannedFolder.default(''),
        texts: CannedTexts,
        images: CannedImages.default([]),
        isPromise: z.boolean().default(false),
      }),
      output: CannedResponse.extend({ activityId }),
    },
  ),
  'library.update': method(
    'command',
    'Changes what is given of a canned response. Fails with `shortcutTaken`.',
    {
      input: z.strictObject({
        id,
        title: CannedTitle.optional(),
        shortcut: CannedShortcut.nullable().optional(),
        folder: CannedFolder.optional(),
        texts: CannedTexts.optional(),
        images: CannedImages.optional(),
        isPromise: z.boolean().optional(),
      }),
      output: CannedResponse.extend({
        /** Absent if nothing changed. */
        activityId: activityId.optional(),
      }),
    },
  ),
  'library.delete': method(
    'command',
    'Deletes a canned response. Undoing brings it back with its images and figures.',
    { input: byId, output: z.object({ activityId }) },
  ),
  'library.use': method(
    'query',
    'Returns the wording of a canned response for a conversation and channel, with the variables filled in that Perch knows for certain. It fills only: the use is counted when a reply is sent with its id in `cannedIds`. Fails with `promiseFrozen` for a promise while crisis mode is on.',
    {
      input: z.strictObject({
        id,
        conversationId: id,
        channel: Channel,
        /** The language of the person when absent. */
        language: ReplyLanguage.optional(),
      }),
      output: z.object({
        text: z.string(),
        /** The variables that remain in `text`, in order: somebody has to fill them in, or `replies.send` refuses the reply. */
        missing: z.array(MissingVariable),
        images: z.array(ReplyFile),
        /** The language of the wording; null if it is for any. */
        language: ReplyLanguage.nullable(),
      }),
    },
  ),
  'library.import': method(
    'command',
    'Merges a file into the library: each canned response with the one of its id, else of its shortcut, else, if it has neither, of its title and folder. A table has one wording a row and the columns id, title, shortcut, folder, language, channel and text, of which title and text are needed; JSON is as `library.export` writes it. Says what it would do, and does it with `apply`; with errors nothing is applied.',
    {
      input: z.strictObject({
        format: z.enum(['csv', 'json']),
        content: z.string().max(IMPORT_LIMIT),
        apply: z.boolean(),
      }),
      output: z.object({
        created: z.number().int(),
        updated: z.number().int(),
        unchanged: z.number().int(),
        /** The first hundred, by line. */
        errors: z.array(ImportError),
        /** For `activities.undo`, which takes the whole import back. Absent if nothing changed. */
        activityId: activityId.optional(),
      }),
    },
  ),
  'library.export': method(
    'query',
    'Returns the whole library as a file that `library.import` reads back exactly. In a table no field can be taken for a formula; pictures are left out, and there which ones are promises.',
    {
      input: z.strictObject({
        format: z.enum(['csv', 'json']),
        delimiter,
      }),
      output: z.object({ content: z.string() }),
    },
  ),
} as const;
