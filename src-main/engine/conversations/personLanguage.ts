import { type ReplyLanguage, toReplyLanguage } from '#shared/domain/replyLanguage.ts';
import type { Db } from '../store/open.ts';
import { listSpoken } from '../store/spokenTexts.ts';
import { detectLanguage, saysNoLanguage } from './detectLanguage.ts';

interface Spoken {
  readonly conversationId: string;
  readonly personId: string;
}

/**
 * The language that a person writes in, by their newest messages in this conversation, then in others: what X says, or for private
 * messages, of which X says nothing, their words. Null if that is not known.
 */
export function getPersonLanguage(db: Db, person: Spoken): ReplyLanguage | null {
  return listPersonLanguages(db, person)[0] ?? null;
}

/** All languages of those messages, that of the newest first; an element for each message whose language is known. */
export function listPersonLanguages(db: Db, person: Spoken): ReplyLanguage[] {
  return listSpoken(db, person).flatMap(({ lang, text }) => {
    // Of few letters X names a language, too, and often a wrong one.
    if (saysNoLanguage(text)) return [];
    return (lang === null ? detectLanguage(text) : toReplyLanguage(lang)) ?? [];
  });
}
