import { describe, expect, test } from 'vitest';
import { listActivities } from '#engine/store/activities.ts';
import { getCurrentAgent } from '#engine/store/agents.ts';
import { migrations } from '#engine/store/migrations/index.ts';
import { closeStore, type Db, openStore } from '#engine/store/open.ts';
import { listOutboxRows } from '#engine/store/outboxLists.ts';
import { all, get, run } from '#engine/store/sql.ts';
import { countViews, listView } from '../../support/lists.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

/** The store of today that was one of version 8, filled by `fill`, and then one of 13, in which `since` was at work. */
function migrated(fill: (old: Db) => void, since: (old: Db) => void = () => {}): Db {
  const dir = testFolder();
  for (const [version, change] of [
    [8, fill],
    [13, since],
  ] as const) {
    const opened = openStore(dir, { migrations: migrations.slice(0, version) });
    if (!opened.ok) throw new Error('The old store did not open');
    change(opened.value);
    closeStore(opened.value);
  }
  return openTestDb(dir);
}

const setAgentName = (db: Db, name: string) =>
  run(db, `INSERT OR REPLACE INTO settings VALUES ('agentName', ?)`, JSON.stringify(name));

function insertConversation(db: Db, id: string, agent: string | null): void {
  run(
    db,
    `INSERT OR IGNORE INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES ('1', 'p', 'P', 1, 1)`,
  );
  run(
    db,
    `INSERT INTO conversations (id, person_id, reason, agent, opened_at, status, view, in_queue, last_kind,
       last_direction, last_text, last_at, last_message_id)
     VALUES (?, '1', 'mention', ?, 1, 'open', 'open', 1, 'post', 'in', '', 1, '')`,
    id,
    agent,
  );
}

const insertReply = (db: Db, agent: string) =>
  run(
    db,
    `INSERT INTO outbox (id, conversation_id, person_id, channel, text, agent, state, created_at, ready_at)
     VALUES ('o1', 'c1', '1', 'dm', 'Hi', ?, 'queued', 1, 1)`,
    agent,
  );

/** Somebody's act at a time; the time is the id, too. */
function act(db: Db, at: number, agent: string, kind: string, facts: object = {}): void {
  const text = 'INSERT INTO activities VALUES (?, ?, ?, ?, ?, ?)';
  const about = kind === 'settingsChanged' || kind === 'searchSaved' ? null : 'c1';
  run(db, text, `a${String(at).padStart(4, '0')}`, at, agent, kind, about, JSON.stringify(facts));
}

const rename = (db: Db, at: number, from: string, to: string) =>
  act(db, at, from, 'settingsChanged', { agentName: to });

const names = (db: Db) =>
  all<{ name: string }>(db, 'SELECT name FROM agents ORDER BY name').map(({ name }) => name);

describe('agents who were renamed before they had ids', () => {
  test('are one agent with all that was done under each name', () => {
    const db = migrated((old) => {
      setAgentName(old, 'Anna de Vries');
      insertConversation(old, 'c1', 'Anna');
      insertConversation(old, 'c2', 'Anna V');
      insertConversation(old, 'c3', 'Sam');
      insertConversation(old, 'c4', null);
      insertReply(old, 'Anna');
      act(old, 1, 'Anna', 'assigned', { agent: 'Anna' });
      rename(old, 2, 'Anna', 'Anna V');
      rename(old, 3, 'Anna V', ' Anna de Vries ');
      act(old, 4, 'Anna de Vries', 'assigned', { agent: null });
      act(old, 5, 'Anna de Vries', 'assigned', { agent: 'Sam' });
    });
    const me = getCurrentAgent(db);
    expect(names(db)).toEqual(['Anna de Vries', 'Sam']);
    expect(me.name).toBe('Anna de Vries');
    const mine = listView(db, 'mine', me.id, 5, null);
    expect(mine.map(({ id, agent }) => `${id} ${agent}`).toSorted()).toEqual([
      'c1 Anna de Vries',
      'c2 Anna de Vries',
    ]);
    expect(countViews(db, me.id)).toMatchObject({ all: 4, mine: 2, open: 4, queue: 4 });
    expect(all(db, 'SELECT n FROM facets WHERE n > 0 ORDER BY n')).toEqual([{ n: 1 }, { n: 1 }, { n: 2 }]);
    expect(listOutboxRows(db, 'c1', 1)).toMatchObject([{ agent: me.id, agentName: 'Anna de Vries' }]);
    expect(listActivities(db, '1', 0, 10)).toMatchObject([
      { agent: 'Anna de Vries', facts: { agent: 'Anna de Vries' } },
      { agent: 'Anna de Vries', facts: { agent: null } },
      { agent: 'Anna de Vries', facts: { agent: 'Sam' } },
    ]);
    expect(all(db, 'SELECT DISTINCT agent FROM activities')).toEqual([{ agent: me.id }]);
  });

  test('are one agent even if the name has changed again since', () => {
    const db = migrated(
      (old) => {
        setAgentName(old, 'Anna W');
        insertConversation(old, 'c1', 'Anna');
        rename(old, 1, 'Anna', 'Anna V');
        rename(old, 2, 'Anna V', 'Anna W');
      },
      (old) => {
        const id = String(
          get<{ id: string }>(old, `SELECT value ->> '$' AS id FROM settings WHERE name = 'agentId'`)?.id,
        );
        run(old, `UPDATE agents SET name = 'Anna V' WHERE id = ?`, id);
        act(old, Date.now() + 60_000, id, 'settingsChanged', { agentName: 'Anna V' });
      },
    );
    expect(names(db)).toEqual(['Anna V']);
    expect(listView(db, 'mine', getCurrentAgent(db).id, 5, null)).toMatchObject([
      { id: 'c1', agent: 'Anna V' },
    ]);
  });

  test('are renamed without a current agent, too', () => {
    const db = migrated((old) => {
      insertConversation(old, 'c1', 'Anna');
      rename(old, 1, 'Anna', 'Anna V');
      act(old, 2, 'Anna V', 'searchSaved');
    });
    expect(names(db)).toEqual(['Anna V']);
    expect(listView(db, 'open', '', 5, null)).toMatchObject([{ agent: 'Anna V' }]);
  });
});

describe('two agents stay apart', () => {
  test.each<[string, (old: Db) => void]>([
    [
      'who took turns at one machine',
      (old) => {
        rename(old, 1, 'Anna', 'Sam');
        rename(old, 2, 'Sam', 'Anna');
      },
    ],
    [
      'of whom one acted under the old name later',
      (old) => {
        rename(old, 1, 'Anna', 'Sam');
        act(old, 2, 'Anna', 'searchSaved');
      },
    ],
    [
      'of whom one had acted under the new name before',
      (old) => {
        act(old, 1, 'Sam', 'searchSaved');
        rename(old, 2, 'Anna', 'Sam');
      },
    ],
    [
      'of whom one got conversations from the other before',
      (old) => {
        act(old, 1, 'Anna', 'assigned', { agent: 'Sam' });
        rename(old, 2, 'Anna', 'Sam');
      },
    ],
    [
      'of whom one got conversations from the other later',
      (old) => {
        rename(old, 1, 'Anna', 'Sam');
        act(old, 2, 'Sam', 'assigned', { agent: 'Anna' });
      },
    ],
  ])('%s', (_, fill) => {
    const db = migrated((old) => {
      insertConversation(old, 'c1', 'Anna');
      insertConversation(old, 'c2', 'Sam');
      fill(old);
    });
    expect(names(db)).toEqual(['Anna', 'Sam']);
    expect(all(db, `SELECT count(*) AS n FROM conversations WHERE agent IN (SELECT id FROM agents)`)).toEqual(
      [{ n: 2 }],
    );
  });

  test('if one was renamed to the name of the other since they have ids', () => {
    const db = migrated(
      (old) => {
        setAgentName(old, 'Anna');
        insertConversation(old, 'c1', 'Sam');
        act(old, 1, 'Anna', 'searchSaved');
      },
      (old) => {
        const id = String(get<{ id: string }>(old, `SELECT id FROM agents WHERE name = 'Anna'`)?.id);
        run(old, `UPDATE agents SET name = 'Sam' WHERE id = ?`, id);
        act(old, Date.now() + 60_000, id, 'settingsChanged', { agentName: 'Sam' });
      },
    );
    expect(names(db)).toEqual(['Sam', 'Sam']);
  });

  test('if one got the last name of the other only after they had ids', () => {
    const db = migrated(
      (old) => {
        setAgentName(old, 'Robin');
        insertConversation(old, 'c1', 'Anna');
        rename(old, 1, 'Anna', 'Sam');
        rename(old, 2, 'Sam', 'Robin');
        run(old, `DELETE FROM activities WHERE id = 'a0002'`);
      },
      (old) => {
        run(old, `DELETE FROM settings WHERE name = 'agentId'`);
        run(old, `INSERT INTO agents VALUES ('019ffffffffff-7', 'Sam')`);
      },
    );
    expect(names(db)).toEqual(['Anna', 'Robin', 'Sam']);
  });

  test('even if the log is damaged', () => {
    const db = migrated(
      (old) => {
        setAgentName(old, 'Sam');
        insertConversation(old, 'c1', 'Anna');
        rename(old, 1, 'Anna', 'Sam');
      },
      (old) => run(old, `UPDATE activities SET facts = '{"agentName":"S'`),
    );
    expect(names(db)).toEqual(['Anna', 'Sam']);
    expect(getCurrentAgent(db).name).toBe('Sam');
  });
});
