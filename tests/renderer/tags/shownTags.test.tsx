import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import type { Tag } from '#shared/domain/tag.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage, aShellState, testNow } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const known: Tag[] = ['A', 'B\u202e', '<b>C</b>', 'D'].map((name, n) => ({
  id: `t${n}`,
  name,
  colour: 'teal',
  conversations: 1,
}));

async function draw(tags: string[], shell = {}) {
  const conversation = aConversation({ tags });
  const rendered = renderWithEngine(<Frame />, {
    shell,
    handlers: {
      'tags.list': () => ok({ items: known }),
      'conversations.list': () => ok({ items: [conversation] }),
      'conversations.get': () =>
        ok({
          ...aHistoryPage(conversation, [aMessage()]),
          activities: [
            {
              id: 'a1',
              at: testNow,
              agent: 'Robin',
              kind: 'tagged',
              conversationId: 'c1',
              facts: { added: ['A', 'D'], removed: ['E'] },
            },
          ],
        }),
    },
  });
  const row = await screen.findByRole('option');
  return { ...rendered, row };
}

it('shows two tags in a row and how many more there are; screen readers get all names', async () => {
  const { row } = await draw(['t3', 't0', 't2', 't1', 'deleted']);
  await waitFor(() => expect(row.textContent).toContain('+2'));
  expect(row.textContent).toContain('Tags: A, B⟨U+202E⟩, <b>C</b>, D');
  const shown = [...row.querySelectorAll('[aria-hidden] bdi')].map(({ textContent }) => textContent);
  expect(shown).toEqual(['A', 'B⟨U+202E⟩']);
});

it('has no line for tags that were deleted', async () => {
  const { row } = await draw(['deleted']);
  expect(row.textContent).not.toContain('Tag');
});

it('has none in a compact list', async () => {
  const compact = { preferences: { ...aShellState().preferences, density: 'compact' as const } };
  const { row } = await draw(['t0'], compact);
  expect(row.textContent).not.toContain('Tag');
});

it('shows all tags below the header and what was changed in the timeline', async () => {
  const { user } = await draw(['t0', 't3']);
  await user.keyboard('j');
  const main = await screen.findByRole('main');
  const strip = await within(main).findByTitle('Tags');
  expect(strip.textContent).toBe('AD');
  expect(await within(main).findByText('Robin added the tags A, D · Robin removed the tag E')).toBeTruthy();
  await user.click(strip);
  expect(await screen.findByRole('dialog', { name: 'Tags' })).toBeTruthy();
});
