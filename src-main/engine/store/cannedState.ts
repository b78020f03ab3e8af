import { z } from 'zod';
import { CannedText } from '#shared/domain/cannedResponse.ts';

/** The pictures of a canned response in their order; the files are in `reply_files`. */
export const StoredImages = z.array(z.strictObject({ id: z.string(), altText: z.string() }));
export type StoredImages = z.infer<typeof StoredImages>;

/** What agents change of a canned response. */
export const CannedState = z.strictObject({
  title: z.string(),
  shortcut: z.string().nullable(),
  folder: z.string(),
  texts: z.array(CannedText),
  images: StoredImages,
  /** Absent from changes of older versions. */
  isPromise: z.boolean().default(false),
  deletedAt: z.number().nullable(),
});
export type CannedState = z.infer<typeof CannedState>;

/** What a change has made of a canned response; before it is created it is as deleted. */
export const CannedChange = z.strictObject({ id: z.string(), before: CannedState, after: CannedState });
export type CannedChange = z.infer<typeof CannedChange>;
