/**
 * The files of private messages, which X hands out only to the account's token. What was captured before is fetched too, as
 * far as X still has it. An attachment that X had not described was stored as a photo, whatever its kind.
 */
export const dmMedia = {
  version: 10,
  sql: `
CREATE TABLE dm_media (
  message_id INTEGER NOT NULL REFERENCES messages,
  url TEXT NOT NULL,
  media_key TEXT NOT NULL,
  -- stored: its file is in the workspace. refused: X does not have it any more.
  state TEXT NOT NULL CHECK (state IN ('wanted', 'stored', 'refused')),
  PRIMARY KEY (message_id, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX dm_media_wanted ON dm_media (message_id) WHERE state = 'wanted';

INSERT OR IGNORE INTO dm_media (message_id, url, media_key, state)
  SELECT m.id, item.value ->> '$.url', item.value ->> '$.key', 'wanted'
  FROM messages m, json_each(m.media) item
  WHERE m.kind = 'dm' AND m.media LIKE '%//ton.%' AND item.value ->> '$.url' LIKE 'https://ton.%/dm/%';

UPDATE messages SET media = (
    SELECT json_group_array(json(iif(
      item.value ->> '$.type' = 'photo' AND item.value ->> '$.url' IS NULL AND item.value ->> '$.key' NOT LIKE '3\\_%' ESCAPE '\\',
      json_set(item.value, '$.type', 'other'), item.value)))
    FROM json_each(messages.media) item)
  WHERE media LIKE '%"url":null%';
`,
} as const;
