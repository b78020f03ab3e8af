import { describe, expect, test } from 'vitest';
import { conversationHandlers as handlers } from '#engine/handlers/conversations.ts';
import { getCurrentAgent, requireAgentId } from '#engine/store/agents.ts';
import { all } from '#engine/store/sql.ts';
import { testEngine } from '../../support/testEngine.ts';
import { withPeople } from './support.ts';

describe('a change by an agent', () => {
  test('is recorded with the agent and emitted', async () => {
    const { ctx, ids, events } = await withPeople(1);
    const id = ids[0] ?? '';
    events.length = 0;
    await handlers['conversations.setStatus'](ctx, { id, status: 'resolved' });
    await handlers['conversations.assign'](ctx, { id, agent: 'Sam' });
    await handlers['conversations.assign'](ctx, { id, agent: null });
    await handlers['conversations.setPriority'](ctx, { id, priority: 'urgent' });
    const rows = all(ctx.db, `SELECT agent, kind, facts FROM activities WHERE agent IS NOT NULL ORDER BY id`);
    const { id: agent } = getCurrentAgent(ctx.db);
    expect(rows).toEqual([
      { agent, kind: 'statusSet', facts: '{"status":"resolved"}' },
      { agent, kind: 'assigned', facts: JSON.stringify({ agent: requireAgentId(ctx.db, 'Sam') }) },
      { agent, kind: 'assigned', facts: '{"agent":null}' },
      { agent, kind: 'prioritySet', facts: '{"priority":"urgent"}' },
    ]);
    expect(events).toEqual(Array(4).fill({ name: 'conversations.changed', params: { ids: [id] } }));
  });

  test.each([
    ['conversations.setStatus', { status: 'open' }],
    ['conversations.assign', { agent: null }],
    ['conversations.setPriority', { priority: 'high' }],
    ['conversations.snooze', { until: null }],
    ['conversations.markRead', {}],
  ] as const)('%s on an unknown conversation does nothing', (method, input) => {
    const { ctx, events } = testEngine();
    const call = handlers[method] as (context: typeof ctx, given: object) => unknown;
    const error = { code: 'notFound', what: 'conversation', id: 'c0' };
    expect(call(ctx, { id: 'c0', ...input })).toEqual({ ok: false, error });
    expect([events, all(ctx.db, 'SELECT * FROM activities')]).toEqual([[], []]);
  });
});
