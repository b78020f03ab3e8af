import { expect, test } from 'vitest';
import { conversationHandlers } from '#engine/handlers/conversations.ts';
import { noteHandlers } from '#engine/handlers/notes.ts';
import { peopleHandlers } from '#engine/handlers/people.ts';
import { impersonalTables, personalTables } from '#engine/store/personalTables.ts';
import { readPersonData } from '#engine/store/personData.ts';
import { all, get } from '#engine/store/sql.ts';
import { changeTags, insertTag } from '#engine/store/tags.ts';
import { MORNING, someMessage, someUser } from '../../support/builders.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';
import { storeSurvey } from '../surveys/storedSurveys.ts';

/** Anna, about whom much is stored, and Bo, about whom nothing of it may be told. */
async function begin(): Promise<TestEngine> {
  const engine = testEngine();
  const { ctx } = engine;
  const first = someMessage({ text: 'my parcel', at: MORNING });
  await engine.capture(
    [first, someMessage({ personId: '2', kind: 'dm', reason: 'dm', text: 'a secret of Bo' })],
    [someUser('1', { handle: 'anna' }), someUser('2', { handle: 'bo' })],
  );
  const conversationId = `c${first.xId}`;
  insertTag(ctx.db, { id: 't1', name: 'VIP', colour: 'red' }, MORNING);
  changeTags(ctx.db, conversationId, { added: ['t1'], removed: [] });
  conversationHandlers['conversations.assign'](ctx, { id: conversationId, agent: 'Sam' });
  await noteHandlers['notes.add'](ctx, { conversationId, text: 'call Anna back' });
  storeSurvey(ctx.db, { conversationId, score: 2 });
  return engine;
}

test('every table says something about people, or nothing', () => {
  const text = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' AND name NOT LIKE 'sqlite_%'`;
  const tables = all<{ name: string }>(openTestDb(), text).map(({ name }) => name);
  expect([...Object.keys(personalTables), ...impersonalTables].toSorted()).toEqual(tables.toSorted());
});

test('the export has all that is stored about somebody, and of nobody else', async () => {
  const engine = await begin();
  const exported = peopleHandlers['people.export'](engine.ctx, { id: '1' });
  if (!exported.ok) throw new Error(exported.error.code);
  const { handle, tables } = JSON.parse(exported.value.content);
  expect(handle).toBe('anna');
  expect(tables.messages).toMatchObject([{ text: 'my parcel', at: new Date(MORNING).toISOString() }]);
  expect(tables.notes).toMatchObject([{ text: 'call Anna back' }]);
  expect(tables.surveys).toMatchObject([{ score: 2 }]);
  expect(tables.conversation_tags).toMatchObject([{ tag_id: 't1' }]);
  expect(tables.activities.length).toBeGreaterThan(1);
  expect(exported.value.content).not.toContain('secret');
  expect(exported.value.content).not.toContain('"bo"');
});

test('what X sent about somebody and Perch could not read is in it', async () => {
  const { ctx } = await begin();
  const insert = ctx.db.prepare(`INSERT INTO quarantine VALUES (?, 'mentions', 1, ?, 'unreadable')`);
  insert.run('q1', '{"author_id":"1"}');
  insert.run('q2', '{"author_id":"12"}');
  expect(readPersonData(ctx.db, '1').quarantine).toMatchObject([{ id: 'q1' }]);
});

test('no rows are read of anybody else by any table', async () => {
  const { ctx } = await begin();
  for (const [table, condition] of Object.entries(personalTables)) {
    const both = get<{ n: number }>(ctx.db, `SELECT count(*) AS n FROM ${table} WHERE (${condition})`, {
      id: '3',
    });
    expect(both, table).toEqual({ n: 0 });
  }
});

test('nobody is exported whom Perch does not know', async () => {
  const { ctx } = await begin();
  expect(peopleHandlers['people.export'](ctx, { id: '9' })).toEqual({
    ok: false,
    error: { code: 'notFound', what: 'person', id: '9' },
  });
});
