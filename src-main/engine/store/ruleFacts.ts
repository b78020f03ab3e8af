import type { Priority } from '#shared/domain/conversation.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import { parseList } from './jsonColumn.ts';
import { namedLanguage } from './languages.ts';
import type { Db } from './open.ts';
import { all, get } from './sql.ts';

/** What rules want to know about a conversation and its person. */
export interface ConversationFacts {
  readonly id: string;
  readonly handle: string;
  /** Null if X has not said. */
  readonly followers: number | null;
  readonly isVip: boolean;
  /** The id of the assignee. */
  readonly agent: string | null;
  /** The language of the person as far as X named one. */
  readonly lang: string | null;
  readonly tags: readonly string[];
  readonly priority: Priority;
}

/** What rules want to know about what a person wrote. */
export interface SpokenMessage {
  readonly kind: MessageKind;
  readonly xId: string;
  readonly text: string;
  /** X's code of its language; null if X named none. */
  readonly lang: string | null;
}

/** Those of these conversations that exist, in any order. */
export function listConversationFacts(db: Db, ids: readonly string[]): ConversationFacts[] {
  const text = `SELECT c.id, p.handle, p.followers,
      EXISTS (SELECT 1 FROM vips v WHERE v.person_id = c.person_id) AS isVip, c.agent, c.lang, c.priority,
      iif(c.has_extras, (SELECT json_group_array(t.tag_id) FROM conversation_tags t WHERE t.conversation_id = c.id), '[]') AS tags
    FROM json_each(?) wanted CROSS JOIN conversations c ON c.id = wanted.value JOIN people p ON p.x_id = c.person_id`;
  return all<Omit<ConversationFacts, 'tags' | 'isVip'> & { tags: string; isVip: number }>(
    db,
    text,
    JSON.stringify(ids),
  ).map((row) => ({
    ...row,
    isVip: row.isVip === 1,
    tags: parseList<string>(row.tags),
  }));
}

/** The message in this row, or with null the newest one of the person in the conversation; null if there is none. */
export function getSpoken(db: Db, conversationId: string, messageRow: number | null): SpokenMessage | null {
  const text = `SELECT kind, x_id AS xId, text, ${namedLanguage('lang')} AS lang FROM messages WHERE id = coalesce(:messageRow,
    (SELECT id FROM messages WHERE conversation_id = :conversationId AND role = 'wanted' ORDER BY id DESC LIMIT 1))`;
  return get<SpokenMessage>(db, text, { conversationId, messageRow });
}
