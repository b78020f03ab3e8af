import { type ReplyLanguage, toReplyLanguage } from '#shared/domain/replyLanguage.ts';
import type { Db } from '../store/open.ts';
import { listSpoken } from '../store/spokenTexts.ts';
import { detectLanguage } from './detectLanguage.ts';

/**
 * The language that a person writes in, by their newest messages in this conversation, then in others: what X says, or for private
 * messages, of which X says nothing, their words. Null if that is not known.
 */
export function getPersonLanguage(
  db: Db,
  person: { readonly conversationId: string; readonly personId: string },
): ReplyLanguage | null {
  for (const { lang, text } of listSpoken(db, person)) {
    const language = lang === null ? detectLanguage(text) : toReplyLanguage(lang);
    if (language !== null) return language;
  }
  return null;
}
