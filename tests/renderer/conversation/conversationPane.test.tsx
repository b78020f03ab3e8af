import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../shared/domain/conversation.ts';
import type { Message } from '../../../shared/domain/message.ts';
import { err, ok } from '../../../shared/result.ts';
import { useAnswers } from '../../../src-renderer/features/Composer/answerState.ts';
import { ConversationPane } from '../../../src-renderer/features/Conversation/ConversationPane.tsx';
import { useUi } from '../../../src-renderer/state/ui.ts';
import { aConversation, aMessage, testNow } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

beforeEach(() => useAnswers.setState(useAnswers.getInitialState(), true));

let nextId = 0;

/** Each drawing has a conversation of its own, since a window remembers where it was in one. */
function draw(messages: readonly Message[], handlers: FakeHandlers = {}, change: Partial<Conversation> = {}) {
  const id = `own-${nextId++}`;
  const rendered = renderWithEngine(<ConversationPane id={id} />, {
    handlers: {
      'conversations.get': () =>
        ok({
          conversation: aConversation({ id, ...change }),
          messages: messages.map((message) => ({ ...message, conversationId: id })),
          activities: [],
          gaps: [],
        }),
      ...handlers,
    },
  });
  return { ...rendered, id };
}

const own = (change: Partial<Message>): Message =>
  aMessage({
    id: 'o1',
    xId: null,
    direction: 'out',
    outboxId: 'o1',
    author: { id: 'a1', handle: 'harbour', name: 'Harbour' },
    text: 'Our answer',
    agent: 'Sam',
    ...change,
  });

const bubbleOf = async (text: string) => {
  const found = await screen.findByText(text, { selector: 'article p, article p *' });
  const bubble = found.closest('article');
  if (!bubble) throw new Error('no bubble');
  return within(bubble);
};

describe('messages', () => {
  it('say their channel in words, to the eye and to a screen reader', async () => {
    draw([aMessage({ text: 'A post' }), aMessage({ id: 'dm-2', kind: 'dm', text: 'A message' })]);
    expect((await bubbleOf('A post')).getByText('Public')).toBeDefined();
    expect((await bubbleOf('A message')).getByText('Private')).toBeDefined();
    expect(screen.getAllByRole('article').map((article) => article.getAttribute('aria-label'))).toEqual([
      expect.stringContaining('Anna de Vries, Public'),
      expect.stringContaining('Anna de Vries, Private'),
    ]);
    expect(screen.getByText('Moved to private messages')).toBeDefined();
  });

  it('keep hostile text inert', async () => {
    const text = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
    draw([aMessage({ text, author: { id: 'p', handle: 'x', name: '<b>Bold</b>\u202E' } })]);
    expect((await bubbleOf(text)).getByText(text)).toBeDefined();
    expect(document.querySelector('article img, article script, article b')).toBeNull();
  });

  it('let the text decide its direction', async () => {
    draw([aMessage({ text: 'שלום' })]);
    const text = (await bubbleOf('שלום')).getByText('שלום');
    expect(text.closest('p')?.getAttribute('dir')).toBe('auto');
  });

  it('show the beginning of a long text, and the rest when asked', async () => {
    const { user } = draw([aMessage({ text: `${'word '.repeat(500)}THE END` })]);
    expect(screen.queryByText(/THE END/)).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Show all of it' }));
    expect(screen.getByText(/THE END/)).toBeDefined();
  });

  it('open links by the shell and name the real host where the text hides it', async () => {
    const links = [{ shown: 'paypal.com/x', url: 'https://evil.example/x' }];
    const { user, shell } = draw([aMessage({ text: 'See paypal.com/x', links })]);
    const link = await screen.findByRole('button', { name: /paypal\.com\/x/ });
    expect(link.textContent).toContain('evil.example');
    await user.click(link);
    expect(shell.calls).toContainEqual({ method: 'links.open', input: { url: 'https://evil.example/x' } });
  });

  it('leave links that are not https dead', async () => {
    draw([aMessage({ text: 'See here', links: [{ shown: 'here', url: 'javascript:alert(1)' }] })]);
    await screen.findByText('here');
    expect(screen.queryByRole('button', { name: 'here' })).toBeNull();
    expect(document.querySelector('a')).toBeNull();
  });

  it('show pictures through the media scheme with their description', async () => {
    const media = [
      {
        key: 'm',
        type: 'photo' as const,
        url: 'https://pbs.twimg.com/a.jpg',
        alt: 'A torn box',
        width: 4,
        height: 3,
      },
    ];
    const { user } = draw([aMessage({ media })]);
    const picture = await screen.findByRole('img', { name: 'A torn box' });
    expect(picture.getAttribute('src')).toMatch(/^media:/);
    await user.click(screen.getByRole('button', { name: 'Enlarge: A torn box' }));
    expect(await screen.findByRole('dialog', { name: 'A torn box' })).toBeDefined();
  });
});

describe('own messages', () => {
  it.each([
    ['queued', 'Goes out next'],
    ['sending', 'On its way to X'],
    ['held', 'Goes out in'],
  ] as const)('say that they are %s', async (state, words) => {
    draw([own({ state, ...(state === 'held' ? { heldUntil: Date.now() + 9_000 } : {}) })]);
    expect((await bubbleOf('Our answer')).getByText(new RegExp(words))).toBeDefined();
  });

  it('say who sent them', async () => {
    draw([own({ state: 'sent', xId: '9' })]);
    expect((await bubbleOf('Our answer')).getByRole('img', { name: 'Sent · Sent by Sam' })).toBeDefined();
  });

  it('offer what helps when X refused them', async () => {
    const dismissed: unknown[] = [];
    const { user, engine } = draw([aMessage(), own({ state: 'refused', error: { code: 'duplicatePost' } })], {
      'outbox.retry': () => ok({}),
      'outbox.dismiss': (input) => {
        dismissed.push(input);
        return ok({ text: 'Our answer', channel: 'public' });
      },
    });
    const bubble = await bubbleOf('Our answer');
    expect(bubble.getByText('Not sent')).toBeDefined();
    await user.click(bubble.getByRole('button', { name: 'Try again' }));
    expect(engine.callsOf('outbox.retry')).toEqual([{ id: 'o1' }]);
    await user.click(bubble.getByRole('button', { name: 'Edit' }));
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveProperty('value', 'Our answer'));
    expect(dismissed).toEqual([{ id: 'o1' }]);
  });

  it('drop a refused text when it is dismissed', async () => {
    const { user, engine, id } = draw([own({ state: 'refused' })], {
      'outbox.dismiss': () => ok({ text: 'Our answer', channel: 'dm' }),
    });
    await user.click((await bubbleOf('Our answer')).getByRole('button', { name: 'Dismiss' }));
    await waitFor(() =>
      expect(engine.callsOf('drafts.save')).toContainEqual({ conversationId: id, channel: 'dm', text: '' }),
    );
  });

  it('explain what is not known and let the agent settle it', async () => {
    const { user, engine } = draw([own({ state: 'unknown', error: { code: 'outcomeUnknown', looks: 1 } })], {
      'outbox.settle': () => ok({}),
      'outbox.retry': () => ok({}),
    });
    const bubble = await bubbleOf('Our answer');
    expect(bubble.getByText(/never sends it twice by itself/)).toBeDefined();
    await user.click(bubble.getByRole('button', { name: 'It is there' }));
    await user.click(bubble.getByRole('button', { name: 'It is not there' }));
    await user.click(bubble.getByRole('button', { name: 'Send again' }));
    expect(engine.callsOf('outbox.settle')).toEqual([
      { id: 'o1', outcome: 'sent' },
      { id: 'o1', outcome: 'notSent' },
    ]);
    expect(engine.callsOf('outbox.retry')).toEqual([{ id: 'o1' }]);
  });
});

describe('the conversation', () => {
  it('is resolved with e, and the next one is opened', async () => {
    const { user, engine, id } = draw([aMessage()]);
    await screen.findByRole('button', { name: /^Resolve/ });
    useUi.setState({ order: ['x', id, 'y'], selectedId: id });
    await user.keyboard('e');
    await waitFor(() =>
      expect(engine.callsOf('conversations.setStatus')).toEqual([{ id, status: 'resolved' }]),
    );
    expect(useUi.getState().selectedId).toBe('y');
  });

  it('is taken with a', async () => {
    const { user, engine, id } = draw([aMessage()]);
    await screen.findByRole('button', { name: /^Resolve/ });
    await waitFor(() => expect(engine.callsOf('agents.list').length).toBeGreaterThan(0));
    await user.keyboard('a');
    await waitFor(() => expect(engine.callsOf('conversations.assign')).toEqual([{ id, agent: 'Sam' }]));
  });

  it('is snoozed with h', async () => {
    const { user, engine, id } = draw([aMessage()]);
    await screen.findByRole('button', { name: /^Resolve/ });
    await user.keyboard('h');
    await user.click(await screen.findByRole('menuitemradio', { name: /Tomorrow/ }));
    expect(engine.callsOf('conversations.snooze')).toEqual([{ id, until: expect.any(Number) }]);
  });

  it('gets another status by its menu', async () => {
    const { user, engine, id } = draw([aMessage()]);
    await user.click(await screen.findByRole('button', { name: 'Status: Open' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Waiting for them' }));
    expect(engine.callsOf('conversations.setStatus')).toEqual([{ id, status: 'pending' }]);
  });

  it('is marked as read when it was looked at', async () => {
    const { engine, id } = draw([aMessage()], {}, { unread: 2 });
    await waitFor(() => expect(engine.callsOf('conversations.markRead')).toEqual([{ id }]), {
      timeout: 3_000,
    });
  });

  it('says in words when it cannot be read', async () => {
    draw([], { 'conversations.get': () => err({ code: 'engineGone' }) });
    expect(await screen.findByText('This conversation could not be read')).toBeDefined();
  });

  it('reads on into the past', async () => {
    const older = aMessage({ id: 'post-0', xId: '0', text: 'Long ago', at: testNow - 86_400_000 });
    draw([], {
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
