import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ConversationPane } from '#renderer/features/Conversation/ConversationPane.tsx';
import type { HistoryGap } from '#renderer/workspace/history.ts';
import type { Message } from '#shared/domain/message.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage, testNow } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

let nextId = 0;

function draw(messages: readonly Message[], gaps: readonly HistoryGap[] = []) {
  const id = `body-${nextId++}`;
  return renderWithEngine(<ConversationPane id={id} />, {
    handlers: {
      'conversations.get': () =>
        ok({
          ...aHistoryPage(
            aConversation({ id }),
            messages.map((message) => ({ ...message, conversationId: id })),
          ),
          gaps: [...gaps],
        }),
      'outbox.confirm': () => ok({}),
    },
  });
}

describe('a message', () => {
  it('that was deleted on X leaves a tombstone', async () => {
    draw([aMessage({ text: '', deletedAt: testNow })]);
    expect(await screen.findByText('Deleted on X')).toBeDefined();
  });

  it('that was edited shows its earlier versions', async () => {
    const earlier = [{ text: 'My oder is stuck', at: testNow - 700_000 }];
    const { user } = draw([aMessage({ earlier })]);
    const mark = await screen.findByRole('button', { name: 'edited' });
    expect(screen.queryByText('My oder is stuck')).toBeNull();
    await user.click(mark);
    expect(screen.getByRole('list', { name: 'Earlier versions' }).textContent).toContain('My oder is stuck');
    expect(mark.getAttribute('aria-expanded')).toBe('true');
  });

  it('that is encrypted says so and links to X', async () => {
    const { user, shell } = draw([aMessage({ id: 'dm-1', kind: 'dm', text: '', unreadable: true })]);
    shell.respondWith('links.open', {});
    expect(await screen.findByText(/Perch can’t read this message: it’s encrypted on X/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Open on X' }));
    await waitFor(() => expect(shell.calls.at(-1)?.input).toEqual({ url: 'https://x.com/messages' }));
  });

  it('that was stopped before sending asks for a second look', async () => {
    const own = aMessage({
      id: 'o1',
      xId: null,
      outboxId: 'o1',
      direction: 'out',
      status: { kind: 'stopped', reason: 'answeredElsewhere', confirmedMissing: false },
      text: 'On its way!',
    });
    const { user, engine } = draw([aMessage(), own]);
    expect(await screen.findByText(/Someone else replied to Anna de Vries/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Send anyway' }));
    await waitFor(() =>
      expect(engine.callsOf('outbox.confirm')).toEqual([{ id: 'o1', seenThrough: 'post-1' }]),
    );
  });
});

it('shows gaps in the timeline', async () => {
  const day = 86_400_000;
  draw(
    [aMessage({ id: 'a', at: testNow - 20 * day }), aMessage({ id: 'b' })],
    [
      {
        kind: 'dms',
        from: testNow - 13 * day,
        to: testNow - 10 * day,
        reason: 'horizon',
        recoverable: false,
      },
    ],
  );
  expect(
    await screen.findByText(
      /^Missing from .*3.*6.*: private messages \(Perch was closed for longer than X goes back\)\. X no longer shows them\.$/,
    ),
  ).toBeDefined();
});
