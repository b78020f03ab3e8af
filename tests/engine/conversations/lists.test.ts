import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversationHandlers as handlers } from '#engine/handlers/conversations.ts';
import { settingsHandlers } from '#engine/handlers/settings.ts';
import { View } from '#shared/domain/conversation.ts';
import type { TestEngine } from '../../support/testEngine.ts';
import { withPeople } from './support.ts';

function list(engine: TestEngine, view: View, limit = 50, after?: string) {
  const page = handlers['conversations.list'](engine.ctx, { view, limit, after });
  if (!page.ok) throw new Error(JSON.stringify(page.error));
  return { ids: page.value.items.map((conversation) => conversation.id), next: page.value.next };
}

describe('the lists', () => {
  test('have the longest waiting first in the queue, and the most recently active first elsewhere', async () => {
    const engine = await withPeople(3);
    expect(list(engine, 'queue').ids).toEqual(engine.ids);
    expect(list(engine, 'open').ids).toEqual(engine.ids.toReversed());
    expect(list(engine, 'all').ids).toEqual(engine.ids.toReversed());
  });

  test.each(['queue', 'open', 'all', 'mine'] as const)('are complete page by page: %s', async (view) => {
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

  test('reject a made-up cursor', async () => {
    const { ctx } = await withPeople(1);
    const page = handlers['conversations.list'](ctx, { view: 'queue', limit: 5, after: 'WyJhIl0' });
    expect(page).toMatchObject({ ok: false, error: { code: 'invalid', path: 'after' } });
  });

  test('contain and count each conversation where it belongs', async () => {
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
      value: {
        counts: {
          queue: 1,
          mine: 1,
          toApprove: 0,
          drafts: 0,
          open: 1,
          pending: 1,
          snoozed: 1,
          resolved: 1,
          all: 4,
        },
        saved: {},
      },
    });
  });

  test('have the right counts whatever agents do', async () => {
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
        const counted = Object.fromEntries(View.options.map((view) => [view, list(engine, view).ids.length]));
        expect(handlers['conversations.counts'](engine.ctx).value.counts).toEqual(counted);
      }),
      { numRuns: 15 },
    );
  });
});
