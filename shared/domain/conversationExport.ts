import { z } from 'zod';

/** What a selection of conversations is written as: for other programs, for spreadsheets, or to read and print. */
export const ExportFormat = z.enum(['json', 'csv', 'html']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** The most conversations of a selection by ids. */
export const MAX_EXPORTED_IDS = 10_000;

/** What came of an export. */
export const ExportResult = z.object({
  conversations: z.number().int(),
  messages: z.number().int(),
  /** Pictures that are not in the workspace, so that only their address is in the file. */
  missingPictures: z.number().int(),
  /** Nothing was written, because somebody cancelled it. */
  isCancelled: z.boolean(),
});
export type ExportResult = z.infer<typeof ExportResult>;
