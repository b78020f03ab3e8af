import { z } from 'zod';

/** The languages in which agents reply. */
export const ReplyLanguage = z.enum(['en', 'nl', 'fr']);
export type ReplyLanguage = z.infer<typeof ReplyLanguage>;

/** The language of X's code, such as `nl` or `fr-CA`; null if it is none in which agents reply. */
export function toReplyLanguage(code: string | null): ReplyLanguage | null {
  return ReplyLanguage.safeParse(code?.toLowerCase().split('-')[0]).data ?? null;
}
