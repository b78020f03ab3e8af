import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import { ok } from '#shared/result.ts';
import { someStatus } from '../../support/someStatus.ts';
import { aMessage } from '../support/builders.ts';
import { bubbleOf, drawConversation } from './support/drawConversation.tsx';

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

describe('own messages', () => {
  it.each([
    ['queued', 'Queued'],
    ['sending', 'Sending…'],
    ['held', 'Sending in'],
  ] as const)('say that they are %s', async (kind, words) => {
    drawConversation([own({ status: someStatus(kind, Date.now() + 9_000) })]);
    expect((await bubbleOf('Our answer')).getByText(new RegExp(words))).toBeDefined();
  });

  it('say who sent them', async () => {
    drawConversation([own({ status: someStatus('sent'), xId: '9' })]);
    expect((await bubbleOf('Our answer')).getByRole('img', { name: 'Sent by Sam' })).toBeDefined();
  });

  it('offer what helps when X refused them', async () => {
    const dismissed: unknown[] = [];
    const { user, engine } = drawConversation(
      [aMessage(), own({ status: someStatus('refused'), error: { code: 'duplicatePost' } })],
      {
        'outbox.retry': () => ok({}),
        'outbox.dismiss': (input) => {
          dismissed.push(input);
          return ok({ text: 'Our answer', channel: 'public' });
        },
      },
    );
    const bubble = await bubbleOf('Our answer');
    expect(bubble.getByText('Not sent')).toBeDefined();
    await user.click(bubble.getByRole('button', { name: 'Try again' }));
    expect(engine.callsOf('outbox.retry')).toEqual([{ id: 'o1', seenThrough: 'post-1' }]);
    await user.click(bubble.getByRole('button', { name: 'Edit' }));
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveProperty('value', 'Our answer'));
    expect(dismissed).toEqual([{ id: 'o1' }]);
  });

  it('mark words of X that Perch does not know as English', async () => {
    drawConversation([
      own({
        status: someStatus('refused'),
        error: { code: 'refusedByX', status: 403, detail: 'No teapots.' },
      }),
    ]);
    const words = (await bubbleOf('Our answer')).getByText('No teapots.');
    expect(words.getAttribute('lang')).toBe('en');
  });

  it('drop a refused text when it is dismissed', async () => {
    const { user, engine } = drawConversation([own({ status: someStatus('refused') })], {
      'outbox.dismiss': () => ok({ text: 'Our answer', channel: 'dm' }),
    });
    await user.click((await bubbleOf('Our answer')).getByRole('button', { name: 'Dismiss' }));
    await waitFor(() =>
      expect(engine.callsOf('outbox.dismiss')).toEqual([{ id: expect.any(String), discard: true }]),
    );
  });

  it('explain what is not known and let the agent settle it', async () => {
    const { user, engine } = drawConversation([own({ status: { kind: 'unknown', reconcileAttempts: 1 } })], {
      'outbox.settle': () => ok({}),
      'outbox.retry': () => ok({}),
    });
    const bubble = await bubbleOf('Our answer');
    expect(bubble.getByText(/never sends it twice on its own/)).toBeDefined();
    await user.click(bubble.getByRole('button', { name: 'Yes, it’s on X' }));
    await user.click(bubble.getByRole('button', { name: 'No, it isn’t' }));
    await user.click(bubble.getByRole('button', { name: 'Send again' }));
    expect(engine.callsOf('outbox.settle')).toEqual([
      { id: 'o1', outcome: 'sent' },
      { id: 'o1', outcome: 'notSent' },
    ]);
    expect(engine.callsOf('outbox.retry')).toEqual([{ id: 'o1' }]);
  });
});
