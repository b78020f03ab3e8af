import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useUi } from '#renderer/state/ui.ts';
import { err, ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage, testNow } from '../support/builders.ts';
import { drawConversation } from './support/drawConversation.tsx';

describe('the conversation', () => {
  it('is resolved with e, and the next one is opened', async () => {
    const { user, engine, id } = drawConversation([aMessage()]);
    await screen.findByRole('button', { name: /^Resolve/ });
    useUi.setState({ order: ['x', id, 'y'], selectedId: id });
    await user.keyboard('e');
    await waitFor(() =>
      expect(engine.callsOf('conversations.setStatus')).toEqual([
        { id, status: 'resolved', seenThrough: 'post-1' },
      ]),
    );
    expect(useUi.getState().selectedId).toBe('y');
  });

  it('is closed when it is erased while it is open', async () => {
    let isErased = false;
    const { engine, id } = drawConversation([], {
      'conversations.get': ({ id }) => {
        if (isErased) return err({ code: 'notFound', what: 'conversation', id });
        const message = { ...aMessage({ text: 'I live at 1 Quay Street' }), conversationId: id };
        return ok(aHistoryPage(aConversation({ id }), [message]));
      },
    });
    await screen.findByText(/Quay Street/, { selector: 'article p' });
    act(() => useUi.setState({ selectedId: id }));
    isErased = true;
    act(() => engine.emit('people.erased', {}));
    await waitFor(() => expect(useUi.getState().selectedId).toBeNull());
    expect(screen.queryByText(/Quay Street/)).toBeNull();
  });

  it('is assigned to the agent with a', async () => {
    const { user, engine, id } = drawConversation([aMessage()]);
    await screen.findByRole('button', { name: /^Resolve/ });
    await waitFor(() => expect(engine.callsOf('agents.list').length).toBeGreaterThan(0));
    await user.keyboard('a');
    await waitFor(() => expect(engine.callsOf('conversations.assign')).toEqual([{ id, agent: 'Sam' }]));
  });

  it('is snoozed with h', async () => {
    const { user, engine, id } = drawConversation([aMessage()]);
    await screen.findByRole('button', { name: /^Resolve/ });
    await user.keyboard('h');
    await user.click(await screen.findByRole('menuitemradio', { name: /Tomorrow/ }));
    expect(engine.callsOf('conversations.snooze')).toEqual([
      { id, until: expect.any(Number), seenThrough: 'post-1' },
    ]);
  });

  it('gets another priority by its menu', async () => {
    const { user, engine, id } = drawConversation([aMessage()]);
    await user.click(await screen.findByRole('button', { name: 'Priority: Normal' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Urgent' }));
    expect(engine.callsOf('conversations.setPriority')).toEqual([{ id, priority: 'urgent' }]);
  });

  it('gets another status by its menu', async () => {
    const { user, engine, id } = drawConversation([aMessage()]);
    await user.click(await screen.findByRole('button', { name: 'Status: Open' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Waiting for them' }));
    expect(engine.callsOf('conversations.setStatus')).toEqual([
      { id, status: 'pending', seenThrough: 'post-1' },
    ]);
  });

  it('is marked as read after it was open for a while', async () => {
    const { engine, id } = drawConversation([aMessage()], {}, { unread: 2 });
    await waitFor(() =>
      expect(engine.callsOf('conversations.markRead')).toEqual([{ id, seenThrough: 'post-1' }]),
    );
  });

  it('says how long is left for the reply that is due, and what is promised', async () => {
    const promised = { firstReplyMinutes: 60, nextReplyMinutes: null };
    const dueAt = Date.now() + 40 * 60_000 + 30_000;
    drawConversation(
      [aMessage()],
      { 'serviceLevels.get': () => ok({ levels: [], standard: promised }) },
      { dueAt, dueReply: 'first' },
    );
    const left = await screen.findByRole('timer', { name: /^Standard: first reply within 1\sh$/ });
    expect(left.textContent).toMatch(/^due in 40\smin$/);
  });

  it('says nothing of a due time where nobody waits', async () => {
    drawConversation([aMessage()], {}, { dueAt: null, waitingSince: null });
    await screen.findByRole('button', { name: /^Resolve/ });
    expect(screen.queryByRole('timer')).toBeNull();
  });

  it('says that it could not be loaded', async () => {
    drawConversation([], { 'conversations.get': () => err({ code: 'engineGone' }) });
    expect(await screen.findByText('Couldn’t load this conversation')).toBeDefined();
  });

  it('loads older messages', async () => {
    const older = aMessage({ id: 'post-0', xId: '0', text: 'Long ago', at: testNow - 86_400_000 });
    drawConversation([], {
      'conversations.get': ({ id, before }) =>
        ok({
          conversation: aConversation({ id }),
          messages: before === undefined ? [aMessage({ text: 'Lately' })] : [older],
          activities: [],
          gaps: [],
          ...(before === undefined ? { previous: 'p1' } : {}),
        }),
    });
    expect(await screen.findByText('Long ago')).toBeDefined();
    expect(screen.getByText('Lately')).toBeDefined();
  });
});
