/**
 * The X ids of all versions of a post, so that a reply to an earlier wording finds it. Own posts that reply to an own reply, and
 * were therefore nobody's, go to the person of that reply. A post without a reply reference is a mention, not a reply.
 */
export const postVersions = {
  version: 8,
  sql: `CREATE TABLE post_versions (
  x_id TEXT PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES messages
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO post_versions SELECT version_x_id, id FROM messages WHERE kind = 'post' AND version_x_id <> x_id;
INSERT OR IGNORE INTO post_versions SELECT x_id, id FROM messages WHERE kind = 'post' AND version_x_id <> x_id;
INSERT OR IGNORE INTO post_versions SELECT e.version_x_id, e.message_id FROM earlier_texts e
  JOIN messages m ON m.id = e.message_id WHERE m.kind = 'post';
UPDATE messages SET person_id = chain.person_id, threaded = 0 FROM (
  WITH RECURSIVE up (id, parent, depth) AS (
    SELECT id, in_reply_to, 1 FROM messages
      WHERE kind = 'post' AND role = 'own' AND person_id = author_id AND in_reply_to IS NOT NULL
    UNION ALL
    SELECT up.id, p.in_reply_to, up.depth + 1 FROM up JOIN messages p ON p.kind = 'post' AND p.x_id = up.parent
      WHERE up.depth < 20 AND p.role = 'own' AND p.person_id = p.author_id)
  SELECT up.id, iif(p.role = 'own', p.person_id, p.author_id) AS person_id
  FROM up JOIN messages p ON p.kind = 'post' AND p.x_id = up.parent
  WHERE p.role <> 'own' OR p.person_id <> p.author_id) AS chain
WHERE messages.id = chain.id;
UPDATE messages SET reason = 'mention' WHERE reason = 'reply' AND kind = 'post' AND in_reply_to IS NULL;
UPDATE conversations SET reason = 'mention' WHERE reason = 'reply' AND EXISTS (
  SELECT 1 FROM messages m WHERE m.kind = 'post' AND m.x_id = substr(conversations.id, 2) AND m.reason = 'mention');`,
} as const;
