/**
 * Until agents had ids (version 9), a new name made a new agent. Where the log shows that one name was changed into another,
 * both are one agent, who keeps the last id. A change of the name at a shared machine can mean another person, too, so two
 * agents stay apart unless nothing was done or assigned under the new name before the change and under the old one since.
 *
 * All agents whom version 9 made have one time, that of the migration, in the first 13 characters of their ids; what they did
 * before it was done under a name. The current agent is the only one who can have changed the name since: at the migration it
 * was the one that was set last.
 */
export const renamedAgents = {
  version: 14,
  sql: `
CREATE TEMP TABLE name_changes AS SELECT id, at, agent AS old, trim(name) AS name FROM (
    SELECT id, at, agent, iif(json_valid(facts), facts ->> '$.agentName', NULL) AS name
    FROM activities WHERE kind = 'settingsChanged')
  WHERE name IS NOT NULL AND printf('%08x-%04x', at >> 16, at & 65535) < substr(agent, 1, 13);
CREATE TEMP TABLE renames AS
  WITH present (id) AS (SELECT iif(json_valid(value), value ->> '$', NULL) FROM settings WHERE name = 'agentId'),
  last (name) AS (SELECT name FROM name_changes ORDER BY at DESC, id DESC LIMIT 1)
  SELECT c.id, c.at, c.old, a.id AS new FROM name_changes c JOIN agents a ON substr(a.id, 1, 13) = substr(c.old, 1, 13)
    AND iif(a.id IS (SELECT id FROM present), (SELECT name FROM last), a.name) = c.name AND a.id <> c.old;
CREATE TEMP TABLE merged AS
  WITH RECURSIVE certain (old, new) AS (SELECT old, new FROM renames r
    WHERE NOT EXISTS (SELECT 1 FROM renames back WHERE back.new = r.old AND (back.at, back.id) > (r.at, r.id))
      AND NOT EXISTS (SELECT 1 FROM activities WHERE agent = r.old AND (at, id) > (r.at, r.id))
      AND NOT EXISTS (SELECT 1 FROM activities WHERE agent = r.new AND (at, id) < (r.at, r.id))
      AND NOT EXISTS (SELECT 1 FROM activities WHERE kind = 'assigned' AND iif(json_valid(facts), facts ->> '$.agent', NULL)
        = iif((at, id) < (r.at, r.id), r.new, r.old))),
  held (old, new) AS (SELECT old, new FROM certain
    UNION SELECT held.old, certain.new FROM held JOIN certain ON certain.old = held.new)
  SELECT old, new FROM held WHERE new NOT IN (SELECT old FROM certain);
UPDATE conversations SET agent = (SELECT new FROM merged WHERE old = agent) WHERE agent IN (SELECT old FROM merged);
UPDATE outbox SET agent = (SELECT new FROM merged WHERE old = agent) WHERE agent IN (SELECT old FROM merged);
UPDATE activities SET facts = json_set(facts, '$.agent', (SELECT new FROM merged WHERE old = facts ->> '$.agent'))
  WHERE kind = 'assigned' AND iif(json_valid(facts), facts ->> '$.agent', NULL) IN (SELECT old FROM merged);
UPDATE activities SET agent = (SELECT new FROM merged WHERE old = agent) WHERE agent IN (SELECT old FROM merged);
DELETE FROM agents WHERE id IN (SELECT old FROM merged);
DELETE FROM counts WHERE list LIKE 'agent:_%' AND n = 0;
DROP TABLE name_changes;
DROP TABLE renames;
DROP TABLE merged;
-- Only version 13 looked agents up in the log.
DROP INDEX activities_agent;`,
} as const;
