import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#shared/time.ts';
import { aConversation, aMessage, testNow } from '../support/builders.ts';
import { drawConversation } from './support/drawConversation.tsx';

const { lastMessage } = aConversation();
const monthsAgo = { ...lastMessage, at: testNow - 90 * DAY_MS };
const old = { status: 'resolved', lastMessage: monthsAgo } as const;
const field = () => screen.queryByRole('textbox');

describe('an old conversation', () => {
  it('is read without a composer, and replied to by an explicit step', async () => {
    const { user } = drawConversation([aMessage()], {}, old);
    await screen.findByText('Resolved long ago: open for reading');
    expect(field()).toBeNull();
    await user.keyboard('vv');
    expect(field()).toBeNull();
    await user.keyboard('r');
    expect(await screen.findByRole('textbox')).toBe(document.activeElement);
    expect(screen.queryByText('Resolved long ago: open for reading')).toBeNull();
  });

  it('has a button for that step', async () => {
    const { user } = drawConversation([aMessage()], {}, old);
    await user.click(await screen.findByRole('button', { name: /^Reply…/ }));
    expect(await screen.findByRole('textbox')).toBe(document.activeElement);
  });

  it.each([
    ['was resolved lately', { status: 'resolved', lastMessage }],
    ['waits for a reply', { status: 'open', lastMessage: monthsAgo }],
    ['has a draft', { ...old, hasDraft: true }],
  ] as const)('is none if it %s', async (_, change) => {
    drawConversation([aMessage()], {}, change);
    expect(await screen.findByRole('textbox')).toBeDefined();
  });
});
