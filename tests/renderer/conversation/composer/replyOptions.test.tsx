import { renderHook, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ConversationPane } from '#renderer/features/Conversation/ConversationPane.tsx';
import { toSeenThrough, useSeenThrough } from '#renderer/features/Conversation/useMarkRead.ts';
import { emptyHistory } from '#renderer/workspace/history.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { mostUnreadNamed } from '#shared/domain/conversation.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage } from '../../support/builders.ts';
import type { FakeHandlers } from '../../support/fakeEngine.ts';
import { renderWithEngine } from '../../support/renderWithEngine.tsx';

type Options = EngineOutput<'replies.options'>;

const open: Options = {
  public: { possible: true, usd: 0.01, openOnXUrl: null, privateData: [] },
  dm: { possible: true, usd: 0.015 },
  mentions: [],
  languages: { customer: null, reply: null, differ: false },
};

let nextId = 0;

function draw(handlers: FakeHandlers) {
  const id = `options-${nextId++}`;
  return renderWithEngine(<ConversationPane id={id} />, {
    handlers: {
      'conversations.get': () => ok(aHistoryPage(aConversation({ id }), [aMessage({ conversationId: id })])),
      'replies.send': () => ok({ outboxId: 'o1' }),
      ...handlers,
    },
  });
}

const field = () => screen.findByRole('textbox', { name: 'Public reply to @annadv' });

describe('before anything is written', () => {
  const closed: Options = {
    ...open,
    public: {
      possible: false,
      error: { code: 'replyNotAllowed', detail: '' },
      usd: 0.01,
      openOnXUrl: 'https://x.com/annadv/status/1',
      privateData: [],
    },
  };

  it('says that X would refuse a public reply, and why', async () => {
    draw({ 'replies.options': () => ok(closed) });
    expect(await screen.findByText(/X doesn’t let this account reply to that post/)).toBeDefined();
    expect(screen.queryByRole('textbox', { name: 'Public reply to @annadv' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Reply in public to @annadv' })).toHaveProperty(
      'disabled',
      true,
    );
  });

  it('offers to open the post on X', async () => {
    const { user, shell } = draw({ 'replies.options': () => ok(closed) });
    shell.respondWith('links.open', {});
    await screen.findByText(/X doesn’t let this account reply/);
    const [button] = screen.getAllByRole('button', { name: 'Open on X' }).slice(-1);
    if (button) await user.click(button);
    await waitFor(() => expect(shell.calls.at(-1)?.input).toEqual({ url: 'https://x.com/annadv/status/1' }));
  });

  it('offers a private message', async () => {
    const { user } = draw({ 'replies.options': () => ok(closed) });
    await user.click(await screen.findByRole('button', { name: 'Reply in private' }));
    expect(await screen.findByRole('textbox', { name: 'Private message to Anna de Vries' })).toBeDefined();
  });
});

describe('the price', () => {
  it('is shown beside the counter', async () => {
    draw({ 'replies.options': () => ok(open) });
    expect(await screen.findByText('X charges about $0.01 for this reply.')).toBeDefined();
  });

  it('says what a link costs once typing pauses', async () => {
    const { user, engine } = draw({
      'replies.options': ({ text }) =>
        ok({ ...open, public: { ...open.public, usd: text.includes('https') ? 0.2 : 0.01 } }),
    });
    await user.type(await field(), 'See https://example.com');
    expect(
      await screen.findByText(/The link “https:\/\/example\.com” makes this reply cost \$0\.20/),
    ).toBeDefined();
    expect(engine.callsOf('replies.options').length).toBeLessThan(8);
  });
});

describe('what the agent has seen', () => {
  it('is sent with the reply', async () => {
    const { user, engine } = draw({});
    await user.type(await field(), 'On its way!');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(engine.callsOf('replies.send')[0]).toMatchObject({ seenThrough: 'post-1' }));
  });

  it('includes a newer message only once the end of the timeline is visible', () => {
    const { result, rerender } = renderHook(
      ({ seenThrough, isAtEnd }) =>
        useSeenThrough({ ...emptyHistory, seenThrough }, { isAtEnd, shown: new Set() }),
      { initialProps: { seenThrough: 'post-1', isAtEnd: true } },
    );
    expect(result.current).toBe('post-1');
    rerender({ seenThrough: 'post-2', isAtEnd: false });
    expect(result.current).toBe('post-1');
    rerender({ seenThrough: 'post-2', isAtEnd: true });
    expect(result.current).toBe('post-2');
  });

  it.each([
    ['nothing', [], true, undefined],
    ['the first', ['post-1'], true, 'post-1'],
    ['all before one that was not on the screen', ['post-1', 'post-3'], true, 'post-1'],
    ['all that is unread, without the end', ['post-1', 'post-2', 'post-3'], false, 'post-3'],
    ['everything', ['post-1', 'post-2', 'post-3'], true, 'post-9'],
  ] as const)('is %s of what is unread', (_, shown, isAtEnd, expected) => {
    const history = { ...emptyHistory, unread: ['post-1', 'post-2', 'post-3'], seenThrough: 'post-9' };
    expect(toSeenThrough(history, { isAtEnd, shown: new Set(shown) })).toBe(expected);
  });

  it('does not include unread messages that the engine has not named yet', () => {
    const unread = Array.from({ length: mostUnreadNamed }, (_, n) => `post-${n}`);
    const history = { ...emptyHistory, unread, seenThrough: 'post-3000' };
    expect(toSeenThrough(history, { isAtEnd: true, shown: new Set(unread) })).toBe('post-999');
  });
});
