const uuid7 = `printf('%08x-%04x-7%03x-%04x-%012x', CAST(unixepoch('subsec') * 1000 AS INTEGER) >> 16,
    CAST(unixepoch('subsec') * 1000 AS INTEGER) & 65535, random() & 4095, 32768 | (random() & 16383),
    random() & 281474976710655)`;

/** Agents have ids, so that a new name keeps what is theirs: until now their name stood in every row. */
export const agents = {
  version: 9,
  sql: `CREATE TABLE agents (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO agents SELECT ${uuid7}, name FROM (
  SELECT agent AS name FROM conversations UNION SELECT agent FROM activities UNION SELECT agent FROM outbox
  UNION SELECT facts ->> 'agent' FROM activities WHERE kind = 'assigned'
  UNION SELECT iif(json_valid(value), value ->> '$', NULL) FROM settings WHERE name = 'agentName') WHERE name IS NOT NULL;
CREATE INDEX agents_name ON agents (name);
UPDATE conversations SET agent = (SELECT id FROM agents WHERE name = agent) WHERE agent IS NOT NULL;
DELETE FROM counts WHERE list LIKE 'agent:_%' AND n = 0;
UPDATE activities SET facts = json_set(facts, '$.agent', (SELECT id FROM agents WHERE name = facts ->> 'agent'))
  WHERE kind = 'assigned' AND facts ->> 'agent' IS NOT NULL;
UPDATE activities SET agent = (SELECT id FROM agents WHERE name = agent) WHERE agent IS NOT NULL;
UPDATE outbox SET agent = (SELECT id FROM agents WHERE name = agent);
INSERT OR IGNORE INTO settings SELECT 'agentId', json_quote(a.id) FROM settings s
  JOIN agents a ON a.name = iif(json_valid(s.value), s.value ->> '$', NULL)
  WHERE s.name = 'agentName';
DELETE FROM settings WHERE name = 'agentName';`,
} as const;
