import path from 'node:path';
import { getCurrentAgent } from '#engine/store/agents.ts';
import { putGap } from '#engine/store/gaps.ts';
import { all, run } from '#engine/store/sql.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { captureAll } from '../../../bench/ingest.ts';
import { createCaptureContext, openWorkspace } from '../../../bench/workspace.ts';
import { someMessage } from '../../support/builders.ts';
import { snowflake } from '../../support/snowflake.ts';

const PEOPLE = 120;
interface Told {
  readonly person: string;
  readonly at: number;
  readonly isOwn: boolean;
}

/**
 * Stores the work of the last 60 days before Perch starts: 120 people, each with one conversation that gets a reply after 5 minutes to
 * two hours. Every other one is resolved. Of the newer half every target is recorded, of the older half none is; a day of mentions is
 * missing.
 */
export async function storeWork(userData: string): Promise<void> {
  const db = openWorkspace(path.join(userData, 'workspaces', 'demo'));
  const now = Date.now();
  const begins = (n: number) => now - (PEOPLE - n) * (DAY_MS / 2) - (n % 9) * HOUR_MS;
  const took = (n: number) => (5 + ((n * 37) % 115)) * MINUTE_MS;
  const told = Array.from({ length: PEOPLE }, (_, n): Told[] => [
    { person: String(9_000 + n), at: begins(n), isOwn: false },
    { person: String(9_000 + n), at: begins(n) + took(n), isOwn: true },
  ]).flat();
  const store = captureAll(createCaptureContext(db));
  for (const one of told.toSorted((a, b) => a.at - b.at)) await store([toMessage(one)]);
  const agent = getCurrentAgent(db).id;
  for (let n = 0; n < PEOPLE; n += 2) {
    const [found] = all<{ id: string }>(
      db,
      'SELECT id FROM conversations WHERE person_id = ?',
      `${9_000 + n}`,
    );
    const text = `INSERT INTO activities (id, at, agent, kind, conversation_id, facts)
      VALUES (?, ?, ?, 'statusSet', ?, '{"status":"resolved"}')`;
    run(db, text, `resolved-${n}`, begins(n) + took(n) + HOUR_MS, agent, found?.id ?? '');
  }
  run(db, 'DELETE FROM target_results WHERE since < ?', begins(PEOPLE / 2));
  // As if it had been captured when it was written.
  run(db, 'UPDATE messages SET captured_at = at');
  run(db, 'UPDATE target_results SET recorded_at = decided_at');
  const [from, to] = [now - 20 * DAY_MS, now - 19 * DAY_MS];
  const sought = { afterId: null, beforeId: null, pageToken: null, isBeginning: false };
  putGap(db, { id: 'g1', sourceId: 'mentions', from, to, reason: 'away', foundAt: to, ...sought });
  db.close();
}

function toMessage({ person, at, isOwn }: Told) {
  const xId = snowflake(at);
  const own = isOwn ? ({ role: 'own', reason: null } as const) : {};
  return someMessage({ text: 'Hello', at, xId, versionXId: xId, threadId: xId, personId: person, ...own });
}
