import { describe, expect, test } from 'vitest';
import { conversationHandlers } from '#engine/handlers/conversations.ts';
import { settingsHandlers as handlers } from '#engine/handlers/settings.ts';
import { getCurrentAgent } from '#engine/store/agents.ts';
import { all } from '#engine/store/sql.ts';
import { withPeople } from './support.ts';

/** Anna, the current agent, who has a conversation and a past. */
async function annaAtWork() {
  const engine = await withPeople(2);
  const { ctx, ids, events } = engine;
  const [id = '', other = ''] = ids;
  handlers['settings.set'](ctx, { agentName: 'Anna' });
  const anna = getCurrentAgent(ctx.db);
  await conversationHandlers['conversations.assign'](ctx, { id, agent: 'Anna' });
  events.length = 0;
  return { ...engine, id, other, anna };
}

describe('when somebody else sits down', () => {
  test('they begin with nothing, and what was done stays with whoever did it', async () => {
    const { ctx, id, other, anna, events } = await annaAtWork();
    const added = handlers['agents.add'](ctx, { name: 'Sam' });
    const sam = getCurrentAgent(ctx.db);
    expect(sam.name).toBe('Sam');
    expect(added).toEqual({ ok: true, value: { id: sam.id } });
    expect(sam.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(events).toEqual([{ name: 'settings.changed', params: {} }]);
    expect(conversationHandlers['conversations.counts'](ctx).value.counts.mine).toBe(0);
    await conversationHandlers['conversations.assign'](ctx, { id: other, agent: 'Sam' });
    const history = conversationHandlers['conversations.get'](ctx, { id, limit: 10 });
    expect(history).toMatchObject({
      value: {
        conversation: { agent: 'Anna' },
        activities: [{ kind: 'conversationOpened' }, { kind: 'assigned', agent: 'Anna' }],
      },
    });
    expect(handlers['agents.list'](ctx).value.agents).toEqual([sam, anna]);
    handlers['agents.switch'](ctx, { id: anna.id });
    const mine = conversationHandlers['conversations.list'](ctx, { view: 'mine', limit: 10 });
    expect(mine).toMatchObject({ value: { items: [{ id, agent: 'Anna' }] } });
    expect(handlers['agents.list'](ctx).value).toMatchObject({ me: 'Anna', agents: [anna, sam] });
  });

  test('the log says who came and whom they followed; switching to oneself is nothing', async () => {
    const { ctx, anna, events } = await annaAtWork();
    handlers['agents.add'](ctx, { name: 'Sam' });
    const sam = getCurrentAgent(ctx.db);
    events.length = 0;
    expect(handlers['agents.switch'](ctx, { id: sam.id })).toEqual({ ok: true, value: {} });
    expect(events).toEqual([]);
    const log = all(
      ctx.db,
      `SELECT agent, facts ->> 'from' AS before FROM activities WHERE kind = 'agentSwitched'`,
    );
    expect(log).toEqual([{ agent: sam.id, before: anna.id }]);
  });

  test('an unknown agent is named and changes nothing', async () => {
    const { ctx, anna, events } = await annaAtWork();
    const failed = handlers['agents.switch'](ctx, { id: 'nobody' });
    expect(failed).toEqual({ ok: false, error: { code: 'notFound', what: 'agent', id: 'nobody' } });
    expect(getCurrentAgent(ctx.db)).toEqual(anna);
    expect(events).toEqual([]);
  });
});

describe('a name that another agent has', () => {
  test.each(['Anna', 'anna', 'ＡＮＮＡ'])('is neither added nor taken as %s', async (name) => {
    const { ctx, anna, events } = await annaAtWork();
    const taken = { ok: false, error: { code: 'agentNameTaken', name: 'Anna', id: anna.id } };
    expect(handlers['agents.add'](ctx, { name })).toEqual(taken);
    handlers['agents.add'](ctx, { name: 'Sam' });
    events.length = 0;
    expect(handlers['settings.set'](ctx, { agentName: name, undoSeconds: 3 })).toEqual(taken);
    expect(handlers['settings.get'](ctx).value).toMatchObject({ agentName: 'Sam', undoSeconds: 10 });
    expect(events).toEqual([]);
  });

  test('is kept by both where an old store has it twice, and an own name may change its case', async () => {
    const { ctx } = await annaAtWork();
    handlers['agents.add'](ctx, { name: 'Sam' });
    ctx.db.exec(`UPDATE agents SET name = 'Sam'`);
    expect(handlers['settings.set'](ctx, { agentName: 'Sam', undoSeconds: 3 }).ok).toBe(true);
    ctx.db.exec(`UPDATE agents SET name = 'Anna' WHERE id <> '${getCurrentAgent(ctx.db).id}'`);
    expect(handlers['settings.set'](ctx, { agentName: 'SAM' })).toMatchObject({
      value: { agentName: 'SAM' },
    });
  });
});
