/**
 * How often own posts are quoted. Messages that quote somebody else's post, as far as the quoted posts are known, and name the
 * account, are mentions. What a message quotes was not kept before version 7. There the posts that are shown with it decide: it
 * keeps its reason if its person was ever shown a post of the account, or if it is a reply as well.
 */
export const quoteCounts = {
  version: 13,
  sql: `CREATE TABLE quote_counts (
  message_id INTEGER PRIMARY KEY REFERENCES messages,
  -- How many quotes X counted last, and when.
  counted INTEGER NOT NULL,
  counted_at INTEGER NOT NULL,
  -- Up to which count quotes were fetched.
  fetched INTEGER NOT NULL,
  -- How many fetches since then have brought fewer quotes than X counts, and when the last one was.
  tries INTEGER NOT NULL DEFAULT 0,
  tried_at INTEGER,
  -- 1 while a list has not been read to its end, so that known quotes prove nothing.
  unfinished INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX quote_counts_risen ON quote_counts (message_id) WHERE counted > fetched;
UPDATE messages SET reason = 'mention' WHERE kind = 'post' AND reason = 'quote' AND quotes <> '[]' AND NOT EXISTS (
  SELECT 1 FROM json_each(messages.quotes) q LEFT JOIN messages m ON m.id = coalesce(
    (SELECT id FROM messages WHERE kind = 'post' AND x_id = q.value),
    (SELECT message_id FROM post_versions WHERE x_id = q.value))
  WHERE m.id IS NULL OR m.role = 'own');
UPDATE messages SET reason = 'mention' WHERE kind = 'post' AND reason = 'quote' AND quotes = '[]' AND in_reply_to IS NULL
  AND EXISTS (SELECT 1 FROM contexts c WHERE c.person_id = messages.person_id AND c.for_message_id = messages.id)
  AND NOT EXISTS (SELECT 1 FROM contexts c JOIN messages m ON m.id = c.message_id
    WHERE c.person_id = messages.person_id AND m.role = 'own');
UPDATE conversations SET reason = 'mention' WHERE reason = 'quote' AND EXISTS (
  SELECT 1 FROM messages m WHERE m.kind = 'post' AND m.x_id = substr(conversations.id, 2) AND m.reason = 'mention');`,
} as const;
