import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ConversationPane } from '#renderer/features/Conversation/ConversationPane.tsx';
import { ContextMenu } from '#renderer/features/Frame/ContextMenu.tsx';
import { closeContextMenu } from '#renderer/state/contextMenu.ts';
import type { Message } from '#shared/domain/message.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage, testNow } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

let nextId = 0;
afterEach(() => closeContextMenu());

/** An open conversation with these messages, and the menus of the window. */
function draw(messages: readonly Message[]) {
  const id = `menu-${nextId++}`;
  const page = (all: readonly Message[]) =>
    ok(
      aHistoryPage(
        aConversation({ id }),
        all.map((message) => ({ ...message, conversationId: id })),
      ),
    );
  const rendered = renderWithEngine(
    <>
      <ConversationPane id={id} />
      <ContextMenu />
    </>,
    { handlers: { 'conversations.get': () => page(messages) } },
  );
  const become = (later: readonly Message[]) => {
    rendered.engine.handle({ 'conversations.get': () => page(later) });
    act(() => rendered.engine.emit('conversations.changed', { ids: [id] }));
  };
  return { ...rendered, become };
}

/** A message on the screen; the composer repeats the text of the one it replies to. */
const findMessage = (text: string) => screen.findByText(text, { selector: 'article p, article p *' });

/** Opens the menu of the message with this text by a right click. */
async function openMenu(user: ReturnType<typeof draw>['user'], text: string) {
  const message = await findMessage(text);
  await user.pointer({ keys: '[MouseRight]', target: message });
  return within(await screen.findByRole('menu', { name: 'Message from Anna de Vries' }));
}

const labels = (menu: Awaited<ReturnType<typeof openMenu>>) =>
  menu.getAllByRole('menuitem').map((item) => item.querySelector('bdi')?.textContent);

describe('the menu of a message', () => {
  it('offers what can be done with a post of a customer', async () => {
    const { user } = draw([aMessage()]);
    expect(labels(await openMenu(user, 'My order is stuck'))).toEqual([
      'Reply to this post',
      'Reply in private',
      'Copy text',
      'Copy link to the post',
      'Open on X',
      'Mute Anna de Vries…',
      'Block private messages…',
    ]);
  });

  it('copies the text as it was written', async () => {
    const text = 'Order \u202e1234\u202c, please';
    const { user } = draw([aMessage({ text })]);
    const menu = await openMenu(user, text);
    await user.click(menu.getByRole('menuitem', { name: 'Copy text' }));
    expect(await navigator.clipboard.readText()).toBe(text);
  });

  it('copies the link of a post, and has none for a private message', async () => {
    const { user } = draw([aMessage(), aMessage({ id: 'dm-2', xId: '2', kind: 'dm', text: 'In private' })]);
    const menu = await openMenu(user, 'My order is stuck');
    await user.click(menu.getByRole('menuitem', { name: /Copy link/ }));
    expect(await navigator.clipboard.readText()).toBe('https://x.com/annadv/status/1');
    expect(labels(await openMenu(user, 'In private'))).toEqual([
      'Reply in private',
      'Copy text',
      'Open on X',
      'Mute Anna de Vries…',
      'Block private messages…',
    ]);
  });

  it('replies to that post', async () => {
    const { user } = draw([
      aMessage({ text: 'First' }),
      aMessage({ id: 'post-2', xId: '2', text: 'Second' }),
    ]);
    const menu = await openMenu(user, 'First');
    await user.click(menu.getByRole('menuitem', { name: 'Reply to this post' }));
    const field = await screen.findByRole('textbox');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.getByText('Replying to')).toBeDefined();
  });

  it('opens by key for the message that has the focus, and gives the focus back', async () => {
    const { user } = draw([
      aMessage({ text: 'First' }),
      aMessage({ id: 'post-2', xId: '2', text: 'Second' }),
    ]);
    const first = (await findMessage('First')).closest('article') as HTMLElement;
    const more = await within(first).findByRole('button', { name: 'More actions' });
    act(() => more.focus());
    await user.keyboard('{Shift>}{F10}{/Shift}');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Copy text'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(more));
  });

  it('leaves text outside of messages to the menu of the system', async () => {
    const { user } = draw([aMessage()]);
    await findMessage('My order is stuck');
    const seen: boolean[] = [];
    const look = (event: Event) => void seen.push(event.defaultPrevented);
    document.addEventListener('contextmenu', look);
    await user.pointer({ keys: '[MouseRight]', target: await screen.findByText(/Start of your history/) });
    await user.pointer({ keys: '[MouseRight]', target: await findMessage('My order is stuck') });
    document.removeEventListener('contextmenu', look);
    expect(seen).toEqual([false, true]);
  });

  it('opens by its button', async () => {
    const { user } = draw([aMessage()]);
    await user.click(await screen.findByRole('button', { name: 'More actions' }));
    expect(await screen.findByRole('menu', { name: 'Message from Anna de Vries' })).toBeDefined();
  });

  it('closes when its message is deleted on X, so that nobody copies what is gone', async () => {
    const { user, become } = draw([aMessage()]);
    await openMenu(user, 'My order is stuck');
    become([aMessage({ text: '', deletedAt: testNow })]);
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  });

  it('stays open when another message comes in', async () => {
    const { user, become } = draw([aMessage()]);
    await openMenu(user, 'My order is stuck');
    become([aMessage(), aMessage({ id: 'post-2', xId: '2', text: 'And another' })]);
    await findMessage('And another');
    expect(screen.getByRole('menu')).toBeDefined();
  });

  it('isolates a name that would turn the words around it', async () => {
    const author = { id: 'p-c1', handle: 'annadv', name: 'Anna \u202egnorw' };
    const { user } = draw([aMessage({ author })]);
    const message = await findMessage('My order is stuck');
    await user.pointer({ keys: '[MouseRight]', target: message });
    const name = (await screen.findByRole('menu')).getAttribute('aria-label');
    expect(name).not.toContain('\u202e');
  });
});

describe('the keys of messages', () => {
  it('copy the link of the newest post of the person', async () => {
    const { user } = draw([aMessage(), aMessage({ id: 'post-2', xId: '2', text: 'Second' })]);
    await findMessage('Second');
    await user.keyboard('c');
    await waitFor(async () =>
      expect(await navigator.clipboard.readText()).toBe('https://x.com/annadv/status/2'),
    );
  });

  it('copy the link of the profile where there are private messages only', async () => {
    const { user } = draw([aMessage({ id: 'dm-2', xId: '2', kind: 'dm', text: 'In private' })]);
    await findMessage('In private');
    await user.keyboard('c');
    await waitFor(async () =>
      expect(await navigator.clipboard.readText()).toMatch(/^https:\/\/x\.com\/annadv$/),
    );
  });

  it('open it on X', async () => {
    const { user, shell } = draw([aMessage()]);
    shell.respondWith('links.open', {});
    await findMessage('My order is stuck');
    await user.keyboard('{Shift>}O{/Shift}');
    await waitFor(() => expect(shell.calls.at(-1)?.input).toEqual({ url: 'https://x.com/annadv/status/1' }));
  });
});
