import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ConversationPane } from '#renderer/features/Conversation/ConversationPane.tsx';
import { ContextMenu } from '#renderer/features/Frame/ContextMenu.tsx';
import { ModerationDialog } from '#renderer/features/Moderation/ModerationDialog.tsx';
import { closeContextMenu } from '#renderer/state/contextMenu.ts';
import { closeModeration } from '#renderer/state/moderation.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { Message } from '#shared/domain/message.ts';
import { err, ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage, aPerson } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

let nextId = 0;
afterEach(() => {
  closeContextMenu();
  closeModeration();
});

const own = aMessage({
  id: 'post-9',
  xId: '9',
  direction: 'out',
  status: { kind: 'sent' },
  text: 'On its way!',
  author: { id: 'a1', handle: 'harbour', name: 'Harbour' },
});

function draw(messages: readonly Message[], handlers: FakeHandlers = {}) {
  const id = `moderation-${nextId++}`;
  return renderWithEngine(
    <>
      <ConversationPane id={id} />
      <ContextMenu />
      <ModerationDialog />
    </>,
    {
      handlers: {
        'conversations.get': () =>
          ok(
            aHistoryPage(
              aConversation({ id, person: aMessage().author }),
              messages.map((message) => ({ ...message, conversationId: id })),
            ),
          ),
        ...handlers,
      },
    },
  );
}

/** Chooses an entry of the menu of the message with this text, and returns the question that opens. */
async function choose(user: ReturnType<typeof draw>['user'], text: string, entry: RegExp) {
  const message = await screen.findByText(text, { selector: 'article p, article p *' });
  await user.pointer({ keys: '[MouseRight]', target: message });
  await user.click(await screen.findByRole('menuitem', { name: entry }));
  return within(await screen.findByRole('dialog'));
}

describe('what is done on X', () => {
  it('asks before an own post is deleted, and says what it costs', async () => {
    const { user, engine } = draw([own], { 'messages.delete': () => ok({}) });
    const question = await choose(user, 'On its way!', /Delete post/);
    expect(question.getByText(/can’t be undone/)).toBeDefined();
    await question.findByText('X charges about $0.01 for this.');
    expect(engine.callsOf('messages.delete')).toEqual([]);
    await user.click(question.getByRole('button', { name: 'Delete post' }));
    await waitFor(() => expect(engine.callsOf('messages.delete')).toEqual([{ id: 'post-9' }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('does nothing when that is cancelled', async () => {
    const { user, engine } = draw([own], { 'messages.delete': () => ok({}) });
    const question = await choose(user, 'On its way!', /Delete post/);
    await user.click(question.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(engine.callsOf('messages.delete')).toEqual([]);
  });

  it('asks X once, however often the button is pressed', async () => {
    let answer = () => {};
    const ready = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { user, engine } = draw([own], {
      'messages.delete': async () => {
        await ready;
        return ok({});
      },
    });
    const question = await choose(user, 'On its way!', /Delete post/);
    await user.dblClick(question.getByRole('button', { name: 'Delete post' }));
    expect(question.getByRole('button', { name: 'Asking X…' })).toHaveProperty('disabled', true);
    answer();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(engine.callsOf('messages.delete')).toHaveLength(1);
  });

  it('stays open with the reason where X refuses, and can be tried again', async () => {
    const { user, engine } = draw([own], { 'messages.delete': () => err({ code: 'offline' }) });
    const question = await choose(user, 'On its way!', /Delete post/);
    await user.click(question.getByRole('button', { name: 'Delete post' }));
    expect(await question.findByRole('alert')).toBeDefined();
    engine.handle({ 'messages.delete': () => ok({}) });
    await user.click(question.getByRole('button', { name: 'Delete post' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('offers to log in again where the login lacks a permission', async () => {
    const { user } = draw([aMessage()], {
      'people.mute': () => err({ code: 'permissionMissing', scope: 'mute.write' }),
    });
    const question = await choose(user, 'My order is stuck', /^Mute Anna/);
    await user.click(question.getByRole('button', { name: 'Mute' }));
    expect((await question.findByRole('alert')).textContent).toContain('mute.write');
    await user.click(question.getByRole('button', { name: 'Log in again' }));
    expect(useUi.getState().overlay).toBe('connect');
  });

  it('offers to take back what was done', async () => {
    const { user, engine } = draw([aMessage({ inReplyTo: '5', isHidden: true })], {
      'people.get': () =>
        ok({
          person: aPerson(),
          conversationCount: 1,
          isVip: false,
          messageCount: 1,
          conversations: [],
          restrictions: { isMuted: true, areDmsBlocked: true },
        }),
      'messages.hide': () => ok({}),
    });
    expect(await screen.findByText('hidden on X')).toBeDefined();
    const question = await choose(user, 'My order is stuck', /Show reply again/);
    await user.click(question.getByRole('button', { name: 'Show reply' }));
    await waitFor(() => expect(engine.callsOf('messages.hide')).toEqual([{ id: 'post-1', hidden: false }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const message = screen.getByText('My order is stuck', { selector: 'article p, article p *' });
    await user.pointer({ keys: '[MouseRight]', target: message });
    expect(await screen.findByRole('menuitem', { name: /^Unmute Anna/ })).toBeDefined();
    expect(screen.getByRole('menuitem', { name: /^Allow private messages again/ })).toBeDefined();
  });

  it('offers to hide replies only, not posts that begin a thread or private messages', async () => {
    const { user } = draw([aMessage({ id: 'dm-1', kind: 'dm', text: 'In private' })]);
    const message = await screen.findByText('In private', { selector: 'article p, article p *' });
    await user.pointer({ keys: '[MouseRight]', target: message });
    expect(await screen.findByRole('menuitem', { name: /^Mute/ })).toBeDefined();
    expect(screen.queryByRole('menuitem', { name: /Hide reply|Delete/ })).toBeNull();
  });
});
