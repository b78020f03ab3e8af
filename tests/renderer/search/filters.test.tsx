import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useFind } from '#renderer/state/find.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aMessage } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const hit = {
  message: aMessage({ id: 'post-9' }),
  conversationId: 'c9',
  person: aConversation({ id: 'c9' }).person,
  snippet: 'My \u0002order\u0003 is stuck',
};

const handlers: FakeHandlers = {
  'search.quick': () => ok({ items: [aConversation({ id: 'c7' })] }),
  // Two pages without a hit come before the one that has it.
  'search.messages': ({ after }) => {
    const page = after === undefined ? 0 : Number(after);
    return ok(page < 2 ? { items: [], next: String(page + 1), tookMs: 1 } : { items: [hit], tookMs: 1 });
  },
};

async function search(text: string, given: FakeHandlers = handlers) {
  const { user } = renderWithEngine(<Frame />, { handlers: given });
  await screen.findByRole('listbox', { name: 'Queue' });
  await user.keyboard(`/${text}`);
  return user;
}

it('goes on by itself until there is something to show, and shows messages only', async () => {
  await search('order lang:nl');
  await waitFor(() => expect(screen.getByText('order').closest('[role="listbox"]')).toBeTruthy());
  await waitFor(() => expect(screen.queryByRole('group', { name: 'People' })).toBeNull());
  expect(screen.getByText('order')).toBeTruthy();
});

it('looks for the words alone in the conversation of a hit', async () => {
  const user = await search('order lang:nl');
  await screen.findByText('order');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(useFind.getState()).toMatchObject({ conversationId: 'c9', text: 'order' }));
});

it('looks for what is typed, also in a result that was found by its first letters', async () => {
  const user = await search('or', {
    ...handlers,
    'search.messages': ({ text }) =>
      text === 'or' ? ok({ items: [hit], tookMs: 1 }) : new Promise(() => {}),
  });
  await screen.findByText('order');
  await user.keyboard('der{ArrowDown}{Enter}');
  await waitFor(() => expect(useFind.getState()).toMatchObject({ conversationId: 'c9', text: 'order' }));
});

it('says what was left out, and that nobody has a name', async () => {
  await search('order', {
    ...handlers,
    'search.messages': () =>
      ok({
        items: [],
        problems: [
          { operator: 'has', value: 'parcel', reason: 'value' },
          { operator: 'from', value: 'nobody', reason: 'unknown' },
        ],
        tookMs: 1,
      }),
  });
  expect(await screen.findByText(/“has:parcel” was left out.*media, link, survey, note\./)).toBeTruthy();
  expect(screen.getByText('Nobody called @nobody is known here.')).toBeTruthy();
});

it('offers another spelling, which is searched for by one press', async () => {
  const user = await search('pracel', {
    ...handlers,
    'search.quick': () => ok({ items: [] }),
    'search.messages': ({ text }) =>
      ok({ ...(text === 'parcel' ? { items: [hit] } : { items: [], didYouMean: 'parcel' }), tookMs: 1 }),
  });
  await screen.findByRole('button', { name: 'Did you mean “parcel”?' });
  const told = screen.getAllByRole('status').map(({ textContent }) => textContent);
  expect(told).toContainEqual(expect.stringMatching(/Did you mean “parcel”\?$/));
  await user.keyboard('{Enter}');
  // The button can be that of a letter less; Enter then waits for the results of all of them.
  await waitFor(() =>
    expect(screen.getByRole('combobox', { name: 'Search' })).toHaveProperty('value', 'parcel'),
  );
  expect(await screen.findByText('order')).toBeTruthy();
});

it('puts each filter into words', async () => {
  const typed =
    'from:us to:anna agent:me -tag:vip status:snoozed kind:post lang:nl has:link before:2024 score:<7';
  await search(typed);
  const chips = within(await screen.findByRole('list', { name: 'Active filters' })).getAllByRole('listitem');
  expect(chips.map(({ textContent }) => textContent)).toEqual([
    'From us',
    'To @anna',
    'Assigned to you',
    'Not: Tag: vip',
    'Snoozed',
    'Posts',
    'Dutch',
    'With a link',
    'Before 2024',
    'Score <7',
  ]);
});

it('says what can follow an operator instead of that nothing was found', async () => {
  const user = await search('from:', {
    'search.quick': () => ok({ items: [] }),
    'search.messages': () => ok({ items: [], tookMs: 1 }),
  });
  expect(await screen.findByRole('heading', { name: 'from:' })).toBeTruthy();
  expect(screen.getByText('who wrote it: a handle, or us')).toBeTruthy();
  await user.keyboard('nobody');
  expect(await screen.findByRole('heading', { name: 'No results for “from:nobody”' })).toBeTruthy();
});

it('shows no people and canned responses that have what must not occur', async () => {
  await search('order -late');
  await waitFor(() => expect(screen.getByText('order').closest('[role="listbox"]')).toBeTruthy());
  await waitFor(() => expect(screen.queryByRole('group', { name: 'People' })).toBeNull());
});

it('finds whose profile or post a pasted address leads to', async () => {
  const asked: string[] = [];
  const user = await search('', {
    'search.messages': () => ok({ items: [], tookMs: 1 }),
    'search.quick': ({ text }) => {
      asked.push(text);
      return ok({ items: text === 'annadv' ? [aConversation({ id: 'c7' })] : [] });
    },
  });
  await user.click(screen.getByRole('combobox', { name: 'Search' }));
  await user.paste('https://x.com/annadv/status/2127333215554240512?s=20');
  await waitFor(() => expect(document.getElementById('person-c7')).toBeTruthy());
  expect(asked).toContain('annadv');
});
