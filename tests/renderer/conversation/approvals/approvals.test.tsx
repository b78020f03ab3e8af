import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { Approval } from '#shared/domain/approval.ts';
import { err, ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage, testNow } from '../../support/builders.ts';
import type { FakeHandlers } from '../../support/fakeEngine.ts';
import { renderWithEngine } from '../../support/renderWithEngine.tsx';

const waiting: Approval = {
  id: 'p1',
  conversationId: 'c1',
  channel: 'public',
  text: 'On its way',
  thread: false,
  askedBy: { id: 'a2', name: 'Robin' },
  approver: { id: 'a1', name: 'Sam' },
  note: 'Right tone?',
  askedAt: testNow,
  isOwn: false,
  isAsked: true,
  since: null,
};

async function draw(change: Partial<Approval> = {}, handlers: FakeHandlers = {}) {
  const conversation = aConversation({ approval: 'toApprove', unread: 0 });
  const rendered = renderWithEngine(<Frame />, {
    handlers: {
      'conversations.list': () => ok({ items: [conversation] }),
      'conversations.get': () => ok(aHistoryPage(conversation, [aMessage()])),
      'approvals.list': () => ok({ items: [{ ...waiting, ...change }] }),
      'approvals.approve': () => ok({ outboxId: 'o1' }),
      'approvals.return': () => ok({ text: 'On its way', channel: 'public', activityId: 'done' }),
      'approvals.withdraw': () => ok({ text: 'On its way', channel: 'public', activityId: 'done' }),
      ...handlers,
    },
  });
  await screen.findByRole('option');
  await rendered.user.keyboard('j');
  const card = within(await screen.findByRole('region', { name: /^Waiting for approval/ }));
  return { ...rendered, card };
}

describe('the news of an approval', () => {
  it('opens its conversation from any screen', async () => {
    const { engine, user } = await draw();
    await act(async () => useUi.getState().goTo('outbox'));
    act(() => engine.emit('approvals.told', { id: 'p1', conversationId: 'c1', kind: 'asked' }));
    await screen.findByText('A colleague asks you to approve a reply');
    const toasts = within(screen.getByRole('region', { name: 'What you did' }));
    await user.click(toasts.getByRole('button', { name: 'Open' }));
    expect(useUi.getState()).toMatchObject({ screen: 'conversations', selectedId: 'c1' });
    await waitFor(() => expect(screen.queryByText('A colleague asks you to approve a reply')).toBeNull());
  });

  it('has no way to the conversation that is open', async () => {
    const { engine } = await draw();
    act(() => engine.emit('approvals.told', { id: 'p1', conversationId: 'c1', kind: 'returned' }));
    const words = await screen.findByText('A colleague returned your reply');
    const toasts = within(screen.getByRole('region', { name: 'What you did' }));
    expect(words).toBeTruthy();
    expect(toasts.queryByRole('button', { name: 'Open' })).toBeNull();
  });
});

describe('a reply that waits for an approval', () => {
  it('is approved with y as it is', async () => {
    const { engine, user, card } = await draw();
    expect(card.getByText('Robin asks you to approve this')).toBeDefined();
    expect(card.getByText('Right tone?')).toBeDefined();
    await user.keyboard('y');
    await expect
      .poll(() => engine.callsOf('approvals.approve'))
      .toMatchObject([{ id: 'p1', overrule: [], despite: false }]);
  });

  it('says why to look again, and is then approved in spite of it', async () => {
    const { engine, user, card } = await draw({ since: 'newMessage' });
    expect(card.getByText(/wrote again after this was written/)).toBeDefined();
    expect(card.getByRole('button', { name: 'Approve anyway' })).toBeDefined();
    await user.keyboard('y');
    await expect.poll(() => engine.callsOf('approvals.approve')).toMatchObject([{ despite: true }]);
  });

  it('shows what guards refuse, and overrules them with the same key', async () => {
    const refusal = {
      code: 'guardRefused' as const,
      warnings: [{ code: 'personalData' as const, items: [] }],
    };
    const { engine, user, card } = await draw({}, { 'approvals.approve': () => err(refusal) });
    await user.keyboard('y');
    expect(await card.findByText(/^Warning: Personal data/)).toBeDefined();
    await user.keyboard('y');
    await expect
      .poll(() => engine.callsOf('approvals.approve'))
      .toMatchObject([{ overrule: [] }, { overrule: ['personalData'] }]);
  });

  it('is returned with a note; Escape leaves the note', async () => {
    const { engine, user } = await draw();
    await user.keyboard('b');
    await user.type(await screen.findByRole('textbox', { name: 'Why you return it' }), 'Be kinder');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => engine.callsOf('approvals.return')).toEqual([{ id: 'p1', note: 'Be kinder' }]);
    expect(engine.callsOf('replies.send')).toEqual([]);
  });

  it('waits again by z after it was withdrawn, and its text leaves the composer', async () => {
    const { engine, user } = await draw(
      { isOwn: true, isAsked: false },
      { 'activities.undo': () => ok({ conversationId: 'c1', activityId: 'undone' }) },
    );
    await user.keyboard('b');
    await screen.findByText('Withdrawn; the text is in the draft again');
    const field = await screen.findByRole('textbox', { name: /^Public reply/ });
    expect(field).toHaveProperty('value', 'On its way');
    await user.keyboard('z');
    await expect.poll(() => engine.callsOf('activities.undo')).toEqual([{ id: 'done' }]);
    await screen.findByText('Undone');
    expect(field).toHaveProperty('value', '');
  });

  it('of one’s own can only be withdrawn', async () => {
    const { engine, user, card } = await draw({ isOwn: true, isAsked: false });
    expect(card.queryByRole('button', { name: /Approve/ })).toBeNull();
    await user.keyboard('y');
    await user.keyboard('b');
    await expect.poll(() => engine.callsOf('approvals.withdraw')).toEqual([{ id: 'p1' }]);
    expect(engine.callsOf('approvals.approve')).toEqual([]);
  });
});
