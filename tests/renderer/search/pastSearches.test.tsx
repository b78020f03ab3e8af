import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import type { ShellOutput } from '#shared/contract/shell.ts';
import type { PastSearch } from '#shared/domain/pastSearch.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage, testWorkspaceId } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

async function begin(items: readonly PastSearch[] = [], shell: Partial<ShellOutput<'shell.state'>> = {}) {
  const added: string[] = [];
  const pinned: string[] = [];
  const hit = { message: aMessage({ id: 'post-9' }), conversationId: 'c9', person: null, snippet: 'order' };
  const { user } = renderWithEngine(<Frame />, {
    shell,
    handlers: {
      'search.messages': () => ok({ items: [hit], total: 1, totalIsExact: true, tookMs: 1 }),
      'conversations.get': ({ id }) => ok(aHistoryPage(aConversation({ id }), [hit.message])),
      'pastSearches.list': () => ok({ items: [...items] }),
      'pastSearches.add': ({ text }) => {
        added.push(text);
        return ok({});
      },
      'pastSearches.pin': ({ text }) => {
        pinned.push(text);
        return ok({});
      },
    },
  });
  await screen.findByRole('listbox', { name: 'Queue' });
  return { user, added, pinned };
}

const menu = () => screen.findByRole('menu', { name: 'Past searches' });
const past = (text: string, isPinned = false): PastSearch => ({ text, at: 1, isPinned });

it('the arrow key in the empty field opens the past searches, of which Enter takes one', async () => {
  const { user } = await begin([past('tag:vip', true), past('order')]);
  await user.keyboard('/{ArrowDown}');
  const entries = within(await menu()).getAllByRole('menuitem');
  expect(entries.map((entry) => entry.getAttribute('aria-label') ?? entry.textContent)).toEqual([
    'tag:vip, pinned',
    'order',
    'Forget searches that are not pinned',
  ]);
  await waitFor(() => expect(document.activeElement).toBe(entries[0]));
  await user.keyboard('{ArrowDown}{Enter}');
  const field = screen.getByRole('combobox', { name: 'Search' });
  await waitFor(() => expect(field).toHaveProperty('value', 'order'));
  await waitFor(() => expect(document.activeElement).toBe(field));
});

it('a search is remembered once a result is opened, and no more often', async () => {
  const { user, added } = await begin();
  await user.keyboard('/order');
  await waitFor(() => expect(document.getElementById('hit-post-9')).toBeTruthy());
  expect(added).toEqual([]);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(added).toEqual(['order']));
});

it('the search in the field can be pinned', async () => {
  const { user, pinned } = await begin();
  await user.keyboard('/order');
  await user.click(screen.getByRole('button', { name: 'Past searches' }));
  await user.click(within(await menu()).getByRole('menuitem', { name: 'Pin this search' }));
  expect(pinned).toEqual(['order']);
});

it('without any the menu says what it is for', async () => {
  const { user } = await begin();
  await user.keyboard('/{ArrowDown}');
  expect(within(await menu()).getByText('Searches whose results you open are kept here.')).toBeTruthy();
});

it('in a copy that is only read, past searches are read but not changed', async () => {
  const { user } = await begin([past('order')], {
    workspace: { kind: 'readOnly', id: testWorkspaceId, name: 'A copy' },
  });
  await user.keyboard('/parcel');
  await user.click(screen.getByRole('button', { name: 'Past searches' }));
  const entries = within(await menu()).getAllByRole('menuitem');
  expect(entries.map(({ textContent }) => textContent)).toEqual(['order']);
});
