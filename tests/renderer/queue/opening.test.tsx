import { act, fireEvent, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Conversations } from '#renderer/features/Frame/Conversations.tsx';
import { useAppCommands } from '#renderer/features/Frame/useAppCommands.ts';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { aHistoryPage, aMessage } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';
import { row } from './support/renderQueue.tsx';

/** Tests begin this far apart, in milliseconds, so that the first key of each follows a rest. */
const REST_MS = 1_000_000;
let now = 0;
beforeEach(() => {
  now += REST_MS;
});
afterEach(() => {
  vi.useRealTimers();
});

/** Presses a key `after` milliseconds, wherever the focus is. */
function press(key: string, after: number): void {
  now += after;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: now });
  fireEvent(document.activeElement ?? document.body, event);
}

/** Presses keys 60 ms apart. The clock stands still, so that nothing opens by itself, until it is advanced. */
function pressQuickly(keys: string): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (const key of keys) press(key, 60);
}

// By selectors, as roles of the whole window take long to find.
const heading = () => document.querySelector('main h1');
const opened = () => heading()?.textContent?.match(/Person (\w+)/)?.[1];
const isInert = () => heading()?.closest('[inert]') !== null;

/** Drawing the window takes long on a busy machine. */
const patiently = { timeout: 30_000 };

function Panes() {
  useAppCommands();
  return <Conversations />;
}

/** A queue of which the first conversation is open; each has a message that is unread or not. */
async function openFirst(unread = 0) {
  const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => row(id, { unread }));
  const rendered = renderWithEngine(<Panes />, {
    handlers: {
      'conversations.list': () => ok({ items: rows }),
      'conversations.get': ({ id }) =>
        ok(aHistoryPage(row(id, { unread }), [aMessage({ id: `last-of-${id}`, conversationId: id })])),
    },
  });
  await waitFor(() => expect(useUi.getState().order).toHaveLength(rows.length), patiently);
  press('j', REST_MS);
  await waitFor(() => expect(opened()).toBe('a'), patiently);
  return rendered;
}

describe('keys that come quickly', () => {
  it('leave what is open out of reach until the selection holds still', async () => {
    const { engine } = await openFirst();
    expect(isInert()).toBe(false);
    pressQuickly('jjj');
    vi.useRealTimers();
    expect(document.querySelector('[aria-selected="true"]')?.textContent).toContain('Person d');
    expect(opened()).toBe('a');
    expect(isInert()).toBe(true);
    act(() => useUi.getState().openNow());
    await waitFor(() => expect(opened()).toBe('d'), patiently);
    expect(isInert()).toBe(false);
    const fetched = engine.callsOf('conversations.get').map(({ id }) => id);
    expect(fetched).not.toContain('b');
    expect(fetched).not.toContain('c');
  });

  it('open what is selected by themselves once they end', async () => {
    await openFirst();
    pressQuickly('jj');
    act(() => vi.advanceTimersByTime(90));
    vi.useRealTimers();
    await waitFor(() => expect(opened()).toBe('c'), patiently);
  });

  it('resolve what is selected, not what is still drawn, and cover nothing that its row did not show', async () => {
    const { engine } = await openFirst();
    pressQuickly('jjje');
    vi.useRealTimers();
    await waitFor(() => expect(engine.callsOf('conversations.setStatus')).toHaveLength(1), patiently);
    expect(engine.callsOf('conversations.setStatus')).toEqual([
      { id: 'd', status: 'resolved', seenThrough: row('d').lastMessage.id },
    ]);
    expect(useUi.getState().selectedId).toBe('e');
  });

  it('open the snooze menu of what is selected', async () => {
    await openFirst();
    pressQuickly('jjh');
    vi.useRealTimers();
    expect(useUi.getState().snoozing).toBe('c');
  });

  it('assign what is selected', async () => {
    const { engine } = await openFirst();
    pressQuickly('jja');
    vi.useRealTimers();
    await waitFor(
      () => expect(engine.callsOf('conversations.assign')).toEqual([{ id: 'c', agent: 'Sam' }]),
      patiently,
    );
  });

  it('write the reply to what is selected', async () => {
    const { engine, user } = await openFirst();
    pressQuickly('jjr');
    vi.useRealTimers();
    await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'), patiently);
    expect(opened()).toBe('c');
    await user.keyboard('Dear Person c');
    act(() => (document.activeElement as HTMLElement).blur());
    await waitFor(() => expect(engine.callsOf('drafts.save').at(-1)).toBeTruthy(), patiently);
    const saved = engine.callsOf('drafts.save');
    expect(saved.every(({ conversationId }) => conversationId === 'c')).toBe(true);
    expect(saved.at(-1)).toMatchObject({ conversationId: 'c', text: 'Dear Person c' });
  });

  it('mark nothing as read that they leave', async () => {
    const { engine } = await openFirst(1);
    const read = () => engine.callsOf('conversations.markRead').map(({ id }) => id);
    const seeAgain = () => act(() => document.dispatchEvent(new Event('visibilitychange')));
    await waitFor(() => expect(read()).toEqual(['a']), patiently);
    seeAgain();
    await waitFor(() => expect(read()).toEqual(['a', 'a']), patiently);
    pressQuickly('jj');
    seeAgain();
    vi.useRealTimers();
    act(() => useUi.getState().openNow());
    await waitFor(() => expect(read()).toEqual(['a', 'a', 'c']), patiently);
  });
});
