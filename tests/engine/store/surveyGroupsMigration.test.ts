import { expect, test } from 'vitest';
import { migrations } from '#engine/store/migrations/index.ts';
import { openStore } from '#engine/store/open.ts';
import { all, run } from '#engine/store/sql.ts';
import { tallySurveys } from '#engine/store/surveyTallies.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

const VERSION_BEFORE = migrations.findIndex(({ sql }) => sql.includes('surveys ADD COLUMN channel'));
const OPENED = 1_000_000_000_000;

test('surveys of earlier versions get their groups from their conversations', () => {
  const dir = testFolder();
  const old = openStore(dir, { migrations: migrations.slice(0, VERSION_BEFORE) });
  if (!old.ok) throw new Error('The old store did not open');
  const db = old.value;
  run(db, `INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES ('1', 'p', 'P', 1, 1)`);
  for (const [id, reason] of [
    ['c1', 'dm'],
    ['c2', 'mention'],
  ] as const)
    run(
      db,
      `INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, last_kind, last_direction, last_text, last_at,
         last_message_id) VALUES (?, '1', ?, ?, 'resolved', 'resolved', 0, 'dm', 'in', '', 1, 'm')`,
      id,
      reason,
      OPENED,
    );
  const putMessage = (id: number, role: string, minutes: number) =>
    run(
      db,
      `INSERT INTO messages (id, kind, x_id, version_x_id, role, author_id, person_id, conversation_id, threaded, text, at, captured_at)
       VALUES (?, 'dm', ?, ?, ?, '1', '1', 'c1', 1, '', ?, 1)`,
      id,
      `${id}`,
      `${id}`,
      role,
      OPENED + minutes * MINUTE_MS,
    );
  putMessage(1, 'wanted', 0);
  putMessage(2, 'own', 60);
  putMessage(3, 'own', 61);
  run(db, `INSERT INTO tags VALUES ('t1', 'late', 'late', 'grey', 1)`);
  run(db, `INSERT INTO conversation_tags VALUES ('c1', 't1')`);
  run(
    db,
    `INSERT INTO outbox (id, conversation_id, person_id, channel, text, agent, state, created_at, ready_at)
     VALUES ('o1', 'c1', '1', 'dm', '', 'a', 'sent', 1, 1)`,
  );
  run(db, `INSERT INTO canned_uses VALUES ('o1', 'r1', 'c1', 0, ?)`, OPENED);
  for (const conversation of ['c1', 'c2'])
    run(
      db,
      `INSERT INTO surveys (id, conversation_id, person_id, scale, language, variant, state, created_at, sent_at)
       VALUES (?, ?, '1', 'csat', 'en', 0, 'sent', :at, :at)`,
      `of ${conversation}`,
      conversation,
      { at: OPENED + 100 * MINUTE_MS },
    );
  db.close();

  const now = openTestDb(dir);
  expect(all(now, 'SELECT id, channel, response_time, tags, canned FROM surveys ORDER BY id')).toEqual([
    { id: 'of c1', channel: 'dm', response_time: 'hour1', tags: '["t1"]', canned: '["r1"]' },
    { id: 'of c2', channel: 'public', response_time: null, tags: '[]', canned: '[]' },
  ]);
  const period = { scale: 'csat', from: 0, to: Number.MAX_SAFE_INTEGER, asKnownOn: null } as const;
  expect(tallySurveys(now, period, 'canned').map(({ keys }) => keys)).toEqual([['r1'], [null]]);
});
