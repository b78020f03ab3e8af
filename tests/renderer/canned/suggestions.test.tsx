import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '#shared/result.ts';
import { drawComposer, publicField, publicSend } from '../conversation/composer/support/drawComposer.tsx';
import type { FakeHandlers } from '../support/fakeEngine.ts';

const suggested: FakeHandlers = {
  'replies.suggest': () =>
    ok({
      items: [
        {
          text: 'Hi Anna, you can return it within 30 days.',
          source: { kind: 'reply', id: 'm9', at: Date.UTC(2026, 2, 3), agent: 'Noor', handle: 'joris' },
          uses: 7,
          score: 0.9,
          outcome: 'resolved',
          missing: [],
        },
        {
          text: 'Order {orderNumber} is on its way.',
          source: { kind: 'canned', id: 'k2' },
          uses: 1,
          score: 0.5,
          outcome: null,
          missing: [{ variable: 'orderNumber', start: 6, end: 19 }],
        },
      ],
    }),
};

describe('suggested replies', () => {
  it('show the best with where it comes from, and one key inserts it', async () => {
    const { user, engine } = drawComposer(suggested);
    const field = await publicField();
    const best = await screen.findByRole('button', { name: /^Insert: Hi Anna/ });
    expect(best.textContent).toContain('Noor · to @joris');
    expect(best.textContent).toContain('sent 7 times · resolved');
    await user.type(field, 'Hello! ');
    await user.keyboard('{Control>}1{/Control}');
    const text = 'Hello! Hi Anna, you can return it within 30 days.';
    expect(field).toHaveProperty('value', text);
    // At once, so that a restart finds both.
    expect(engine.callsOf('drafts.save').at(-1)).toMatchObject({ channel: 'public', text, replyIds: ['m9'] });
  });

  it('are forgotten at once with the text', async () => {
    const { user, engine } = drawComposer(suggested);
    const field = (await publicField()) as HTMLTextAreaElement;
    await screen.findByRole('button', { name: /^Insert: Hi Anna/ });
    await user.click(field);
    await user.keyboard('{Control>}1{/Control}');
    await waitFor(() => expect(engine.callsOf('drafts.save')).not.toEqual([]));
    await user.clear(field);
    await waitFor(() => expect(engine.callsOf('drafts.save').at(-1)).toMatchObject({ text: '' }));
  });

  it('opens all of them by a key; a canned response is counted, and its variable asked for', async () => {
    const { user, engine } = drawComposer(suggested);
    const field = (await publicField()) as HTMLTextAreaElement;
    await screen.findByRole('button', { name: /^Insert: Hi Anna/ });
    await user.click(field);
    await user.keyboard('{Control>}2{/Control}');
    await waitFor(() => expect(screen.getAllByRole('menuitem')).toHaveLength(2));
    await user.click(screen.getByRole('menuitem', { name: /Order/ }));
    await waitFor(() => expect(field).toHaveProperty('value', 'Order {orderNumber} is on its way.'));
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('{orderNumber}');
    await user.keyboard('12-345');
    expect(engine.callsOf('drafts.save')).toContainEqual(expect.objectContaining({ cannedIds: ['k2'] }));
    await user.click(publicSend());
    await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(1));
  });

  it('says so where there is none, in the same place', async () => {
    drawComposer({ 'replies.suggest': () => ok({ items: [] }) });
    await publicField();
    await screen.findByText(/No similar earlier replies/);
    expect(screen.queryByRole('button', { name: /^Insert:/ })).toBeNull();
  });
});
