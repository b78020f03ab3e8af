import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { usePicked } from '#renderer/state/picked.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { BulkChange } from '#shared/domain/bulkChange.ts';
import { ok } from '#shared/result.ts';
import type { Rendered } from '../support/renderWithEngine.tsx';
import { list, names, renderQueue, row, setRows, urgent } from './support/renderQueue.tsx';

const picked = () => [...usePicked.getState().picks.keys()];
const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => `r${index}`);
const bar = () => screen.queryByRole('region', { name: 'Selected conversations' });

/** Renders the queue with an engine that changes all that it is asked to, apart from `left`. */
async function renderBulk(ids: readonly string[], left: readonly string[] = []): Promise<Rendered> {
  const rendered = await renderQueue(ids);
  rendered.engine.handle({
    'bulk.change': ({ conversations }) => {
      const changed = conversations.map(({ id }) => id).filter((id) => !left.includes(id));
      setRows((rows) => rows.filter(({ id }) => !changed.includes(id)));
      setTimeout(() => rendered.engine.emit('conversations.changed', { ids: changed }));
      return ok({
        ...(changed.length > 0 ? { id: 'b1' } : {}),
        changed,
        left: left.map((id) => ({ id, code: 'unseenMessages' as const })),
      });
    },
    'bulk.undo': () => {
      setRows((rows) => [row('a'), row('b'), ...rows]);
      setTimeout(() => rendered.engine.emit('conversations.changed', { ids: ['a', 'b'] }));
      return ok({ undone: ['a', 'b'], left: [{ id: 'c', code: 'changedSince' as const }] });
    },
  });
  return rendered;
}

describe('picking rows', () => {
  it('x picks the open row, and no longer', async () => {
    const { user } = await renderQueue(['a', 'b', 'c']);
    await user.keyboard('jxjjx');
    expect(picked()).toEqual(['a', 'c']);
    expect(list().getAttribute('aria-multiselectable')).toBe('true');
    expect(within(list()).getAllByRole('option', { selected: true })).toHaveLength(2);
    expect(within(list()).getAllByRole('option', { current: true })).toHaveLength(1);
    await user.keyboard('x');
    expect(picked()).toEqual(['a']);
  });

  it('Shift+j and Shift+k extend a range and take it back', async () => {
    const { user } = await renderQueue(['a', 'b', 'c', 'd']);
    await user.keyboard('jj{Shift>}JJ{/Shift}');
    expect(picked()).toEqual(['b', 'c', 'd']);
    await user.keyboard('{Shift>}KKK{/Shift}');
    expect(picked()).toEqual(['b', 'a']);
    expect(useUi.getState().selectedId).toBe('a');
  });

  it('a second range adds to the first', async () => {
    const { user } = await renderQueue(['a', 'b', 'c', 'd', 'e']);
    await user.keyboard('j{Shift>}J{/Shift}jj{Shift>}J{/Shift}');
    expect(picked()).toEqual(['a', 'b', 'd', 'e']);
  });

  it('the list extends with Shift and its own keys, and picks with the space bar', async () => {
    const { user } = await renderQueue(['a', 'b', 'c']);
    act(() => list().focus());
    await user.keyboard('{ArrowDown} {Shift>}{End}{/Shift}');
    expect(picked()).toEqual(['a', 'b', 'c']);
  });

  it('Ctrl and a click pick one, Shift and a click a range, and a plain click opens and picks none', async () => {
    await renderQueue(['a', 'b', 'c', 'd']);
    fireEvent.click(screen.getByText('Person b'), { ctrlKey: true });
    expect(picked()).toEqual(['b']);
    expect(useUi.getState().selectedId).toBeNull();
    fireEvent.click(screen.getByText('Person d'), { shiftKey: true });
    expect(picked()).toEqual(['b', 'c', 'd']);
    fireEvent.click(screen.getByText('Person c'), { metaKey: true });
    expect(picked()).toEqual(['b', 'd']);
    fireEvent.click(screen.getByText('Person a'));
    expect(picked()).toEqual([]);
    expect(useUi.getState().selectedId).toBe('a');
  });

  it('a press on the face of a row picks it and opens nothing', async () => {
    const { user } = await renderQueue(['a', 'b']);
    await user.click(screen.getAllByTitle('Select or deselect')[1] ?? list());
    expect(picked()).toEqual(['b']);
    expect(useUi.getState().selectedId).toBeNull();
  });

  it('Ctrl+A picks all of the list, also what is not loaded yet, up to 1,000, and says so', async () => {
    const { user } = await renderQueue(rowsOf(1_250));
    act(() => list().focus());
    await user.keyboard('{Control>}a{/Control}');
    expect(picked().length).toBeGreaterThanOrEqual(100);
    await waitFor(() => expect(picked()).toHaveLength(1_000));
    expect(bar()?.textContent).toContain('1,000 selected');
    expect(bar()?.textContent).toContain('the most at once');
  });

  it('Ctrl+A picks a short list to its end, and Escape takes that back', async () => {
    const { user } = await renderQueue(rowsOf(230));
    act(() => list().focus());
    await user.keyboard('{Control>}a{/Control}');
    await waitFor(() => expect(picked()).toHaveLength(230));
    expect(bar()?.textContent).not.toContain('the most');
    await user.keyboard('{Escape}');
    expect(picked()).toEqual([]);
    expect(bar()).toBeNull();
  });

  it('Ctrl+A selects text where there is some', async () => {
    const { user } = await renderQueue(['a', 'b']);
    await user.keyboard('/');
    await user.keyboard('{Control>}a{/Control}');
    expect(picked()).toEqual([]);
  });
});

describe('what is picked', () => {
  it('goes with its row, and rows that arrive are not picked', async () => {
    const { user, engine } = await renderQueue(['a', 'b', 'c']);
    await user.keyboard('j{Shift>}JJ{/Shift}');
    setRows((rows) => [urgent('new'), ...rows.filter(({ id }) => id !== 'b')]);
    engine.emit('conversations.changed', { ids: ['b', 'new'] });
    await waitFor(() => expect(picked()).toEqual(['a', 'c']));
  });

  it('is forgotten with its view, in a search and on another screen', async () => {
    const { user } = await renderQueue(['a', 'b']);
    for (const leave of [
      () => useUi.getState().setView('all'),
      () => useUi.getState().setSearchText('x'),
      () => useUi.getState().goTo('costs'),
    ]) {
      act(() => useUi.getState().setView('queue'));
      await waitFor(() => expect(useUi.getState().order).toHaveLength(2));
      await user.keyboard('jx');
      expect(picked()).toHaveLength(1);
      act(leave);
      await waitFor(() => expect(picked()).toEqual([]));
    }
  });
});

describe('a bulk action', () => {
  it('acts on what is picked instead of what is open, says so, and is undone with z', async () => {
    const { user, engine } = await renderBulk(['a', 'b', 'c', 'd']);
    await user.keyboard('j{Shift>}J{/Shift}e');
    expect(engine.callsOf('bulk.change')).toEqual([
      {
        conversations: [
          { id: 'a', seenThrough: 'post-a' },
          { id: 'b', seenThrough: 'post-b' },
        ],
        change: { type: 'status', status: 'resolved' },
      },
    ]);
    expect(engine.callsOf('conversations.setStatus')).toEqual([]);
    expect(await screen.findByText('2 resolved')).toBeDefined();
    expect(picked()).toEqual([]);
    expect(useUi.getState().selectedId).toBe('c');
    await user.keyboard('z');
    expect(engine.callsOf('bulk.undo')).toEqual([{ id: 'b1' }]);
    expect(await screen.findByText('2 undone · 1 left as it is: changed since')).toBeDefined();
    await waitFor(() => expect(useUi.getState().selectedId).toBe('b'));
    // At once, although the list is being read.
    await waitFor(() => expect(names()).toEqual(['a', 'b', 'c', 'd']));
  });

  it('keeps picked what it had to leave out, as its row is now, and opens it', async () => {
    const { user, engine } = await renderBulk(['a', 'b', 'c', 'd'], ['c']);
    await user.keyboard('j{Shift>}JJ{/Shift}');
    const last = { ...row('c').lastMessage, id: 'post-new' };
    setRows((rows) => rows.map((each) => (each.id === 'c' ? { ...each, lastMessage: last } : each)));
    await user.keyboard('ke');
    expect(await screen.findByText('2 resolved · 1 left out: a new message came in')).toBeDefined();
    await waitFor(() => expect([...usePicked.getState().picks]).toEqual([['c', 'post-new']]));
    expect(useUi.getState().selectedId).toBe('c');
    expect(engine.callsOf('bulk.change')).toHaveLength(1);
  });

  it('is made once, however often its key is pressed meanwhile', async () => {
    const { user, engine } = await renderBulk(['a', 'b', 'c']);
    await user.keyboard('j{Shift>}J{/Shift}eee');
    await screen.findByText('2 resolved');
    expect(engine.callsOf('bulk.change').length).toBe(1);
  });

  const keys: readonly (readonly [string, BulkChange])[] = [
    ['a', { type: 'assign', agent: 'Sam' }],
    ['{Shift>}I{/Shift}', { type: 'read' }],
    ['{Shift>}U{/Shift}', { type: 'unread' }],
  ];

  it.each(keys)('%s makes the change %o', async (key, change) => {
    const { user, engine } = await renderBulk(['a', 'b']);
    await user.keyboard('jx');
    await user.keyboard(key);
    await waitFor(() => expect(engine.callsOf('bulk.change')).toMatchObject([{ change }]));
  });

  it('snoozes from the menu that h opens', async () => {
    const { user, engine } = await renderBulk(['a', 'b']);
    await user.keyboard('jxh');
    await user.click(await screen.findByRole('menuitemradio', { name: /Tomorrow/ }));
    await waitFor(() => expect(engine.callsOf('bulk.change')[0]?.change.type).toBe('snooze'));
  });

  it('says that nothing changed, without an undo', async () => {
    const { user, engine } = await renderBulk(['a']);
    engine.handle({ 'bulk.change': () => ok({ changed: [], left: [] }) });
    await user.keyboard('jxa');
    expect(await screen.findByText('Nothing to change')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

describe('unread conversations', () => {
  it('Shift+N opens the next one, and goes round at the end', async () => {
    const { user, engine } = await renderQueue(['a', 'b', 'c', 'd']);
    setRows((rows) => rows.map((each) => ({ ...each, unread: ['b', 'd'].includes(each.id) ? 1 : 0 })));
    engine.emit('conversations.changed', { ids: ['a', 'c'] });
    await waitFor(() => expect(screen.getAllByText('1 unread')).toHaveLength(2));
    await user.keyboard('{Shift>}N{/Shift}');
    expect(useUi.getState().selectedId).toBe('b');
    await user.keyboard('{Shift>}N{/Shift}');
    expect(useUi.getState().selectedId).toBe('d');
    await user.keyboard('{Shift>}N{/Shift}');
    expect(useUi.getState().selectedId).toBe('b');
  });

  it('says so if there is none', async () => {
    const { user, engine } = await renderQueue(['a']);
    setRows((rows) => rows.map((each) => ({ ...each, unread: 0 })));
    engine.emit('conversations.changed', { ids: ['a'] });
    await waitFor(() => expect(screen.queryByText('1 unread')).toBeNull());
    await user.keyboard('{Shift>}N{/Shift}');
    expect(await screen.findByText('No unread conversations here')).toBeDefined();
  });
});
