import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../shared/domain/message.ts';
import type { OutboxEntry } from '../../../shared/domain/reply.ts';
import { err, ok } from '../../../shared/result.ts';
import { useAnswers } from '../../../src-renderer/features/Composer/answerState.ts';
import { ConversationPane } from '../../../src-renderer/features/Conversation/ConversationPane.tsx';
import { useUi } from '../../../src-renderer/state/ui.ts';
import { aConversation, aMessage, aPerson, testNow } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

beforeEach(() => useAnswers.setState(useAnswers.getInitialState(), true));

const publicField = () => screen.findByRole('textbox', { name: 'Public reply to @annadv' });
const dmField = () => screen.findByRole('textbox', { name: 'Private message to Anna de Vries' });
const publicSend = () => screen.getByRole('button', { name: 'Reply in public to @annadv' });
const dmSend = () => screen.getByRole('button', { name: 'Send privately to Anna' });

function draw(handlers: FakeHandlers = {}) {
  return renderWithEngine(<ConversationPane id="c1" />, {
    handlers: { 'replies.send': () => ok({ outboxId: 'o1' }), ...handlers },
  });
}

function withMessages(messages: () => Message[]): FakeHandlers {
  return {
    'conversations.get': ({ id }) =>
      ok({ conversation: aConversation({ id }), messages: messages(), activities: [], gaps: [] }),
  };
}

describe('the channel', () => {
  it('says in words that an answer to a post is public', async () => {
    draw();
    await publicField();
    const group = screen.getByRole('radiogroup', { name: 'Channel of the answer' });
    expect(within(group).getByRole('radio', { checked: true }).textContent).toContain('Public reply to');
    expect(publicSend()).toBeDefined();
    expect(screen.getByText('Everybody on X can read this')).toBeDefined();
  });

  it('says in words that an answer to a direct message is private', async () => {
    draw(withMessages(() => [aMessage({ id: 'dm-1', kind: 'dm' })]));
    await dmField();
    expect(dmSend()).toBeDefined();
    expect(screen.getByText('Only the two of you can read this')).toBeDefined();
  });

  it('is chosen with r and d', async () => {
    const { user } = draw();
    await publicField();
    await user.keyboard('d');
    expect(document.activeElement).toBe(await dmField());
    await user.keyboard('{Escape}');
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('r');
    expect(document.activeElement).toBe(await publicField());
  });

  it('says why it is closed instead of hiding it', async () => {
    const { user } = draw({
      'people.get': () =>
        ok({
          person: aPerson({ receivesDms: false }),
          conversationCount: 1,
          messageCount: 1,
          conversations: [],
        }),
    });
    await publicField();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Move to private' })).toBeNull());
    await user.click(screen.getByRole('radio', { name: /Private message to/ }));
    expect(screen.getByText(/does not take private messages from you/)).toBeDefined();
    expect(dmSend()).toHaveProperty('disabled', true);
  });

  it('does not change under somebody who writes', async () => {
    let messages = [aMessage()];
    const { user, engine } = draw(withMessages(() => messages));
    await user.type(await publicField(), 'Hello');
    messages = [aMessage(), aMessage({ id: 'dm-2', xId: '2', kind: 'dm', at: testNow, text: 'In private' })];
    engine.emit('conversations.changed', { ids: ['c1'] });
    expect(await screen.findByText('Anna wrote again')).toBeDefined();
    expect(await publicField()).toHaveProperty('value', 'Hello');
  });

  it('moves to private in one click and keeps both drafts', async () => {
    const { user } = draw();
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
  it('counts as X counts, and only in public', async () => {
    const { user } = draw();
    await user.type(await publicField(), '日本');
    expect(screen.getByRole('img', { name: '276 characters left' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Move to private' }));
    expect(screen.queryByRole('img', { name: /characters left/ })).toBeNull();
  });

  it('blocks a post that is too long, in words', async () => {
    const { user } = draw();
    await user.click(await publicField());
    await user.paste('x'.repeat(283));
    expect(screen.getByRole('alert').textContent).toContain('3 characters too many');
    expect(publicSend()).toHaveProperty('disabled', true);
  });

  it('names what looks private in a public draft', async () => {
    const { user } = draw();
    await user.type(await publicField(), 'Mail anna@example.com');
    expect(screen.getByText(/this looks like an e-mail address/)).toBeDefined();
    await user.clear(await publicField());
    expect(screen.queryByText(/this looks like/)).toBeNull();
  });
});

describe('sending', () => {
  it('sends with Ctrl and Enter to the newest post, and empties the field', async () => {
    const { user, engine } = draw();
    await user.type(await publicField(), 'On its way!');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(engine.callsOf('replies.send')).toEqual([
        {
          conversationId: 'c1',
          channel: 'public',
          text: 'On its way!',
          inReplyTo: 'post-1',
          seenThrough: 'post-1',
        },
      ]),
    );
    expect(await publicField()).toHaveProperty('value', '');
  });

  it('sends a private message on the private channel and to no post', async () => {
    const { user, engine } = draw();
    await publicField();
    await user.keyboard('d');
    await user.type(await dmField(), 'Your number?');
    await user.click(dmSend());
    await waitFor(() =>
      expect(engine.callsOf('replies.send')).toEqual([
        { conversationId: 'c1', channel: 'dm', text: 'Your number?', seenThrough: 'post-1' },
      ]),
    );
  });

  it('shows the answer at once with its state', async () => {
    const { user } = draw({ 'replies.send': () => new Promise(() => {}) });
    await user.type(await publicField(), 'On its way!');
    await user.click(publicSend());
    const bubble = screen.getByText('On its way!').closest('article');
    expect(bubble?.textContent).toContain('Goes out in');
  });

  it('answers another post where the agent picks one', async () => {
    const messages = [aMessage({ text: 'First' }), aMessage({ id: 'post-2', xId: '2', text: 'Second' })];
    const { user, engine } = draw(withMessages(() => messages));
    await publicField();
    const first = screen.getByText('First').closest('article');
    if (!first) throw new Error('no message');
    await user.click(within(first).getByRole('button', { name: 'Answer this post' }));
    await user.type(await publicField(), 'Yes');
    await user.click(publicSend());
    await waitFor(() => expect(engine.callsOf('replies.send')[0]).toMatchObject({ inReplyTo: 'post-1' }));
  });

  it('stays on its channel, though there is a draft on the other', async () => {
    const { user } = draw();
    await user.type(await publicField(), 'For everybody');
    await user.click(screen.getByRole('button', { name: 'Move to private' }));
    await user.type(await dmField(), 'For you');
    await user.click(dmSend());
    expect(await dmField()).toHaveProperty('value', '');
  });

  it('gives the text back when the engine does not take it', async () => {
    const { user } = draw({ 'replies.send': () => err({ code: 'noPublicPost', conversationId: 'c1' }) });
    await user.type(await publicField(), 'On its way!');
    await user.click(publicSend());
    await waitFor(async () => expect(await publicField()).toHaveProperty('value', 'On its way!'));
    expect(useUi.getState().notices).toHaveLength(1);
  });
});

const held: OutboxEntry = {
  id: 'o1',
  conversationId: 'c1',
  channel: 'dm',
  text: 'Too early',
  state: 'held',
  inReplyTo: null,
  agent: 'Sam',
  createdAt: testNow,
  heldUntil: Date.now() + 60_000,
};

describe('undo', () => {
  it('puts the text back into the composer of its channel', async () => {
    const { user, engine } = draw({
      'outbox.list': () => ok({ items: [held] }),
      'outbox.cancel': () => ok({ text: 'Too early', channel: 'dm' }),
    });
    await publicField();
    await screen.findByRole('button', { name: /Undo/ });
    await user.keyboard('z');
    expect(await dmField()).toHaveProperty('value', 'Too early');
    expect(document.activeElement).toBe(await dmField());
    expect(engine.callsOf('outbox.cancel')).toEqual([{ id: 'o1' }]);
  });

  it('keeps what was written meanwhile', async () => {
    const { user } = draw({
      'outbox.list': () => ok({ items: [held] }),
      'outbox.cancel': () => ok({ text: 'Too early', channel: 'dm' }),
    });
    await publicField();
    await user.keyboard('d');
    await user.type(await dmField(), 'And more');
    await user.click(await screen.findByRole('button', { name: /Undo/ }));
    await waitFor(async () => expect(await dmField()).toHaveProperty('value', 'Too early\nAnd more'));
  });

  it('sends now where somebody is sure', async () => {
    const { user, engine } = draw({
      'outbox.list': () => ok({ items: [held] }),
      'outbox.sendNow': () => ok({}),
    });
    await user.click(await screen.findByRole('button', { name: 'Send now' }));
    expect(engine.callsOf('outbox.sendNow')).toEqual([{ id: 'o1' }]);
  });
});

describe('drafts', () => {
  it('come back from the engine on their channel', async () => {
    draw({
      'drafts.list': () => ok({ items: [{ channel: 'dm', text: 'From before', updatedAt: testNow }] }),
    });
    await waitFor(async () => expect(await dmField()).toHaveProperty('value', 'From before'));
  });

  it('are saved when the field loses the focus', async () => {
    const { user, engine } = draw();
    await user.type(await publicField(), 'Half a');
    await user.tab();
    await waitFor(() =>
      expect(engine.callsOf('drafts.save').at(-1)).toEqual({
        conversationId: 'c1',
        channel: 'public',
        text: 'Half a',
      }),
    );
  });

  it('leaves the composer to the list on Escape, with its text', async () => {
    const { user } = draw();
    await user.type(await publicField(), 'Half a{Escape}');
    expect(useUi.getState().focus.area).toBe('list');
    expect(await publicField()).toHaveProperty('value', 'Half a');
  });
});

it('takes the keys r and d even before the conversation is drawn', async () => {
  let answer: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { user } = draw({
    'conversations.get': async ({ id }) => {
      await ready;
      return ok({ conversation: aConversation({ id }), messages: [aMessage()], activities: [], gaps: [] });
    },
  });
  await waitFor(() => expect(document.querySelector('[aria-busy]')).not.toBeNull());
  await user.keyboard('d');
  answer();
  await waitFor(async () => expect(document.activeElement).toBe(await dmField()));
});
