import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useListQuery } from '#renderer/state/listQuery.ts';
import type { EngineInput } from '#shared/contract/engine.ts';
import { ok } from '#shared/result.ts';
import { list, names, renderQueue, row } from '../queue/support/renderQueue.tsx';
import type { Rendered } from '../support/renderWithEngine.tsx';

beforeEach(() => useListQuery.getState().reset());

type Query = Pick<EngineInput<'conversations.list'>, 'filter' | 'sort'>;

const menu = () => screen.queryByRole('menu', { name: 'Filter and sort' });
const chips = () =>
  within(screen.queryByRole('list', { name: 'Active filters' }) ?? document.createElement('ul'))
    .queryAllByRole('button', { name: /^Remove filter/ })
    .map(({ textContent }) => textContent);
const title = () =>
  within(screen.getByRole('region', { name: 'Conversations' }))
    .getByRole('heading', { level: 1 })
    .closest('header')?.textContent;

/** A queue of three, of which the engine lists one if it is filtered. */
async function renderFiltered(): Promise<Rendered & { readonly lastQuery: () => Query }> {
  const rendered = await renderQueue(['a', 'b', 'c']);
  const { engine } = rendered;
  engine.handle({
    'conversations.list': ({ filter }) =>
      ok({ items: (filter === undefined ? ['a', 'b', 'c'] : ['b']).map((id) => row(id)) }),
    'conversations.count': ({ filter }) => ok({ count: 40 + Object.keys(filter ?? {}).length }),
  });
  const lastQuery = () => {
    const { filter, sort } = engine.callsOf('conversations.list').at(-1) ?? {};
    return { ...(filter ? { filter } : {}), ...(sort ? { sort } : {}) };
  };
  return { ...rendered, lastQuery };
}

/** Opens the menu by its key, and goes to the entries with these labels by keyboard, one menu after the other. */
async function choose({ user }: Rendered, ...labels: string[]): Promise<void> {
  await user.keyboard('f');
  await waitFor(() => expect(menu()?.contains(document.activeElement)).toBe(true));
  for (const [index, label] of labels.entries()) {
    await waitFor(async () => {
      if (document.activeElement?.textContent?.startsWith(label)) return;
      await user.keyboard('{ArrowDown}');
      expect(document.activeElement?.textContent).toMatch(new RegExp(`^${label}`));
    });
    if (index === labels.length - 1) await user.keyboard('{Enter}');
    else {
      const level = document.activeElement?.closest('[role="menu"]');
      await user.keyboard('{ArrowRight}');
      // Until the next menu has the focus, arrows go on in this one.
      await waitFor(() => expect(document.activeElement?.closest('[role="menu"]')).not.toBe(level));
    }
  }
  await waitFor(() => expect(menu()).toBeNull());
}

describe('the filter menu', () => {
  it('opens with f at its first entry, and closes to the list', async () => {
    const { user } = await renderFiltered();
    await user.keyboard('f');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Unread'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(list()));
    expect(menu()).toBeNull();
  });

  it('adds one filter to the other, by keyboard alone, and comes back to the list', async () => {
    const rendered = await renderFiltered();
    await choose(rendered, 'Unread');
    await waitFor(() => expect(names()).toEqual(['b']));
    await choose(rendered, 'Channel', 'Private');
    await choose(rendered, 'Waiting longer than', '1');
    await waitFor(() =>
      expect(rendered.lastQuery()).toEqual({ filter: { unread: true, channel: 'dm', waitingMinutes: 15 } }),
    );
    expect(chips()).toEqual(['Unread', 'Private', expect.stringMatching(/^Waiting over 15/)]);
    expect(document.activeElement).toBe(list());
  });

  it('has one value of each choice, marks it, and takes it back with Any', async () => {
    const rendered = await renderFiltered();
    await choose(rendered, 'Channel', 'Private');
    await choose(rendered, 'Channel', 'Public');
    expect(chips()).toEqual(['Public']);
    await rendered.user.click(screen.getByRole('button', { name: /^Filter and sort/ }));
    const channel = await screen.findByRole('menuitem', { name: /^Channel/ });
    expect(channel.textContent).toContain('Public');
    await rendered.user.keyboard('{Escape}');
    await waitFor(() => expect(menu()).toBeNull());
    await choose(rendered, 'Channel', 'Any');
    expect(chips()).toEqual([]);
    await waitFor(() => expect(names()).toEqual(['a', 'b', 'c']));
  });

  it('shows a mark at what is on, which a second press takes off', async () => {
    const rendered = await renderFiltered();
    await choose(rendered, 'Has a draft');
    await rendered.user.keyboard('f');
    const entry = await screen.findByRole('menuitemcheckbox', { name: 'Has a draft' });
    expect(entry.getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('menuitemcheckbox', { name: 'Unread' }).getAttribute('aria-checked')).toBe(
      'false',
    );
    await rendered.user.keyboard('{Escape}');
    await waitFor(() => expect(menu()).toBeNull());
    await choose(rendered, 'Has a draft');
    expect(useListQuery.getState().filter).toEqual({});
  });

  it('sorts, and has no filter for the usual order', async () => {
    const rendered = await renderFiltered();
    await choose(rendered, 'Sort', 'Newest first');
    await waitFor(() => expect(rendered.lastQuery()).toEqual({ sort: 'newest' }));
    expect(chips()).toEqual(['Newest first']);
    await choose(rendered, 'Sort', 'Due first');
    expect(chips()).toEqual([]);
  });

  it('offers no choice of one value: alone, without tags and languages', async () => {
    const { user, engine } = await renderFiltered();
    engine.handle({
      'agents.list': () => ok({ me: 'Sam', all: ['Sam'], agents: [{ id: 'a1', name: 'Sam' }] }),
    });
    act(() => engine.emit('settings.changed', {}));
    await user.keyboard('f');
    await waitFor(() => expect(screen.queryByRole('menuitem', { name: 'Assignee' })).toBeNull());
    const entries = within(menu() ?? document.body).getAllByRole('menuitem');
    expect(entries.map(({ textContent }) => textContent)).toEqual([
      'Channel',
      'Priority',
      'Waiting longer than',
      'Handover',
      'SortDue first',
      'Save as view…',
    ]);
  });
});

describe('what is filtered', () => {
  it('has its own number, that of the view otherwise', async () => {
    const rendered = await renderFiltered();
    expect(title()).toContain('Queue1');
    await choose(rendered, 'Unread');
    await waitFor(() => expect(title()).toContain('Queue41'));
    await choose(rendered, 'Channel', 'Private');
    await waitFor(() => expect(title()).toContain('Queue42'));
    expect(rendered.engine.callsOf('conversations.count').at(-1)).toEqual({
      view: 'queue',
      filter: { unread: true, channel: 'dm' },
    });
    await choose(rendered, 'Clear');
    await waitFor(() => expect(title()).toContain('Queue1'));
    expect(title()).not.toContain('Queue4');
  });

  it('is cleared at once, part by part with Backspace, or by a press on its part', async () => {
    const rendered = await renderFiltered();
    const { user } = rendered;
    await choose(rendered, 'Unread');
    await choose(rendered, 'Has a draft');
    await choose(rendered, 'Channel', 'Private');
    await user.keyboard('{Backspace}');
    expect(chips()).toEqual(['Unread', 'Has a draft']);
    await user.click(screen.getByRole('button', { name: 'Remove filter: Unread' }));
    expect(chips()).toEqual(['Has a draft']);
    await waitFor(() => expect(document.activeElement).toBe(list()));
    await choose(rendered, 'Sort', 'Oldest first');
    await user.keyboard('{Escape}');
    expect(chips()).toEqual([]);
    expect(useListQuery.getState()).toMatchObject({ filter: {}, sort: null });
  });

  it('is said to be empty where nothing matches', async () => {
    const rendered = await renderFiltered();
    rendered.engine.handle({ 'conversations.list': () => ok({ items: [] }) });
    await choose(rendered, 'Reply needs attention');
    expect(await screen.findByText('Nothing matches these filters')).toBeDefined();
  });
});
