import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { View } from '../../../shared/domain/conversation.ts';
import { conversationHandlers as handlers } from '../../../src-main/engine/handlers/conversations.ts';
import { draftHandlers } from '../../../src-main/engine/handlers/drafts.ts';
import { peopleHandlers } from '../../../src-main/engine/handlers/people.ts';
import { settingsHandlers } from '../../../src-main/engine/handlers/settings.ts';
import { getConversation } from '../../../src-main/engine/store/conversations.ts';
import { all } from '../../../src-main/engine/store/sql.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

/** Conversations of as many people, the first person has waited longest. */
async function withPeople(count: number) {
  const engine = testEngine();
  const messages = Array.from({ length: count }, (_, n) =>
    someMessage({ personId: String(n + 1), at: MORNING - (count - n) * 1_000 }),
  );
  await engine.capture(messages);
  return { ...engine, ids: messages.map((message) => `c${message.xId}`) };
}

function list(engine: TestEngine, view: View, limit = 50, after?: string) {
  const page = handlers['conversations.list'](engine.ctx, { view, limit, after });
  if (!page.ok) throw new Error(JSON.stringify(page.error));
  return { ids: page.value.items.map((conversation) => conversation.id), next: page.value.next };
}

describe('the lists', () => {
  test('have the longest waiting first in the queue and the newest first elsewhere', async () => {
    const engine = await withPeople(3);
    expect(list(engine, 'queue').ids).toEqual(engine.ids);
    expect(list(engine, 'open').ids).toEqual(engine.ids.toReversed());
    expect(list(engine, 'all').ids).toEqual(engine.ids.toReversed());
  });

  test.each(['queue', 'open', 'all', 'mine'] as const)('come page by page: %s', async (view) => {
    const engine = await withPeople(23);
    const agent = settingsHandlers['settings.get'](engine.ctx).value.agentName;
    for (const id of engine.ids) await handlers['conversations.assign'](engine.ctx, { id, agent });
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const page = list(engine, view, 5, next);
      expect(page.ids.length).toBeLessThanOrEqual(5);
      seen.push(...page.ids);
      next = page.next;
    } while (next !== undefined);
    expect(seen).toEqual(view === 'queue' ? engine.ids : engine.ids.toReversed());
  });

  test.each(['queue', 'open', 'all', 'mine'] as const)(
    'tell which of some ids stand in them: %s',
    async (view) => {
      const engine = await withPeople(5);
      const agent = settingsHandlers['settings.get'](engine.ctx).value.agentName;
      for (const id of engine.ids) await handlers['conversations.assign'](engine.ctx, { id, agent });
      const [first = '', second = '', third = '', fourth = ''] = engine.ids;
      await handlers['conversations.setStatus'](engine.ctx, { id: third, status: 'resolved' });
      const ids = [fourth, third, 'c404', first];
      const page = handlers['conversations.list'](engine.ctx, { view, limit: 1, ids });
      const all = list(engine, view).ids;
      expect(all).toContain(second);
      expect(page.ok && page.value).toMatchObject({
        items: all.filter((id) => ids.includes(id)).map((id) => ({ id })),
      });
      expect(page.ok && page.value.next).toBeUndefined();
    },
  );

  test('refuse a place that they did not give', async () => {
    const { ctx } = await withPeople(1);
    const page = handlers['conversations.list'](ctx, { view: 'queue', limit: 5, after: 'WyJhIl0' });
    expect(page).toMatchObject({ ok: false, error: { code: 'invalid', path: 'after' } });
  });

  test('put each conversation where it belongs and count it there', async () => {
    const engine = await withPeople(4);
    const { ctx, ids, clock } = engine;
    const [first = '', second = '', third = '', fourth = ''] = ids;
    await handlers['conversations.setStatus'](ctx, { id: first, status: 'resolved' });
    await handlers['conversations.setStatus'](ctx, { id: second, status: 'pending' });
    await handlers['conversations.snooze'](ctx, { id: third, until: clock.now() + 1_000 });
    await handlers['conversations.assign'](ctx, { id: fourth, agent: 'Agent' });
    const views = {
      resolved: first,
      pending: second,
      snoozed: third,
      open: fourth,
      queue: fourth,
      mine: fourth,
    };
    for (const [view, id] of Object.entries(views)) expect(list(engine, view as View).ids).toEqual([id]);
    expect(handlers['conversations.counts'](ctx)).toEqual({
      ok: true,
      value: { counts: { queue: 1, mine: 1, open: 1, pending: 1, snoozed: 1, resolved: 1, all: 4 } },
    });
  });

  test('are counted right whatever agents do', async () => {
    const change = fc.record({
      at: fc.nat(3),
      status: fc.constantFrom('open', 'pending', 'resolved', null),
      agent: fc.constantFrom('Agent', 'Sam', null),
      until: fc.constantFrom(null, 1e15),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const engine = await withPeople(4);
        for (const { at, status, agent, until } of changes) {
          const id = engine.ids[at] ?? '';
          if (status) await handlers['conversations.setStatus'](engine.ctx, { id, status });
          await handlers['conversations.assign'](engine.ctx, { id, agent });
          await handlers['conversations.snooze'](engine.ctx, { id, until });
        }
        const views = ['queue', 'mine', 'open', 'pending', 'snoozed', 'resolved', 'all'] as const;
        const counted = Object.fromEntries(views.map((view) => [view, list(engine, view).ids.length]));
        expect(handlers['conversations.counts'](engine.ctx).value.counts).toEqual(counted);
      }),
      { numRuns: 15 },
    );
  });
});

describe('what an agent does', () => {
  test('is written down with who and what, and told', async () => {
    const { ctx, ids, events } = await withPeople(1);
    const id = ids[0] ?? '';
    events.length = 0;
    await handlers['conversations.setStatus'](ctx, { id, status: 'resolved' });
    await handlers['conversations.assign'](ctx, { id, agent: 'Sam' });
    await handlers['conversations.assign'](ctx, { id, agent: null });
    const rows = all(ctx.db, `SELECT agent, kind, facts FROM activities WHERE agent IS NOT NULL ORDER BY id`);
    expect(rows).toEqual([
      { agent: 'Agent', kind: 'statusSet', facts: '{"status":"resolved"}' },
      { agent: 'Agent', kind: 'assigned', facts: '{"agent":"Sam"}' },
      { agent: 'Agent', kind: 'assigned', facts: '{"agent":null}' },
    ]);
    expect(events).toEqual(Array(3).fill({ name: 'conversations.changed', params: { ids: [id] } }));
  });

  test.each([
    ['conversations.setStatus', { status: 'open' }],
    ['conversations.assign', { agent: null }],
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

test('drafts are kept per channel, shown in the list, and removed by an empty text', async () => {
  const { ctx, ids, events, clock } = await withPeople(1);
  const conversationId = ids[0] ?? '';
  events.length = 0;
  const save = (channel: 'public' | 'dm', text: string) => {
    clock.jump(1_000);
    draftHandlers['drafts.save'](ctx, { conversationId, channel, text });
  };
  save('public', 'hello');
  save('dm', 'in private');
  save('public', 'hello you');
  const items = draftHandlers['drafts.list'](ctx, { conversationId });
  expect(items).toMatchObject({
    value: { items: [{ text: 'hello you' }, { text: 'in private' }] },
  });
  expect(getConversation(ctx.db, conversationId)?.hasDraft).toBe(true);
  save('public', '');
  save('dm', '');
  expect(getConversation(ctx.db, conversationId)?.hasDraft).toBe(false);
  expect(events).toHaveLength(2);
  expect(draftHandlers['drafts.save'](ctx, { conversationId: 'c0', channel: 'dm', text: '' })).toMatchObject({
    error: { code: 'notFound' },
  });
});

test('a person is shown with conversations and counts', async () => {
  const { ctx, ids } = await withPeople(2);
  expect(peopleHandlers['people.get'](ctx, { id: '2' })).toMatchObject({
    value: {
      person: { id: '2', handle: 'person2', followers: null },
      conversationCount: 1,
      messageCount: 1,
      conversations: [{ id: ids[1] }],
    },
  });
  expect(peopleHandlers['people.get'](ctx, { id: '9' })).toMatchObject({
    error: { code: 'notFound', what: 'person' },
  });
});

test('settings are changed one by one, and a broken one is its default', () => {
  const { ctx, events } = testEngine();
  settingsHandlers['settings.set'](ctx, { undoSeconds: 0 });
  expect(settingsHandlers['settings.set'](ctx, { agentName: 'Sam' })).toEqual({
    ok: true,
    value: {
      agentName: 'Sam',
      responseTargetMinutes: 60,
      reopenHours: 72,
      undoSeconds: 0,
      officeHours: null,
    },
  });
  expect(events).toEqual(Array(2).fill({ name: 'settings.changed', params: {} }));
  ctx.db.exec(`UPDATE settings SET value = '"soon' WHERE name = 'undoSeconds'`);
  expect(settingsHandlers['settings.get'](ctx).value.undoSeconds).toBe(10);
  expect(settingsHandlers['agents.list'](ctx)).toEqual({
    ok: true,
    value: { me: 'Sam', all: ['Sam', 'Agent'] },
  });
});
