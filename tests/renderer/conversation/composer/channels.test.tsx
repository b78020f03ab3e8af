import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '#shared/result.ts';
import { aConversation, aMessage, aPerson, testNow } from '../../support/builders.ts';
import {
  dmField,
  dmSend,
  drawComposer,
  publicField,
  publicSend,
  withMessages,
} from './support/drawComposer.tsx';

describe('the channel', () => {
  it('says that a reply to a post is public', async () => {
    drawComposer();
    await publicField();
    const group = screen.getByRole('radiogroup', { name: 'Reply channel' });
    expect(within(group).getByRole('radio', { checked: true }).textContent).toContain('Public reply to');
    expect(publicSend()).toBeDefined();
    expect(screen.getByText('Visible to everyone on X')).toBeDefined();
  });

  it('addresses a person without a known handle by name', async () => {
    drawComposer({
      'conversations.get': ({ id }) =>
        ok({
          conversation: aConversation({ id, person: { id: '5001', handle: '', name: 'Anna de Vries' } }),
          messages: [aMessage({ conversationId: id })],
          activities: [],
          gaps: [],
        }),
    });
    expect(await screen.findByRole('textbox', { name: 'Public reply to Anna de Vries' })).toBeDefined();
    expect(screen.queryByText(/@$/)).toBeNull();
  });

  it('says that a reply to a direct message is private', async () => {
    drawComposer(withMessages(() => [aMessage({ id: 'dm-1', kind: 'dm' })]));
    await dmField();
    expect(dmSend()).toBeDefined();
    expect(screen.getByText('Visible only to the two of you')).toBeDefined();
  });

  it('is chosen with d and Shift+P, and left as it is with r', async () => {
    const { user } = drawComposer();
    await publicField();
    await user.keyboard('d');
    expect(document.activeElement).toBe(await dmField());
    await user.keyboard('{Escape}');
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('r');
    expect(document.activeElement).toBe(await dmField());
    await user.keyboard('{Escape}');
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('{Shift>}P{/Shift}');
    expect(document.activeElement).toBe(await publicField());
  });

  it('is the one on which the person wrote, with r', async () => {
    const { user } = drawComposer(withMessages(() => [aMessage({ id: 'dm-1', kind: 'dm' })]));
    await dmField();
    await user.keyboard('r');
    expect(document.activeElement).toBe(await dmField());
  });

  it('says why it is closed instead of being hidden', async () => {
    const { user } = drawComposer({
      'people.get': () =>
        ok({
          person: aPerson({ receivesDms: false }),
          conversationCount: 1,
          isVip: false,
          messageCount: 1,
          conversations: [],
        }),
    });
    await publicField();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Move to private' })).toBeNull());
    await user.click(screen.getByRole('radio', { name: /Private message to/ }));
    expect(screen.getByText(/doesn’t accept DMs from you/)).toBeDefined();
    expect(dmSend()).toHaveProperty('disabled', true);
  });

  it('does not change while a reply is being written', async () => {
    let messages = [aMessage()];
    const { user, engine } = drawComposer(withMessages(() => messages));
    await user.type(await publicField(), 'Hello');
    messages = [aMessage(), aMessage({ id: 'dm-2', xId: '2', kind: 'dm', at: testNow, text: 'In private' })];
    engine.emit('conversations.changed', { ids: ['c1'] });
    expect(await screen.findByText('Anna wrote again')).toBeDefined();
    expect(await publicField()).toHaveProperty('value', 'Hello');
  });

  it('moves to private with one click and keeps both drafts', async () => {
    const { user } = drawComposer();
    await user.type(await publicField(), 'In public');
    await user.click(screen.getByRole('button', { name: 'Move to private' }));
    await user.type(await dmField(), 'In private');
    await user.click(screen.getByRole('radio', { name: /Public reply to/ }));
    expect(await publicField()).toHaveProperty('value', 'In public');
    await user.click(screen.getByRole('radio', { name: /Private message to/ }));
    expect(await dmField()).toHaveProperty('value', 'In private');
  });
});

describe('the length', () => {
  it('counts like X, and only in public', async () => {
    const { user } = drawComposer();
    await user.type(await publicField(), '日本');
    expect(screen.getByRole('img', { name: '276 characters left' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Move to private' }));
    expect(screen.queryByRole('img', { name: /characters left/ })).toBeNull();
  });

  it('says that a missing space makes a link, and inserts it by a key', async () => {
    const { user } = drawComposer();
    const field = await publicField();
    await user.type(field, 'Lees het bericht.Nu ook');
    expect(await screen.findByText(/X makes a link of “bericht\.Nu”/)).toBeDefined();
    await user.keyboard('{Control>}.{/Control}');
    expect(field).toHaveProperty('value', 'Lees het bericht. Nu ook');
    expect(screen.queryByText(/X makes a link/)).toBeNull();
  });

  it('counts a private message only near its limit, and blocks one beyond it', async () => {
    drawComposer(withMessages(() => [aMessage({ id: 'dm-1', kind: 'dm' })]));
    const field = await dmField();
    fireEvent.change(field, { target: { value: 'x'.repeat(9_400) } });
    expect(screen.queryByRole('img', { name: /characters left/ })).toBeNull();
    fireEvent.change(field, { target: { value: 'x'.repeat(10_001) } });
    expect(screen.getByRole('alert').textContent).toContain('1 over the limit');
    expect(screen.getByRole('alert').textContent).not.toContain('private');
  });

  it('says that invisible characters will be removed', async () => {
    drawComposer();
    fireEvent.change(await publicField(), { target: { value: '\ufeffHello\uffff' } });
    expect(await screen.findByText('2 invisible characters that X refuses will be removed.')).toBeDefined();
  });
});
