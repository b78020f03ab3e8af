import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closeContextMenu } from '#renderer/state/contextMenu.ts';
import { useUi } from '#renderer/state/ui.ts';
import { list, renderQueue, row, selected, setRows } from '../queue/support/renderQueue.tsx';

afterEach(() => closeContextMenu());

type User = Awaited<ReturnType<typeof renderQueue>>['user'];

async function openMenu(user: User, id: string) {
  const name = within(list()).getByText(`Person ${id}`);
  await user.pointer({ keys: '[MouseRight]', target: name });
  return within(await screen.findByRole('menu', { name: `Conversation with Person ${id}` }));
}

describe('the menu of a row', () => {
  it('resolves the row that was clicked, and leaves the open conversation alone', async () => {
    const { user, engine } = await renderQueue(['a', 'b', 'c']);
    await user.keyboard('j');
    const menu = await openMenu(user, 'c');
    await user.click(menu.getByRole('menuitem', { name: 'Resolve' }));
    await waitFor(() =>
      expect(engine.callsOf('conversations.setStatus')).toEqual([
        { id: 'c', status: 'resolved', seenThrough: 'post-c' },
      ]),
    );
    expect(selected()).toBe('a');
  });

  it('sets a conversation to waiting', async () => {
    const { user, engine } = await renderQueue(['a']);
    const menu = await openMenu(user, 'a');
    await user.click(menu.getByRole('menuitem', { name: /Waiting for them/ }));
    await waitFor(() => expect(engine.callsOf('conversations.setStatus')[0]?.status).toBe('pending'));
  });

  it('gives it to another agent in a menu of its own', async () => {
    const { user, engine } = await renderQueue(['a']);
    const menu = await openMenu(user, 'a');
    await user.click(menu.getByRole('menuitem', { name: 'Assignee' }));
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Robin'));
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(engine.callsOf('conversations.assign')).toEqual([{ id: 'a', agent: 'Robin' }]),
    );
  });

  it('opens the snooze menu of its conversation', async () => {
    const { user } = await renderQueue(['a', 'b']);
    const menu = await openMenu(user, 'b');
    await user.click(menu.getByRole('menuitem', { name: 'Snooze' }));
    expect(useUi.getState()).toMatchObject({ selectedId: 'b', snoozing: 'b' });
  });

  it('copies the link to the profile', async () => {
    const { user } = await renderQueue(['a']);
    const menu = await openMenu(user, 'a');
    await user.click(menu.getByRole('menuitem', { name: 'Copy link to the profile' }));
    expect(await navigator.clipboard.readText()).toBe('https://x.com/a');
  });

  it.each(['{ContextMenu}', '{Shift>}{F10}{/Shift}'])('opens by %s for the selected row', async (keys) => {
    const { user } = await renderQueue(['a', 'b']);
    act(() => list().focus());
    await user.keyboard('jj');
    await user.keyboard(keys);
    const menu = await screen.findByRole('menu', { name: 'Conversation with Person b' });
    await waitFor(() => expect(document.activeElement?.closest('[role="menu"]')).toBe(menu));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(list()));
  });

  it('offers to reopen, and not to wait, where it is resolved', async () => {
    const { user, engine } = await renderQueue(['a']);
    setRows(() => [row('a', { status: 'resolved' })]);
    act(() => engine.emit('conversations.changed', { ids: ['a'] }));
    await waitFor(async () => {
      const menu = await openMenu(user, 'a');
      expect(menu.getByRole('menuitem', { name: 'Reopen' })).toBeDefined();
      expect(menu.queryByRole('menuitem', { name: /Waiting/ })).toBeNull();
    });
  });

  it('runs no other shortcut while it is open', async () => {
    const { user, engine } = await renderQueue(['a']);
    await user.keyboard('j');
    await openMenu(user, 'a');
    await user.keyboard('e');
    expect(engine.callsOf('conversations.setStatus')).toEqual([]);
  });
});

it('w sets the open conversation to waiting', async () => {
  const { user, engine } = await renderQueue(['a']);
  await user.keyboard('j');
  await screen.findByRole('button', { name: /^Resolve/ });
  await user.keyboard('w');
  await waitFor(() =>
    expect(engine.callsOf('conversations.setStatus')).toEqual([
      { id: 'a', status: 'pending', seenThrough: expect.any(String) },
    ]),
  );
});
