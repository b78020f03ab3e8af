import { expect, it } from 'vitest';
import type { HistoryPage } from '#renderer/workspace/history.ts';
import {
  nothingLoaded,
  showingMessage,
  toFarMessages,
  toShown,
  withFetchedAgain,
  withIsland,
  withNewer,
  withNewest,
  withOlder,
} from '#renderer/workspace/loadedHistory.ts';
import { aMessage } from '../conversation/support/message.ts';
import { aConversation } from '../support/builders.ts';

/** A page of messages that are named by letters, and whose neighbours are the cursors. */
function page(ids: string, { previous, next }: { previous?: string; next?: string } = {}): HistoryPage {
  return {
    conversation: aConversation(),
    messages: [...ids].map((id) => aMessage({ id })),
    activities: [],
    gaps: [],
    unread: ['z'],
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
}

const idsOf = (loaded: typeof nothingLoaded) =>
  toShown(loaded)
    .messages.map(({ id }) => id)
    .join('');

const newest = withNewest(nothingLoaded, page('xyz', { previous: 'x' }));
const far = withIsland(newest, page('def', { previous: 'd', next: 'g' }));

it('shows the part around a message, and knows what is unread', () => {
  expect([idsOf(far), far.shownAt, toShown(far).unread]).toEqual(['def', 0, ['z']]);
});

it('grows in both directions, and ignores a page for what has gone on meanwhile', () => {
  const grown = withNewer(
    withOlder(far, 'd', page('bc', { previous: 'b' })),
    'g',
    page('ghi', { next: 'j' }),
  );
  expect([idsOf(grown), toShown(grown).previous, toShown(grown).next]).toEqual(['bcdefghi', 'b', 'j']);
  expect(withNewer(grown, 'g', page('ghi'))).toBe(grown);
  expect(withOlder(grown, 'd', page('bc'))).toBe(grown);
});

it('becomes one with the newest part when it reaches it', () => {
  const whole = withNewer(far, 'g', page('ghwxy', { next: 'z' }));
  expect([idsOf(whole), whole.shownAt, whole.islands]).toEqual(['defghwxyz', -1, []]);
  expect([toShown(whole).previous, toShown(whole).next]).toEqual(['d', undefined]);
});

it('keeps each part that was shown, and finds a message in any', () => {
  const two = withIsland(far, page('opq', { previous: 'o', next: 'r' }));
  expect(idsOf(two)).toBe('opq');
  expect(showingMessage(two, 'e')?.shownAt).toBe(0);
  expect(showingMessage(two, 'y')?.shownAt).toBe(-1);
  expect(showingMessage(two, 'a')).toBeNull();
  expect(toFarMessages(two).map(({ id }) => id)).toEqual([...'defopq']);
});

it('goes on growing the newest part while another is shown', () => {
  const later = withNewest(far, page('xyzä', { previous: 'x' }));
  expect(idsOf(later)).toBe('def');
  expect(idsOf({ ...later, shownAt: -1 })).toBe('xyzä');
});

it('replaces the part that is shown by what was fetched again, but no other', () => {
  const again = page('dëf', { previous: 'd', next: 'g' });
  expect(idsOf(withFetchedAgain(far, 'e', again))).toBe('dëf');
  const left = { ...far, shownAt: -1 };
  expect(withFetchedAgain(left, 'e', again)).toBe(left);
});
