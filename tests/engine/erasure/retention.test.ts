import { expect, test } from 'vitest';
import { finishErasures } from '#engine/erasure/finishErasures.ts';
import { startRetention } from '#engine/erasure/retention.ts';
import { conversationHandlers } from '#engine/handlers/conversations.ts';
import { retentionHandlers } from '#engine/handlers/retention.ts';
import { saveDraft } from '#engine/store/drafts.ts';
import { eraseConversations } from '#engine/store/eraseLeaving.ts';
import { hasErasedWords } from '#engine/store/indexErasure.ts';
import { checkIndex, indexWaiting } from '#engine/store/searchIndex.ts';
import { all, get, run } from '#engine/store/sql.ts';
import { changeTags, insertTag } from '#engine/store/tags.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

const yearly = [{ afterDays: 365, tagId: null }];

/** Conversations of four people of two years ago, each resolved. */
async function begin(): Promise<TestEngine & { readonly ids: readonly string[] }> {
  const engine = testEngine();
  const messages = ['ant', 'bee', 'cat', 'dog'].map((word, n) =>
    someMessage({ personId: String(n + 1), text: `${word}word`, at: MORNING - 730 * DAY_MS + n }),
  );
  await engine.capture(messages);
  indexWaiting(engine.ctx.db);
  const ids = messages.map(({ xId }) => `c${xId}`);
  for (const id of ids)
    conversationHandlers['conversations.setStatus'](engine.ctx, { id, status: 'resolved' });
  return { ...engine, ids };
}

const texts = ({ ctx }: TestEngine) =>
  all<{ text: string }>(ctx.db, 'SELECT text FROM messages ORDER BY id').map(({ text }) => text);
const runNow = async ({ ctx }: TestEngine) => await retentionHandlers['retention.run'](ctx);

test('nothing is erased by its age unless somebody says so', async () => {
  const engine = await begin();
  expect(retentionHandlers['retention.get'](engine.ctx)).toEqual({
    ok: true,
    value: { rules: [], lastRun: null },
  });
  expect(await runNow(engine)).toEqual({ ok: true, value: { conversations: 0, messages: 0 } });
  expect(texts(engine)).toHaveLength(4);
});

test('a preview counts what a run then erases, people of whom nothing is left included', async () => {
  const engine = await begin();
  const { ctx } = engine;
  const preview = await retentionHandlers['retention.preview'](ctx, { rules: yearly });
  expect(preview).toEqual({
    ok: true,
    value: { conversations: 4, messages: 4, oldestAt: MORNING - 730 * DAY_MS },
  });
  retentionHandlers['retention.set'](ctx, { rules: yearly });
  expect(await runNow(engine)).toEqual({ ok: true, value: { conversations: 4, messages: 4 } });
  expect(texts(engine)).toEqual([]);
  expect(all(ctx.db, `SELECT x_id FROM people WHERE x_id IN ('1', '2', '3', '4')`)).toEqual([]);
  run(ctx.db, 'CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, messages_fts, row)');
  expect(all(ctx.db, 'SELECT term FROM temp.words')).toEqual([]);
  expect(get(ctx.db, `SELECT v FROM messages_fts_config WHERE k = 'secure-delete'`)).toEqual({ v: 1 });
  expect(retentionHandlers['retention.get'](ctx)).toMatchObject({
    value: { lastRun: { conversations: 4 } },
  });
  expect(all(ctx.db, 'PRAGMA foreign_key_check')).toEqual([]);
});

test('a preview counts in slices, each conversation once, also where many were over at the same time', async () => {
  const engine = testEngine();
  const { db } = engine.ctx;
  const messages = Array.from({ length: 2_300 }, (_, n) =>
    someMessage({ personId: String(n + 1), at: MORNING - 730 * DAY_MS + (n % 3) }),
  );
  await engine.capture(messages);
  run(db, `UPDATE conversations SET view = 'resolved', in_queue = 0`);
  run(
    db,
    `UPDATE conversations SET last_at = ? WHERE id IN (SELECT id FROM conversations LIMIT 1100)`,
    MORNING - 700 * DAY_MS,
  );
  const preview = await retentionHandlers['retention.preview'](engine.ctx, { rules: yearly });
  expect(preview).toEqual({
    ok: true,
    value: { conversations: 2_300, messages: 2_300, oldestAt: MORNING - 730 * DAY_MS },
  });
  expect(await retentionHandlers['retention.preview'](engine.ctx, { rules: [] })).toMatchObject({
    value: { conversations: 0 },
  });
});

test('open conversations, newer ones and those with something unsent stay', async () => {
  const engine = await begin();
  const { ctx, ids } = engine;
  const [ant = '', bee = '', cat = ''] = ids;
  conversationHandlers['conversations.setStatus'](ctx, { id: ant, status: 'open' });
  saveDraft(
    ctx.db,
    { conversationId: bee, channel: 'public', text: 'to be continued', attachments: [], excludeMentions: [] },
    MORNING,
  );
  run(ctx.db, 'UPDATE conversations SET last_at = ? WHERE id = ?', MORNING - 364 * DAY_MS, cat);
  retentionHandlers['retention.set'](ctx, { rules: yearly });
  await runNow(engine);
  expect(texts(engine)).toEqual(['antword', 'beeword', 'catword']);
  expect(checkIndex(ctx.db, MORNING, '16')).toBe(true);
});

test('a rule with a tag is about conversations that have it', async () => {
  const engine = await begin();
  const { ctx, ids } = engine;
  insertTag(ctx.db, { id: 't1', name: 'spam', colour: 'red' }, MORNING);
  changeTags(ctx.db, ids[1] ?? '', { added: ['t1'], removed: [] });
  retentionHandlers['retention.set'](ctx, { rules: [{ afterDays: 30, tagId: 't1' }] });
  await runNow(engine);
  expect(texts(engine)).toEqual(['antword', 'catword', 'dogword']);
});

test('who wants no surveys is still known to want none', async () => {
  const engine = await begin();
  run(engine.ctx.db, `INSERT INTO survey_opt_outs VALUES ('2', 1, NULL)`);
  retentionHandlers['retention.set'](engine.ctx, { rules: yearly });
  await runNow(engine);
  expect(all(engine.ctx.db, 'SELECT person_id AS id FROM survey_opt_outs')).toEqual([{ id: '2' }]);
  expect(texts(engine)).toEqual([]);
});

test('a VIP is still known as one', async () => {
  const engine = await begin();
  run(engine.ctx.db, `INSERT INTO vips VALUES ('2', 1)`);
  retentionHandlers['retention.set'](engine.ctx, { rules: yearly });
  await runNow(engine);
  expect(all(engine.ctx.db, 'SELECT x_id AS id FROM people')).toContainEqual({ id: '2' });
  expect(texts(engine)).toEqual([]);
});

test('a blocked author is still blocked', async () => {
  const engine = await begin();
  run(engine.ctx.db, `INSERT INTO blocked_authors VALUES ('2', 1)`);
  retentionHandlers['retention.set'](engine.ctx, { rules: yearly });
  await runNow(engine);
  expect(all(engine.ctx.db, 'SELECT person_id AS id FROM blocked_authors')).toEqual([{ id: '2' }]);
  expect(all(engine.ctx.db, 'SELECT x_id AS id FROM people')).toContainEqual({ id: '2' });
});

test('what was killed before the index was written anew is ended at the next start', async () => {
  const { ctx, ids } = await begin();
  eraseConversations(ctx.db, ids.slice(0, 2), { id: 'e1', at: MORNING, agent: null, deletesBackups: false });
  expect(hasErasedWords(ctx.db)).toBe(true);
  await finishErasures(ctx);
  expect(hasErasedWords(ctx.db)).toBe(false);
  expect(checkIndex(ctx.db, MORNING, '16')).toBe(true);
});

test('the rules run by themselves once nobody works with Perch', async () => {
  const engine = await begin();
  retentionHandlers['retention.set'](engine.ctx, { rules: yearly });
  const retention = startRetention(engine.ctx);
  await engine.clock.advance(HOUR_MS - 60_000);
  retention.onCall('notes.add');
  await engine.clock.advance(60_000);
  expect(texts(engine)).toHaveLength(4);
  await engine.clock.advance(HOUR_MS);
  expect(texts(engine)).toEqual([]);
  retention.stop();
});
