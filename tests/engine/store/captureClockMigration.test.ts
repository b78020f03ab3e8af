import { expect, test } from 'vitest';
import { toCaptureTime } from '#engine/store/captureClock.ts';
import { migrations } from '#engine/store/migrations/index.ts';
import { openStore } from '#engine/store/open.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

const conversation = `INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, last_kind, last_direction,
  last_text, last_at, last_message_id, read_through, settled_at) VALUES ('c1', 'anna', 'mention', 0, 'open', 'open', 1, 'post', 'in',
  'x', 0, 'post-1', 5000, 7000)`;

test('what is captured after the migration is later than all marks of earlier versions', () => {
  const dir = testFolder();
  const opened = openStore(dir, { migrations: migrations.slice(0, 14) });
  if (!opened.ok) throw new Error('not opened');
  opened.value.exec(
    `INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES ('anna', 'anna', 'Anna', 0, 0)`,
  );
  opened.value.exec(conversation);
  opened.value.close();
  const db = openTestDb(dir);
  // By a clock that was set back.
  expect([toCaptureTime(db, 1000), toCaptureTime(db, 1000), toCaptureTime(db, 9000)]).toEqual([
    7001, 7002, 9000,
  ]);
});
