import { expect, test } from 'vitest';
import { recordActivity } from '#engine/conversations/recordActivity.ts';
import { conversationHandlers } from '#engine/handlers/conversations.ts';
import { settingsHandlers } from '#engine/handlers/settings.ts';
import { getCurrentAgent, requireAgentId } from '#engine/store/agents.ts';
import { migrations } from '#engine/store/migrations/index.ts';
import { openStore } from '#engine/store/open.ts';
import { all, run } from '#engine/store/sql.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';
import { withPeople } from './support.ts';

/** An engine whose agent has renamed themselves and switched the undo time off. */
function changed() {
  const engine = testEngine();
  settingsHandlers['settings.set'](engine.ctx, { undoSeconds: 0 });
  const result = settingsHandlers['settings.set'](engine.ctx, { agentName: 'Sam' });
  return { ...engine, result };
}

test('changing a setting leaves the others as they are', () => {
  const { result, events } = changed();
  expect(result).toEqual({
    ok: true,
    value: {
      agentName: 'Sam',
      initials: 'SA',
      signedChannels: [],
      responseTargetMinutes: 60,
      reopenHours: 72,
      undoSeconds: 0,
      officeHours: null,
      captureQuotes: true,
      deletionChecks: 'thrifty',
      spikeSensitivity: 'normal',
      dueWarningMinutes: 15,
      companyLinks: [],
      replyLanguages: ['en', 'nl', 'fr'],
      guardsOff: [],
      ownPatterns: [],
      ownPublicData: [],
      servedCountries: null,
    },
  });
  expect(events).toEqual(Array(2).fill({ name: 'settings.changed', params: {} }));
});

test('an invalid stored setting has its default', () => {
  const { ctx } = changed();
  ctx.db.exec(`UPDATE settings SET value = '"soon' WHERE name = 'undoSeconds'`);
  expect(settingsHandlers['settings.get'](ctx).value.undoSeconds).toBe(10);
});

test('the agents include everybody who ever worked here, the current one first', async () => {
  const { ctx, ids } = await withPeople(1);
  await conversationHandlers['conversations.assign'](ctx, { id: ids[0] ?? '', agent: 'Tom' });
  const me = getCurrentAgent(ctx.db);
  const tom = requireAgentId(ctx.db, 'Tom');
  recordActivity(ctx, { kind: 'statusSet', agent: tom, conversationId: null });
  expect(settingsHandlers['agents.list'](ctx)).toEqual({
    ok: true,
    value: { me: 'Agent', all: ['Agent', 'Tom'], agents: [me, { id: tom, name: 'Tom' }] },
  });
});

test('an agent who changes their name keeps what is theirs, in the past too', async () => {
  const { ctx, ids } = await withPeople(1);
  const id = ids[0] ?? '';
  settingsHandlers['settings.set'](ctx, { agentName: 'Anna' });
  await conversationHandlers['conversations.assign'](ctx, { id, agent: 'Anna' });
  const before = getCurrentAgent(ctx.db);
  settingsHandlers['settings.set'](ctx, { agentName: 'Anna de Vries' });
  expect(getCurrentAgent(ctx.db)).toEqual({ id: before.id, name: 'Anna de Vries' });
  expect(before.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const mine = conversationHandlers['conversations.list'](ctx, { view: 'mine', limit: 10 });
  expect(mine).toMatchObject({ value: { items: [{ id, agent: 'Anna de Vries' }] } });
  expect(conversationHandlers['conversations.counts'](ctx)).toMatchObject({
    value: { counts: { mine: 1 } },
  });
  const page = conversationHandlers['conversations.get'](ctx, { id, limit: 10 });
  expect(page).toMatchObject({
    value: {
      activities: [
        { kind: 'conversationOpened' },
        { kind: 'assigned', agent: 'Anna de Vries', facts: { agent: 'Anna de Vries' } },
      ],
    },
  });
});

test('a conversation is assigned by the id of an agent too, and an unknown one makes no agent', async () => {
  const { ctx, ids } = await withPeople(1);
  const id = ids[0] ?? '';
  const tom = requireAgentId(ctx.db, 'Tom');
  await conversationHandlers['conversations.assign'](ctx, { id, agent: tom });
  expect(conversationHandlers['conversations.get'](ctx, { id, limit: 10 })).toMatchObject({
    value: { conversation: { agent: 'Tom' } },
  });
  const unknown = await conversationHandlers['conversations.assign'](ctx, { id: 'c404', agent: 'Nobody' });
  expect(unknown).toEqual({ ok: false, error: { code: 'notFound', what: 'conversation', id: 'c404' } });
  expect(all(ctx.db, 'SELECT name FROM agents ORDER BY name')).toEqual([{ name: 'Agent' }, { name: 'Tom' }]);
});

test.each([
  ['"Mia"', 'Mia'],
  ['"Mia', 'Agent'],
])('the name %s that an earlier version stored becomes the agent %s', (stored, name) => {
  const dir = testFolder();
  const opened = openStore(dir, { migrations: migrations.slice(0, 8) });
  if (!opened.ok) throw new Error('not opened');
  run(opened.value, `INSERT INTO settings VALUES ('agentName', ?)`, stored);
  opened.value.close();
  expect(getCurrentAgent(openTestDb(dir)).name).toBe(name);
});
