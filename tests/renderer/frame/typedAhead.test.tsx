import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

/** A response that comes when `release` is called. */
function later<T>(value: T) {
  let release = () => {};
  const waiting = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { release: () => release(), respond: () => waiting.then(() => value) };
}

async function renderFrame(handlers: FakeHandlers = {}) {
  const rendered = renderWithEngine(<Frame />, { handlers });
  await screen.findByRole('option');
  return rendered;
}

describe('what is typed right after the key', () => {
  it('of the palette is its text, and Enter chooses', async () => {
    const { user } = await renderFrame();
    await user.keyboard('{Control>}k{/Control}keyboard sh{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  });

  it('of a person in the palette waits until they are found', async () => {
    const row = aConversation({ id: 'c2' });
    const found = later(ok({ items: [row] }));
    const { user } = await renderFrame({ 'search.quick': found.respond });
    await user.keyboard('{Control>}k{/Control}zzq{Enter}');
    found.release();
    await waitFor(() => expect(useUi.getState().selectedId).toBe('c2'));
  });

  it.each([
    ['a reply', 'r'],
    ['a note', 'n'],
  ])('of %s is its text, also in a conversation that is still being read', async (_, key) => {
    const page = later(ok(aHistoryPage(aConversation(), [aMessage()])));
    const { engine, user } = await renderFrame({ 'conversations.get': page.respond });
    await user.keyboard(`j${key}he was here`);
    expect(screen.queryByRole('menu')).toBeNull();
    page.release();
    await waitFor(() => expect(document.activeElement).toHaveProperty('value', 'he was here'));
    expect(engine.callsOf('conversations.setStatus')).toEqual([]);
    expect(engine.callsOf('conversations.snooze')).toEqual([]);
  });

  it('of the snooze menu is for the menu, also in a conversation that is still being read', async () => {
    const page = later(ok(aHistoryPage(aConversation(), [aMessage()])));
    const { engine, user } = await renderFrame({ 'conversations.get': page.respond });
    await user.keyboard('jh{Enter}');
    page.release();
    await waitFor(() => expect(engine.callsOf('conversations.snooze')).toHaveLength(1));
    expect(engine.callsOf('conversations.snooze')[0]?.id).toBe('c1');
  });

  it('of an action undoes that action, and not the one before', async () => {
    const done = later(ok({ activityId: 'second' }));
    const { engine, user } = await renderFrame({
      'conversations.setStatus': ({ status }) =>
        status === 'pending' ? ok({ activityId: 'first' }) : done.respond(),
      'activities.undo': ({ id }) => ok({ conversationId: 'c1', activityId: id }),
    });
    await user.keyboard('j');
    await screen.findByRole('heading', { name: /Anna de Vries/ });
    await user.keyboard('w');
    await screen.findByText(/^Set to/);
    await user.keyboard('ez');
    expect(engine.callsOf('activities.undo')).toEqual([]);
    done.release();
    await waitFor(() => expect(engine.callsOf('activities.undo')).toEqual([{ id: 'second' }]));
  });

  it('of another list is for its rows', async () => {
    const rows = later(ok({ items: [aConversation({ id: 'c1' }), aConversation({ id: 'c2' })] }));
    const { user } = await renderFrame({
      'conversations.list': ({ view }) =>
        view === 'all' ? rows.respond() : ok({ items: [aConversation()] }),
    });
    await user.keyboard('gajj');
    rows.release();
    await waitFor(() => expect(useUi.getState().selectedId).toBe('c2'));
  });
});
