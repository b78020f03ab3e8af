import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { ok } from '#shared/result.ts';
import { aConversation, aMessage } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const hits = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    message: aMessage({ id: `post-${n}` }),
    conversationId: `c${n}`,
    person: aConversation({ id: `c${n}` }).person,
    snippet: 'My \u0002order\u0003',
  }));

it.each([
  [{ total: 1, totalIsExact: true }, 1, '1 message'],
  [{ total: 2_400, totalIsExact: true }, 20, '2,400 messages'],
  [{ total: 200, totalIsExact: false, next: 'a' }, 20, 'At least 200 messages'],
  [{ total: 3, totalIsExact: false }, 20, '20 messages'],
])('the total of %j is said', async (page, count, words) => {
  const { user } = renderWithEngine(<Frame />, {
    handlers: {
      'search.messages': ({ after }) =>
        ok(after ? { items: [], tookMs: 1 } : { items: hits(count), ...page, tookMs: 1 }),
    },
  });
  await screen.findByRole('listbox', { name: 'Queue' });
  await user.keyboard('/order');
  expect(await screen.findByText(words)).toBeTruthy();
});

it('lets somebody ask for the best match, of which the first becomes active', async () => {
  const asked: unknown[] = [];
  const { user } = renderWithEngine(<Frame />, {
    handlers: {
      'search.messages': ({ order, after }) => {
        if (after) return ok({ items: hits(2), tookMs: 1 });
        asked.push(order);
        const items = order === 'best' ? hits(20).reverse() : hits(20);
        return ok({ items, total: 4_000, totalIsExact: false, next: 'a', tookMs: 1 });
      },
    },
  });
  await screen.findByRole('listbox', { name: 'Queue' });
  await user.keyboard('/order');
  await user.click(await screen.findByRole('radio', { name: 'Best match' }));
  expect(await screen.findByText('Best of the newest 4,000, then older ones')).toBeTruthy();
  const field = screen.getByRole('combobox', { name: 'Search' });
  await waitFor(() => expect(field.getAttribute('aria-activedescendant')).toBe('hit-post-19'));
  expect(asked.at(-1)).toBe('best');
});
