import { z } from 'zod';

/** A language in which Perch has wordings of its own for replies. */
export const ReplyLanguage = z.enum(['en', 'nl', 'fr']);
export type ReplyLanguage = z.infer<typeof ReplyLanguage>;
