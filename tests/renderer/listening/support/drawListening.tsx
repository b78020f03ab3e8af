import { screen } from '@testing-library/react';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import type { Hit } from '#renderer/features/Listening/useHits.ts';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { ok } from '#shared/result.ts';
import { aMessage } from '../../support/builders.ts';
import type { FakeHandlers } from '../../support/fakeEngine.ts';
import { renderWithEngine } from '../../support/renderWithEngine.tsx';

/** A saved search that found twelve posts, with the fields in `change`. */
export const aSearch = (change: Partial<SavedSearch> = {}): SavedSearch => ({
  id: 's1',
  name: 'Late parcels',
  terms: { all: ['parcel', 'late'], any: [], phrases: [], hashtags: [], none: [], lang: 'nl' },
  query: 'parcel late lang:nl -is:retweet',
  takesAll: false,
  createdAt: 0,
  hits: 12,
  ...change,
});

/** A post that it found, with the fields in `change`. */
export const aHit = (id: string, change: Partial<Hit> = {}): Hit => ({
  message: aMessage({ id, xId: id, text: `Said ${id}`, conversationId: null }),
  searchIds: ['s1'],
  takenAs: null,
  unread: false,
  hidden: false,
  language: 'en',
  sentiment: null,
  ...change,
});

/** Renders the frame and goes to listening. */
export async function drawListening(hits: readonly Hit[], handlers: FakeHandlers = {}) {
  const rendered = renderWithEngine(<Frame />, {
    handlers: {
      'savedSearches.list': () =>
        ok({ items: [aSearch(), aSearch({ id: 's2', name: 'Praise', takesAll: true })] }),
      'listening.list': () => ok({ items: [...hits] }),
      'listening.counts': () => ok({ unread: 0, hidden: 0 }),
      'listening.markRead': () => ok({}),
      'listening.hide': () => ok({}),
      'listening.block': () => ok({}),
      'listening.blocked': () => ok({ items: [] }),
      'listening.themes': () => ok({ items: [] }),
      'listening.take': () => ok({ conversationId: 'c9' }),
      'savedSearches.save': () => ok(aSearch()),
      'savedSearches.remove': () => ok({}),
      ...handlers,
    },
  });
  await screen.findByRole('listbox', { name: 'Queue' });
  await rendered.user.keyboard('gl');
  await screen.findByRole('heading', { name: 'Watchlist' });
  return rendered;
}

/** The pane beside the list. */
export const pane = () => screen.getByRole('main');
