import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closeContextMenu } from '#renderer/state/contextMenu.ts';
import { useNoting } from '#renderer/state/noting.ts';
import { usePicked } from '#renderer/state/picked.ts';
import { usePrinting } from '#renderer/state/printing.ts';
import { showTags, useTagging } from '#renderer/state/tagging.ts';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
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

  it('sets another priority in a menu of its own', async () => {
    const { user, engine } = await renderQueue(['a']);
    const menu = await openMenu(user, 'a');
    await user.click(menu.getByRole('menuitem', { name: 'Priority' }));
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Urgent'));
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(engine.callsOf('conversations.setPriority')).toEqual([{ id: 'a', priority: 'urgent' }]),
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

describe('the menu of a row, apart from handling it', () => {
  it('has the commands on the conversation under their names and keys', async () => {
    const { user } = await renderQueue(['a', 'b']);
    await user.keyboard('j');
    const menu = await openMenu(user, 'b');
    const entries = menu.getAllByRole('menuitem').map(({ textContent }) => textContent);
    expect(entries).toEqual(expect.arrayContaining(['TagsL', 'Write a private noteN', 'Mark as readShiftI']));
    expect(entries).toContain('Save conversation as PDF…');
  });

  it('opens its tags, its note and its print without the row being open before', async () => {
    const { user } = await renderQueue(['a', 'b']);
    const printed: unknown[] = [];
    const stop = usePrinting.subscribe(({ job }) => void (job && printed.push(job)));
    await user.click((await openMenu(user, 'b')).getByRole('menuitem', { name: /Print/ }));
    stop();
    expect(printed).toEqual([{ of: 'history', conversationId: 'b', target: 'paper' }]);
    await user.click((await openMenu(user, 'b')).getByRole('menuitem', { name: /note/ }));
    expect(useNoting.getState().conversationId).toBe('b');
    expect(selected()).toBe('b');
    await user.click((await openMenu(user, 'a')).getByRole('menuitem', { name: /^Tag/ }));
    expect(useTagging.getState().tagged).toBe('a');
    act(() => showTags(null));
  });

  it('marks as unread what was read', async () => {
    const { user, engine } = await renderQueue(['a', 'b']);
    setRows((rows) => rows.map((each) => ({ ...each, unread: 0 })));
    act(() => engine.emit('conversations.changed', { ids: ['a', 'b'] }));
    await waitFor(async () => {
      await user.click((await openMenu(user, 'b')).getByRole('menuitem', { name: /unread/ }));
    });
    await waitFor(() => expect(engine.callsOf('conversations.markUnread')).toEqual([{ id: 'b' }]));
  });
});

describe('the menu of a row that is picked', () => {
  async function openPicked(user: User, id: string) {
    await user.pointer({ keys: '[MouseRight]', target: within(list()).getByText(`Person ${id}`) });
    return within(await screen.findByRole('menu', { name: 'Selected conversations' }));
  }

  it('changes all that are picked, whichever of them was clicked', async () => {
    const { user, engine } = await renderQueue(['a', 'b', 'c']);
    engine.handle({
      'bulk.change': ({ conversations }) => ok({ changed: conversations.map(({ id }) => id), left: [] }),
    });
    await user.keyboard('jxjx');
    const menu = await openPicked(user, 'a');
    await user.click(menu.getByRole('menuitem', { name: /Resolve 2 conversations/ }));
    await waitFor(() =>
      expect(engine.callsOf('bulk.change')).toEqual([
        {
          conversations: [
            { id: 'a', seenThrough: 'post-a' },
            { id: 'b', seenThrough: expect.any(String) },
          ],
          change: { type: 'status', status: 'resolved' },
        },
      ]),
    );
    expect(engine.callsOf('conversations.setStatus')).toEqual([]);
  });

  it('offers what the palette does, and to end the selection', async () => {
    const { user } = await renderQueue(['a', 'b']);
    await user.keyboard('jxjx');
    const menu = await openPicked(user, 'b');
    for (const name of ['Resolve', 'Set', 'Snooze', 'Tag', 'Mark', 'Assign'])
      expect(menu.getAllByRole('menuitem', { name: new RegExp(`^${name} 2`) }).length, name).toBeGreaterThan(
        0,
      );
    expect(menu.queryByRole('menuitem', { name: /^Reopen/ })).toBeNull();
    await user.click(menu.getByRole('menuitem', { name: /Clear selection/ }));
    expect(usePicked.getState().picks.size).toBe(0);
  });

  it('is that of one row where the row is not picked, whose keys are for the others', async () => {
    const { user, engine } = await renderQueue(['a', 'b', 'c']);
    await user.keyboard('jxjx');
    const menu = await openMenu(user, 'c');
    await user.click(menu.getByRole('menuitem', { name: 'Resolve' }));
    await waitFor(() => expect(engine.callsOf('conversations.setStatus')[0]?.id).toBe('c'));
    expect([...usePicked.getState().picks.keys()]).toEqual(['a', 'b']);
  });
});

it('w sets the open conversation to waiting', async () => {
  const { user, engine } = await renderQueue(['a']);
  await user.keyboard('j');
  await screen.findByRole('button', { name: /^Resolve\b/ });
  await user.keyboard('w');
  await waitFor(() =>
    expect(engine.callsOf('conversations.setStatus')).toEqual([
      { id: 'a', status: 'pending', seenThrough: expect.any(String) },
    ]),
  );
});
