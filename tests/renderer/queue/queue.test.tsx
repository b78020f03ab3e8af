import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../shared/domain/conversation.ts';
import { ok } from '../../../shared/result.ts';
import { Frame } from '../../../src-renderer/features/Frame/Frame.tsx';
import { useUi } from '../../../src-renderer/state/ui.ts';
import { aConversation, aMessage, aShellState, testNow } from '../support/builders.ts';
import { type Rendered, renderWithEngine } from '../support/renderWithEngine.tsx';

const row = (id: string, change: Partial<Conversation> = {}) =>
  aConversation({ id, person: { id: `p-${id}`, handle: id, name: `Person ${id}` }, ...change });

const urgent = (id: string) => row(id, { dueAt: testNow - 60_000 });

let rows: readonly Conversation[] = [];

async function renderQueue(ids: readonly string[], shell = {}): Promise<Rendered> {
  rows = ids.map((id, index) => row(id, { dueAt: testNow + 30 * 60_000 + index }));
  const rendered = renderWithEngine(<Frame />, {
    shell,
    handlers: {
      'conversations.list': ({ limit, after, ids }) => {
        if (ids) return ok({ items: rows.filter(({ id }) => ids.includes(id)) });
        const from = after ? Number(after) : 0;
        const next = from + limit < rows.length ? { next: String(from + limit) } : {};
        return ok({ items: rows.slice(from, from + limit), ...next });
      },
      'conversations.get': ({ id }) =>
        ok({
          conversation: row(
            id,
            rows.find((each) => each.id === id),
          ),
          messages: [aMessage()],
          activities: [],
          gaps: [],
        }),
      'conversations.setStatus': ({ id }) => {
        rows = rows.filter((each) => each.id !== id);
        setTimeout(() => rendered.engine.emit('conversations.changed', { ids: [id] }));
        return ok({});
      },
    },
  });
  await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(0));
  return rendered;
}

const list = () => screen.getByRole('listbox', { name: 'Queue' });
const names = () =>
  within(list())
    .getAllByRole('option')
    .map((option) => option.textContent?.match(/Person (\w+)/)?.[1]);
const selected = () =>
  within(list())
    .queryByRole('option', { selected: true })
    ?.textContent?.match(/Person (\w+)/)?.[1];

describe('the queue', () => {
  beforeEach(() => {
    rows = [];
  });

  it('moves with j and k and stays inside', async () => {
    const { user } = await renderQueue(['a', 'b', 'c']);
    await user.keyboard('j');
    expect(selected()).toBe('a');
    await user.keyboard('jjjj');
    expect(selected()).toBe('c');
    await user.keyboard('k');
    expect(selected()).toBe('b');
    await user.keyboard('kkkk');
    expect(selected()).toBe('a');
  });

  it('moves with arrows, Home and End, and points to the selected row', async () => {
    const { user } = await renderQueue(['a', 'b', 'c']);
    act(() => list().focus());
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(selected()).toBe('b');
    await user.keyboard('{End}');
    expect(selected()).toBe('c');
    expect(list().getAttribute('aria-activedescendant')).toBe('row-c');
    await user.keyboard('{Home}');
    expect(selected()).toBe('a');
  });

  it('says the place of each row among all', async () => {
    await renderQueue(['a', 'b', 'c']);
    const second = screen.getAllByRole('option')[1];
    expect(second?.getAttribute('aria-posinset')).toBe('2');
    expect(second?.getAttribute('aria-setsize')).toBe('3');
  });

  it('goes into the conversation with Enter and back with Escape', async () => {
    const { user } = await renderQueue(['a', 'b']);
    await user.keyboard('j{Enter}');
    expect(screen.getByRole('main').contains(document.activeElement)).toBe(true);
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(list());
  });

  it('opens with a click', async () => {
    const { user } = await renderQueue(['a', 'b']);
    await user.click(screen.getByText('Person b'));
    expect(selected()).toBe('b');
  });

  it('lets new rows wait behind a button while a conversation is open', async () => {
    const { engine, user } = await renderQueue(['a', 'b']);
    await user.keyboard('j');
    rows = [urgent('x'), urgent('y'), ...rows];
    act(() => engine.emit('conversations.opened', { ids: ['x', 'y'] }));
    const button = await screen.findByRole('button', { name: '2 new' });
    expect(names()).toEqual(['a', 'b']);
    await user.click(button);
    expect(names()).toEqual(['x', 'y', 'a', 'b']);
    expect(selected()).toBe('a');
    expect(screen.queryByRole('button', { name: '2 new' })).toBeNull();
  });

  it('shows new rows with n', async () => {
    const { engine, user } = await renderQueue(['a', 'b']);
    await user.keyboard('j');
    rows = [urgent('x'), ...rows];
    act(() => engine.emit('conversations.opened', { ids: ['x'] }));
    await screen.findByRole('button', { name: '1 new' });
    await user.keyboard('n');
    expect(names()).toEqual(['x', 'a', 'b']);
  });

  it('shows new rows at once while nobody reads the list', async () => {
    const { engine } = await renderQueue(['a', 'b']);
    rows = [urgent('x'), ...rows];
    act(() => engine.emit('conversations.opened', { ids: ['x'] }));
    await waitFor(() => expect(names()).toEqual(['x', 'a', 'b']));
  });

  it('updates rows in their place', async () => {
    const { engine, user } = await renderQueue(['a', 'b']);
    await user.keyboard('j');
    const before = rows[1] ?? row('b');
    rows = [{ ...before, lastMessage: { ...before.lastMessage, text: 'Still waiting' } }, row('a')];
    act(() => engine.emit('conversations.changed', { ids: ['b'] }));
    expect(await screen.findByText('Still waiting')).toBeTruthy();
    expect(names()).toEqual(['a', 'b']);
  });

  it('gives the focus to the neighbour after resolving', async () => {
    const { user, engine } = await renderQueue(['a', 'b', 'c']);
    await user.keyboard('jj');
    await within(screen.getByRole('main')).findByRole('button', { name: /^Resolve\b/ });
    await user.keyboard('e');
    await waitFor(() =>
      expect(engine.callsOf('conversations.setStatus')).toEqual([{ id: 'b', status: 'resolved' }]),
    );
    await waitFor(() => expect(names()).toEqual(['a', 'c']));
    expect(selected()).toBe('c');
    expect(document.activeElement).toBe(list());
  });

  it('keeps the open conversation in the list after it has left the view', async () => {
    const { user, engine } = await renderQueue(['a', 'b', 'c']);
    await user.keyboard('jj');
    rows = [row('a'), row('c')];
    act(() => engine.emit('conversations.changed', { ids: ['b'] }));
    await waitFor(() => expect(engine.callsOf('conversations.list').length).toBeGreaterThan(1));
    expect(names()).toEqual(['a', 'b', 'c']);
    await user.keyboard('j');
    await waitFor(() => expect(names()).toEqual(['a', 'c']));
  });

  it('draws only the rows in sight of three thousand', async () => {
    const { engine, user } = await renderQueue(Array.from({ length: 3_000 }, (_, index) => `r${index}`));
    expect(screen.getAllByRole('option').length).toBeLessThan(60);
    act(() => list().focus());
    await user.keyboard('{End}');
    await waitFor(() => expect(engine.callsOf('conversations.list').length).toBeGreaterThan(1));
  });

  it('goes to the true end of three thousand with End', async () => {
    const { user } = await renderQueue(Array.from({ length: 3_000 }, (_, index) => `r${index}`));
    act(() => list().focus());
    await user.keyboard('{End}');
    await waitFor(() => expect(useUi.getState().selectedId).toBe('r2999'), { timeout: 10_000 });
  });

  it('stays where the cursor was moved to while the end is being read', async () => {
    const { user } = await renderQueue(Array.from({ length: 3_000 }, (_, index) => `r${index}`));
    act(() => list().focus());
    await user.keyboard('{End}{Home}');
    await waitFor(() => expect(list().getAttribute('aria-activedescendant')).toBe('row-r0'));
    expect(useUi.getState().order.length).toBeLessThan(3_000);
  });

  it('asks for the rows that changed and no others', async () => {
    const { engine, user } = await renderQueue(Array.from({ length: 250 }, (_, index) => `r${index}`));
    await user.keyboard('j');
    const before = engine.callsOf('conversations.list').length;
    rows = rows.map((each) => (each.id === 'r3' ? { ...each, hasDraft: true } : each));
    act(() => engine.emit('conversations.changed', { ids: ['r3'] }));
    await within(list()).findByTitle('Draft');
    const asked = engine.callsOf('conversations.list').slice(before);
    expect(asked).toEqual([{ view: 'queue', limit: 50, ids: ['r3'] }]);
  });

  it('shows what people wrote as text only', async () => {
    const hostile = '<img src=x onerror="window.hacked=1">';
    const { engine } = await renderQueue(['a']);
    rows = [
      row('a', {
        person: { id: 'p', handle: 'a', name: hostile },
        lastMessage: { ...row('a').lastMessage, text: hostile },
      }),
    ];
    act(() => engine.emit('conversations.changed', { ids: ['a'] }));
    expect((await screen.findAllByText(hostile)).length).toBe(2);
    expect(document.querySelector('img')).toBeNull();
  });

  it('teaches the next key when all is answered', async () => {
    renderWithEngine(<Frame />, { handlers: { 'conversations.list': () => ok({ items: [] }) } });
    expect(await screen.findByText('All answered')).toBeTruthy();
  });

  it('changes the view with g and a letter', async () => {
    const { engine, user } = await renderQueue(['a']);
    await user.keyboard('gm');
    expect(useUi.getState().view).toBe('mine');
    await waitFor(() => expect(engine.callsOf('conversations.list').at(-1)).toMatchObject({ view: 'mine' }));
  });

  it('draws compact rows when asked to', async () => {
    await renderQueue(['a'], { settings: { ...aShellState().settings, density: 'compact' } });
    expect(screen.getAllByRole('option')[0]?.style.height).toBe('48px');
  });
});
