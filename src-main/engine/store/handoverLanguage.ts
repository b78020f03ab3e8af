import { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import type { Db } from './open.ts';
import { get } from './sql.ts';

/** The language in which a conversation is handed over: what its person speaks, else English. */
export function getHandoverLanguage(db: Db, conversationId: string): ReplyLanguage {
  const row = get<{ lang: string | null }>(db, 'SELECT lang FROM conversations WHERE id = ?', conversationId);
  return ReplyLanguage.safeParse(row?.lang?.slice(0, 2)).data ?? 'en';
}
