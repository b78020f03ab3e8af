import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { OutboxEntry } from '#shared/domain/reply.ts';
import { err, ok } from '#shared/result.ts';
import { someStatus } from '../../support/someStatus.ts';
import { aConversation, aHistoryPage, aMessage } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const held = (facts: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: 'o1',
  conversationId: 'c1',
  channel: 'dm',
  text: 'Too early',
  status: someStatus('held', Date.now() + 60_000),
  state: 'held',
  inReplyTo: null,
  agent: 'Sam',
  createdAt: Date.now() - 5_000,
  heldUntil: null,
  ...facts,
});

const holding = (...items: OutboxEntry[]): FakeHandlers => ({
  'outbox.list': () => ok({ items }),
  'outbox.cancel': () => ok({ text: 'Too early', channel: 'dm' }),
  'outbox.sendNow': () => ok({}),
});

let activities = 0;
const changed = () => {
  activities += 1;
  return ok({ activityId: `a${activities}` });
};

/** The window with the conversation `c1` of Anna open; what is done has the ids a1, a2 and so on. */
async function drawFrame(handlers: FakeHandlers = {}) {
  activities = 0;
  const rendered = renderWithEngine(<Frame />, {
    handlers: {
      'conversations.setStatus': changed,
      'conversations.assign': changed,
      'conversations.snooze': changed,
      'activities.undo': () => ok({ conversationId: 'c1', activityId: 'u1' }),
      ...handlers,
    },
  });
  await screen.findByRole('option');
  act(() => useUi.getState().select('c1'));
  await screen.findByRole('textbox', { name: /^Public reply/ });
  return rendered;
}

const toasts = () => screen.getByRole('region', { name: 'What you did' });
const shown = () => toasts().textContent;
const undoButton = () => within(toasts()).getByRole('button', { name: 'Undo' });

describe('what was done', () => {
  const keys: readonly (readonly [string, string, string])[] = [
    ['resolving', 'e', 'Resolved · Anna de Vries'],
    ['assigning', 'a', 'Assigned to Sam · Anna de Vries'],
    ['snoozing', 'h{Enter}', 'Snoozed until'],
  ];

  it.each(keys)('is said, and undone with z: %s', async (_, stroke, words) => {
    const { user, engine } = await drawFrame();
    await user.keyboard(stroke);
    await waitFor(() => expect(shown()).toContain(words));
    await waitFor(() => expect(shown()).toContain('Anna de Vries'));
    expect(within(toasts()).getByRole('status').textContent).toContain('Anna de Vries');
    act(() => useUi.getState().focusOn('list'));
    await user.keyboard('z');
    await waitFor(() => expect(shown()).toBe('Undone · Anna de Vries'));
    expect(engine.callsOf('activities.undo')).toEqual([{ id: 'a1' }]);
  });

  const menus: readonly (readonly [string, RegExp, string, string])[] = [
    ['waiting', /^Status/, 'Waiting for them', 'Set to “Waiting for them” · Anna de Vries'],
    ['assigning to another', /^Assign/, 'Robin', 'Assigned to Robin · Anna de Vries'],
  ];

  it.each(menus)('is said after a choice in a menu: %s', async (_, menu, choice, words) => {
    const { user } = await drawFrame();
    await user.click(screen.getByRole('button', { name: menu }));
    await user.click(await screen.findByRole('menuitemradio', { name: choice }));
    await waitFor(() => expect(shown()).toContain(words));
  });

  it('is said when a resolved conversation is reopened', async () => {
    const resolved = aConversation({ status: 'resolved' });
    const { user } = await drawFrame({
      'conversations.get': () => ok(aHistoryPage(resolved, [aMessage()])),
    });
    await user.click(await screen.findByRole('button', { name: 'Reopen' }));
    await waitFor(() => expect(shown()).toContain('Reopened · Anna de Vries'));
  });

  it('is not said if nothing changed, or if it failed', async () => {
    const { user } = await drawFrame({
      'conversations.assign': () => ok({}),
      'conversations.setStatus': () => err({ code: 'unseenMessages', count: 1 }),
    });
    await user.keyboard('ae');
    await screen.findByText(/nobody has seen it yet/);
    expect(shown()).toBe('');
  });

  it('takes no focus, and gives it back to the list', async () => {
    const { user } = await drawFrame();
    act(() => useUi.getState().focusOn('list'));
    const before = document.activeElement;
    await user.keyboard('a');
    await waitFor(() => expect(shown()).toContain('Assigned'));
    expect(document.activeElement).toBe(before);
    await user.click(undoButton());
    await waitFor(() => expect(shown()).toContain('Undone'));
    expect(document.activeElement).toBe(before);
  });

  it.each([
    ['its button', 'Dismiss'],
    ['Escape', null],
  ])('is dismissed by %s, and can still be undone', async (_, button) => {
    const { user, engine } = await drawFrame();
    await user.keyboard('a');
    await waitFor(() => expect(shown()).toContain('Assigned'));
    if (button) await user.click(within(toasts()).getByRole('button', { name: button }));
    else await user.keyboard('{Escape}');
    expect(shown()).toBe('');
    await user.keyboard('z');
    await waitFor(() => expect(engine.callsOf('activities.undo')).toEqual([{ id: 'a1' }]));
  });

  it('is undone one by one, the last first', async () => {
    const { user, engine } = await drawFrame();
    await user.keyboard('a');
    await waitFor(() => expect(shown()).toContain('Assigned'));
    await user.keyboard('e');
    await waitFor(() => expect(shown()).toContain('Resolved'));
    await user.keyboard('zz');
    await waitFor(() => expect(engine.callsOf('activities.undo')).toEqual([{ id: 'a2' }, { id: 'a1' }]));
    await user.keyboard('z');
    expect(engine.callsOf('activities.undo')).toHaveLength(2);
  });

  it('is undone from another screen, which leads back to the conversation', async () => {
    const { user } = await drawFrame();
    await user.keyboard('e');
    await waitFor(() => expect(shown()).toContain('Resolved'));
    await user.keyboard('gt');
    await screen.findByRole('heading', { name: 'Costs' });
    await user.keyboard('z');
    await waitFor(() =>
      expect(useUi.getState()).toMatchObject({ screen: 'conversations', selectedId: 'c1' }),
    );
  });
});

describe('an undo that fails', () => {
  it('says why, is not offered again, and shows the conversation', async () => {
    const { user, engine } = await drawFrame({
      'activities.undo': ({ id }) => err({ code: 'notUndone', id, reason: 'changedSince' }),
    });
    await user.keyboard('a');
    await waitFor(() => expect(shown()).toContain('Assigned'));
    act(() => useUi.getState().select(null));
    await user.keyboard('z');
    await screen.findByText(/changed since/);
    expect(shown()).toBe('');
    expect(useUi.getState().selectedId).toBe('c1');
    await user.keyboard('z');
    expect(engine.callsOf('activities.undo')).toHaveLength(1);
  });

  it('can be tried again if only the store could not be written', async () => {
    const { user, engine } = await drawFrame({
      'activities.undo': () => err({ code: 'storeUnwritable', file: 'f', detail: 'SQLITE_FULL' }),
    });
    await user.keyboard('a');
    await waitFor(() => expect(shown()).toContain('Assigned'));
    await user.keyboard('z');
    await screen.findByText(/disk is full/);
    expect(shown()).toContain('Assigned');
    await user.keyboard('z');
    await waitFor(() => expect(engine.callsOf('activities.undo')).toHaveLength(2));
  });
});

describe('time', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('takes a toast away, but not from under the pointer, nor a reply that can be taken back', async () => {
    const { user } = await drawFrame(holding(held({ createdAt: 1 })));
    vi.useFakeTimers({ shouldAdvanceTime: true });
    act(() =>
      useUi
        .getState()
        .did({ activityId: 'a1', conversationId: 'c1', what: { type: 'open' }, at: Date.now() }),
    );
    await waitFor(() => expect(shown()).toContain('Set to “Open”'));
    vi.useRealTimers();
    await user.hover(screen.getByText('Set to “Open”'));
    vi.useFakeTimers({ shouldAdvanceTime: true });
    act(() => vi.advanceTimersByTime(20_000));
    expect(shown()).toContain('Set to “Open”');
    vi.useRealTimers();
    await user.unhover(screen.getByText('Set to “Open”'));
    await waitFor(() => expect(shown()).not.toContain('Set to “Open”'));
    expect(shown()).toContain('Private, to Anna');
  }, 30_000);
});

describe('a reply that is held', () => {
  it('is taken back with z, and its text is in the composer of its channel', async () => {
    const { engine } = await drawFrame(holding(held()));
    await waitFor(() => expect(shown()).toContain('Private, to Anna'));
    fireEvent.keyDown(document.body, { key: 'z' });
    fireEvent.keyDown(document.body, { key: 'z' });
    const field = await screen.findByRole('textbox', { name: /^Private message/ });
    expect(field).toHaveProperty('value', 'Too early');
    expect(document.activeElement).toBe(field);
    expect(engine.callsOf('outbox.cancel')).toEqual([{ id: 'o1' }]);
  });

  it('is taken back with Ctrl and Z in an empty composer, but not while writing', async () => {
    const { user, engine } = await drawFrame(holding(held()));
    await waitFor(() => expect(shown()).toContain('Private, to Anna'));
    await user.keyboard('r');
    const field = await screen.findByRole('textbox', { name: /^Public reply/ });
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(undoButton().textContent).toContain('Ctrl');
    await user.keyboard('z{Control>}z{/Control}');
    expect(engine.callsOf('outbox.cancel')).toEqual([]);
    await user.clear(field);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(engine.callsOf('outbox.cancel')).toEqual([{ id: 'o1' }]));
  });

  it('leaves Ctrl and Z in other fields alone', async () => {
    const { user, engine } = await drawFrame(holding(held()));
    await waitFor(() => expect(shown()).toContain('Private, to Anna'));
    await user.click(screen.getByRole('combobox', { name: 'Search' }));
    await user.keyboard('{Control>}z{/Control}z');
    expect(engine.callsOf('outbox.cancel')).toEqual([]);
  });

  it('keeps what was written meanwhile', async () => {
    const { user } = await drawFrame(holding(held()));
    await user.keyboard('d');
    const field = await screen.findByRole('textbox', { name: /^Private message/ });
    await user.type(field, 'And more');
    await user.click(undoButton());
    await waitFor(() => expect(field).toHaveProperty('value', 'Too early\n\nAnd more'));
  });

  it('is sent immediately on request', async () => {
    const { user, engine } = await drawFrame(holding(held()));
    await user.click(await within(toasts()).findByRole('button', { name: 'Send now' }));
    expect(engine.callsOf('outbox.sendNow')).toEqual([{ id: 'o1' }]);
  });

  it('is the newest of several; the others are in the outbox', async () => {
    const { user } = await drawFrame(holding(held({ id: 'o2', channel: 'public' }), held()));
    await waitFor(() => expect(shown()).toContain('Public, to @annadv'));
    await user.click(within(toasts()).getByRole('button', { name: '1 more in the Outbox' }));
    expect(useUi.getState().screen).toBe('outbox');
  });

  it('comes after what was done since: z undoes that first', async () => {
    const { user, engine } = await drawFrame(holding(held()));
    await waitFor(() => expect(shown()).toContain('Private, to Anna'));
    await user.keyboard('e');
    await waitFor(() => expect(shown()).toContain('Resolved'));
    expect(shown()).toContain('Private, to Anna');
    await user.keyboard('z');
    await waitFor(() => expect(engine.callsOf('activities.undo')).toHaveLength(1));
    expect(engine.callsOf('outbox.cancel')).toEqual([]);
    await user.keyboard('z');
    await waitFor(() => expect(engine.callsOf('outbox.cancel')).toHaveLength(1));
  });

  it('is still taken back by z after its toast was dismissed', async () => {
    const { user, engine } = await drawFrame(holding(held()));
    await user.click(await within(toasts()).findByRole('button', { name: 'Dismiss' }));
    expect(shown()).toBe('');
    await user.keyboard('z');
    await waitFor(() => expect(engine.callsOf('outbox.cancel')).toHaveLength(1));
  });
});
