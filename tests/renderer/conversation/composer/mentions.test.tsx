import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '#shared/result.ts';
import { drawComposer, publicField } from './support/drawComposer.tsx';

const person = (userId: string, required = false) => ({
  ...{ userId, required },
  handle: `user${userId}`,
  name: `User ${userId}`,
});

function drawWith(count: number, excludeMentions?: string[]) {
  const mentions = Array.from({ length: count }, (_, n) => person(String(n), n === 0));
  const draft = { channel: 'public' as const, text: 'On it', updatedAt: 1 };
  return drawComposer({
    'replies.options': () =>
      ok({
        public: { possible: true, usd: 0.01, openOnXUrl: null, privateData: [] },
        dm: { possible: true, usd: 0.015 },
        mentions,
        languages: { customer: null, reply: null, differ: false },
      }),
    'drafts.list': () => ok({ items: excludeMentions ? [{ ...draft, excludeMentions }] : [] }),
  });
}

const line = () => screen.findByRole('button', { name: /^Replying to/ });

describe('who is mentioned', () => {
  it('is not said where it is the addressee alone', async () => {
    drawWith(1);
    await publicField();
    expect(screen.queryByRole('button', { name: /^Replying to/ })).toBeNull();
  });

  it('stands in one line, is chosen by the keyboard, and stays with draft and reply', async () => {
    const { user, engine } = drawWith(5);
    expect((await line()).textContent).toBe('Replying to @user0, @user1 +3');
    (await line()).focus();
    await user.keyboard('{Enter}');
    const required = await screen.findByRole('menuitemcheckbox', { name: /@user0/ });
    expect(required.getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('menuitemcheckbox', { name: /@user1/ }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: /@user3/ }));
    await user.keyboard('{Escape}');
    expect((await line()).textContent).toBe('Replying to @user0, @user2 +12 left out');
    expect(engine.callsOf('drafts.save')).toEqual([]);
    await user.type(await publicField(), 'On it');
    await waitFor(() =>
      expect(engine.callsOf('drafts.save')).toContainEqual(
        expect.objectContaining({ channel: 'public', excludeMentions: ['1', '3'] }),
      ),
    );
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(1));
    expect(engine.callsOf('replies.send')[0]).toMatchObject({ excludeMentions: ['1', '3'] });
    expect((await line()).textContent).toBe('Replying to @user0, @user1 +3');
  });

  it('is remembered, and sent only as far as the post mentions them', async () => {
    const { user, engine } = drawWith(2, ['1', '9']);
    await waitFor(async () => expect((await line()).textContent).toBe('Replying to @user01 left out'));
    await user.click(await publicField());
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(1));
    expect(engine.callsOf('replies.send')[0]).toMatchObject({ excludeMentions: ['1'] });
  });
});
