import { z } from 'zod';

/** The most characters that a file of canned responses may have, and so the most bytes that one is read of. */
export const IMPORT_LIMIT = 4 * 1024 * 1024;

/** So many of the errors in a file are told. */
export const MAX_IMPORT_ERRORS = 100;

/** What can be wrong with a file of canned responses. */
export const ImportErrorCode = z.enum([
  /** There is nothing in it, or no canned response. */
  'empty',
  /** It is no text: a picture, a program, a spreadsheet. */
  'notText',
  /** Its characters were read in another encoding than they were written in; save it as UTF-8. */
  'wrongEncoding',
  /** No JSON at all, or JSON that breaks off. */
  'notJson',
  /** A quotation mark opens and is never closed. */
  'unclosedQuote',
  /** A quotation mark inside a field is not doubled. */
  'strayQuote',
  /** `title` or `text` is no column. */
  'missingColumn',
  /** A column that means nothing here. */
  'unknownColumn',
  'duplicateColumn',
  /** A row has another number of fields than there are columns. */
  'fieldCount',
  'emptyField',
  'tooLong',
  'unknownLanguage',
  'unknownChannel',
  'invalidShortcut',
  /** Another canned response has the shortcut: in the file or in the library. */
  'duplicateShortcut',
  /** Two texts for one language and channel. */
  'duplicateText',
  /** Rows of one canned response name different titles, shortcuts or folders. */
  'contradiction',
  /** A value of another kind than is expected. */
  'invalid',
]);
export type ImportErrorCode = z.infer<typeof ImportErrorCode>;

/** One thing that is wrong, and where. */
export const ImportError = z.object({
  code: ImportErrorCode,
  /** The line of the file, counted from 1. */
  line: z.number().int(),
  /** The column of a table, or the path to a value of JSON; null where it concerns the whole line. */
  column: z.string().nullable(),
  /** What is there. */
  found: z.string().optional(),
  /** The most characters that a field may have. */
  limit: z.number().int().optional(),
});
export type ImportError = z.infer<typeof ImportError>;
