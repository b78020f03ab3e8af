import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '#shared/result.ts';
import { drawComposer, publicField, publicSend } from '../conversation/composer/support/drawComposer.tsx';
import type { FakeHandlers } from '../support/fakeEngine.ts';

const hit = (id: string, title: string, shortcut: string) => ({
  id,
  title,
  shortcut,
  folder: 'Shipping',
  uses: 2,
  text: `Text of ${title}`,
  language: 'en' as const,
  channel: null,
});
const hits = [hit('k1', 'Return', 'ret'), hit('k2', 'Refund', 'ref')];

/** A library with two canned responses; the second asks for an order number. */
const library: FakeHandlers = {
  'library.search': ({ query }) =>
    ok({ items: hits.filter(({ shortcut }) => shortcut.startsWith(query ?? '')) }),
  'library.use': ({ id }) =>
    ok(
      id === 'k1'
        ? { text: 'Hi Anna, send it back.', missing: [], images: [], language: 'en' }
        : {
            text: 'Refund of {orderNumber} is on its way.',
            missing: [{ variable: 'orderNumber', start: 10, end: 23 }],
            images: [],
            language: 'en',
          },
    ),
};

const list = () => screen.queryByRole('listbox', { name: 'Canned responses' });

describe('the picker of canned responses', () => {
  it('opens at / and inserts the wording in its place', async () => {
    const { user, engine } = drawComposer(library);
    const field = await publicField();
    await user.type(field, 'Thanks! /re');
    await waitFor(() => expect(screen.getAllByRole('option', { name: /Return|Refund/ })).toHaveLength(2));
    await user.keyboard('t');
    await waitFor(() => expect(screen.getAllByRole('option', { name: /Return|Refund/ })).toHaveLength(1));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(field).toHaveProperty('value', 'Thanks! Hi Anna, send it back.'));
    expect(list()).toBeNull();
    await waitFor(() =>
      expect(engine.callsOf('drafts.save')).toContainEqual({
        conversationId: 'c1',
        channel: 'public',
        text: 'Thanks! Hi Anna, send it back.',
        cannedIds: ['k1'],
      }),
    );
  });

  it('points to the highlighted choice, which the arrow keys move', async () => {
    const { user } = drawComposer(library);
    const field = await publicField();
    await user.type(field, '/');
    await waitFor(() => expect(list()).not.toBeNull());
    const first = field.getAttribute('aria-activedescendant');
    await user.keyboard('{ArrowDown}');
    const second = field.getAttribute('aria-activedescendant');
    expect(second).not.toBe(first);
    expect(document.getElementById(second ?? '')?.textContent).toContain('Refund');
  });

  it('closes on Escape and leaves the text and the focus', async () => {
    const { user } = drawComposer(library);
    const field = await publicField();
    await user.type(field, '/re');
    await waitFor(() => expect(list()).not.toBeNull());
    await user.keyboard('{Escape}');
    expect(list()).toBeNull();
    expect(field).toHaveProperty('value', '/re');
    expect(document.activeElement).toBe(field);
  });

  it('asks for what Perch does not know, and sends nothing before', async () => {
    const { user } = drawComposer(library);
    const field = (await publicField()) as HTMLTextAreaElement;
    await user.type(field, '/ref');
    await waitFor(() => expect(list()).not.toBeNull());
    await user.keyboard('{Enter}');
    await screen.findByText(/Fill in \{orderNumber\}/);
    expect(publicSend()).toHaveProperty('disabled', true);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('{orderNumber}');
    await user.keyboard('12-345');
    expect(field).toHaveProperty('value', 'Refund of 12-345 is on its way.');
    await waitFor(() => expect(publicSend()).toHaveProperty('disabled', false));
  });

  it('goes to the next variable on Tab', async () => {
    const { user } = drawComposer(library);
    const field = (await publicField()) as HTMLTextAreaElement;
    await user.type(field, '{{a} and {{b}');
    field.setSelectionRange(0, 0);
    await user.tab();
    await user.tab();
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('{b}');
  });
});
