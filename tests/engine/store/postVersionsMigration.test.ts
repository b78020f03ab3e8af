import { expect, test } from 'vitest';
import { threadMessages } from '#engine/conversations/threading.ts';
import { migrations } from '#engine/store/migrations/index.ts';
import { openStore } from '#engine/store/open.ts';
import { all } from '#engine/store/sql.ts';
import { MORNING, testAccount } from '../../support/builders.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';

test('an own reply to an own reply, which was nobody’s, takes the conversation of its customer off the queue', () => {
  const dir = testFolder();
  const opened = openStore(dir, { migrations: migrations.slice(0, 7) });
  if (!opened.ok) throw new Error('not opened');
  const db = opened.value;
  for (const person of [testAccount.id, '1']) {
    db.prepare(
      'INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES (?, ?, ?, 0, 0)',
    ).run(person, `h${person}`, 'N');
  }
  const insert = db.prepare(
    `INSERT INTO messages (id, kind, x_id, version_x_id, role, reason, author_id, person_id, threaded, text, at, in_reply_to,
       links, media, captured_at, unreadable)
     VALUES (?, 'post', ?, ?, ?, ?, ?, ?, ?, 'x', ?, ?, '[]', '[]', ?, 0)`,
  );
  const at = (minute: number) => MORNING + minute * 60_000;
  insert.run(101, '101', '101', 'wanted', 'mention', '1', '1', 0, at(1), null, at(1));
  insert.run(102, '102', '102', 'own', null, testAccount.id, '1', 0, at(2), '101', at(2));
  insert.run(103, '103', '103', 'wanted', 'mention', '1', '1', 0, at(3), null, at(3));
  insert.run(104, '104', '104', 'own', null, testAccount.id, testAccount.id, 1, at(4), '102', at(4));
  db.close();
  const migrated = openTestDb(dir);
  const { ctx } = testEngine(migrated);
  threadMessages(ctx);
  const text = 'SELECT conversation_id AS id, person_id AS person FROM messages WHERE x_id = ?';
  expect(all(migrated, text, '104')).toEqual([{ id: 'c101', person: '1' }]);
  expect(all(migrated, 'SELECT in_queue AS inQueue FROM conversations')).toEqual([{ inQueue: 0 }]);
});
