import { describe, expect, test } from 'vitest';
import { conversationHandlers } from '#engine/handlers/conversations.ts';
import { viewHandlers as handlers } from '#engine/handlers/views.ts';
import { run } from '#engine/store/sql.ts';
import { MAX_SAVED_VIEWS } from '#shared/domain/savedView.ts';
import { testEngine } from '../../support/testEngine.ts';
import { withPeople } from './support.ts';

const create = ({ ctx }: ReturnType<typeof testEngine>, name: string) => {
  const created = handlers['views.create'](ctx, {
    name,
    view: 'open',
    filter: { unread: true },
    sort: 'oldest',
  });
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  return created.value.id;
};
const names = ({ ctx }: ReturnType<typeof testEngine>) =>
  handlers['views.list'](ctx).value.items.map(({ name }) => name);

describe('saved views', () => {
  test('come after the others, and say that they changed', () => {
    const engine = testEngine();
    const id = create(engine, 'First');
    create(engine, 'Second');
    expect(handlers['views.list'](engine.ctx).value.items).toMatchObject([
      { id, name: 'First', view: 'open', filter: { unread: true }, sort: 'oldest' },
      { name: 'Second' },
    ]);
    expect(engine.events.filter(({ name }) => name === 'views.changed')).toHaveLength(2);
  });

  test('may have the same name', () => {
    const engine = testEngine();
    expect(create(engine, 'Same')).not.toBe(create(engine, 'Same'));
    expect(names(engine)).toEqual(['Same', 'Same']);
  });

  test.each([
    [0, ['C', 'A', 'B']],
    [1, ['A', 'C', 'B']],
    [9, ['A', 'B', 'C']],
  ])('are moved to place %i', (position, expected) => {
    const engine = testEngine();
    const [, , third = ''] = ['A', 'B', 'C'].map((name) => create(engine, name));
    handlers['views.update'](engine.ctx, { id: third, position });
    expect(names(engine)).toEqual(expected);
  });

  test('change only in what is given', () => {
    const engine = testEngine();
    const id = create(engine, 'A');
    const renamed = handlers['views.update'](engine.ctx, { id, name: 'B' });
    expect(renamed).toEqual({
      ok: true,
      value: { id, name: 'B', view: 'open', filter: { unread: true }, sort: 'oldest' },
    });
    handlers['views.update'](engine.ctx, { id, filter: {}, sort: null });
    expect(handlers['views.list'](engine.ctx).value.items).toEqual([
      { id, name: 'B', view: 'open', filter: {}, sort: null },
    ]);
  });

  test('are gone once deleted, and cannot be changed any more', () => {
    const engine = testEngine();
    const id = create(engine, 'A');
    create(engine, 'B');
    expect(handlers['views.delete'](engine.ctx, { id })).toEqual({ ok: true, value: {} });
    const events = engine.events.length;
    const gone = { ok: false, error: { code: 'notFound', what: 'savedView', id } };
    expect(handlers['views.delete'](engine.ctx, { id })).toEqual(gone);
    expect(handlers['views.update'](engine.ctx, { id, name: 'C' })).toEqual(gone);
    expect(names(engine)).toEqual(['B']);
    expect(engine.events).toHaveLength(events);
  });

  test('are limited in number', () => {
    const engine = testEngine();
    for (let n = 0; n < MAX_SAVED_VIEWS; n += 1) create(engine, `View ${n}`);
    const more = { name: 'One more', view: 'all', sort: null } as const;
    expect(handlers['views.create'](engine.ctx, { ...more, filter: {} })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
    expect(names(engine)).toHaveLength(MAX_SAVED_VIEWS);
  });

  test('are counted beside the views', async () => {
    const engine = await withPeople(3);
    const id = create(engine, 'Unread');
    conversationHandlers['conversations.markRead'](engine.ctx, { id: engine.ids[0] ?? '' });
    expect(conversationHandlers['conversations.counts'](engine.ctx).value.saved).toEqual({ [id]: 2 });
  });

  test('with a damaged filter are left out', () => {
    const engine = testEngine();
    const id = create(engine, 'A');
    create(engine, 'B');
    run(engine.ctx.db, `UPDATE saved_views SET filter = '{"colour":"red"}' WHERE id = ?`, id);
    expect(names(engine)).toEqual(['B']);
  });
});
