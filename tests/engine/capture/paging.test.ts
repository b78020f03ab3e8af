import { describe, expect, test } from 'vitest';
import type { Feed, StoredPage } from '#engine/capture/feed.ts';
import { lookbacks } from '#engine/capture/lookback.ts';
import { foldPages } from '#engine/capture/paging.ts';

type Page = Omit<StoredPage, 'change'>;

/** A feed that returns these pages in turn, and the tokens of the requests. */
function feedOf(pages: readonly Page[], more: Partial<Feed> = {}) {
  const requested: (string | undefined)[] = [];
  const feed: Feed = {
    lookback: lookbacks.mentions,
    maxFirstPages: Number.POSITIVE_INFINITY,
    resumesFirstRead: false,
    supportsRange: true,
    read: async ({ token }) => {
      const page = pages[requested.push(token) - 1] ?? { ids: [] };
      return { ok: true, value: { change: { added: page.ids.length, changed: [], newHits: 0 }, ...page } };
    },
    isComplete: async () => ({ ok: true, value: false }),
    ...more,
  };
  return { feed, requested };
}

const start = { sinceId: '10', untilId: null };
const read = (feed: Feed) => foldPages<void>({ feed, start }, undefined, () => {});

describe('an old item among new ones', () => {
  const pages = [{ ids: ['50', '3', '40'], nextToken: 'a' }, { ids: ['30', '20', '10'] }];

  test('does not end a list with a range, which X ends itself', async () => {
    const { feed, requested } = feedOf(pages);
    expect(await read(feed)).toMatchObject({ added: 6, ending: { kind: 'complete' } });
    expect(requested).toEqual([undefined, 'a']);
  });

  test('does not count as the oldest item while the list continues', async () => {
    const { feed } = feedOf(pages);
    const seen: readonly (string | null)[] = [];
    const { state } = await foldPages({ feed, start }, seen, (ids, { oldestId }) => [...ids, oldestId]);
    expect(state).toEqual(['40', '10']);
  });

  test('ends a list without a range, where every item is billed', async () => {
    const { feed, requested } = feedOf(pages, { supportsRange: false, lookback: lookbacks.dms });
    expect(await read(feed)).toMatchObject({ added: 3, ending: { kind: 'complete' } });
    expect(requested).toEqual([undefined]);
  });
});

test('skips empty pages, but only so many in a row', async () => {
  const empty = (count: number): Page[] =>
    Array.from({ length: count }, (_, n) => ({ ids: [], nextToken: `t${n}` }));
  const some = feedOf([...empty(9), { ids: ['10'] }]);
  expect(await read(some.feed)).toMatchObject({ added: 1, ending: { kind: 'complete' } });
  const endless = feedOf(empty(500));
  expect(await read(endless.feed)).toMatchObject({ ending: { kind: 'failed' } });
  expect(endless.requested).toHaveLength(10);
});

test('ends at a page of nothing but known items, even if X gives a next token', async () => {
  const { feed, requested } = feedOf([
    { ids: ['50', '40'], nextToken: 'a' },
    { ids: ['9', '8'], nextToken: 'b' },
  ]);
  expect(await read(feed)).toMatchObject({ ending: { kind: 'complete' } });
  expect(requested).toEqual([undefined, 'a']);
});

describe('a page that does not say whether more pages follow', () => {
  test('fails the read if it is not the first one', async () => {
    const { feed } = feedOf([
      { ids: ['50', '40'], nextToken: 'a' },
      { ids: ['30'], endUnknown: true },
    ]);
    const failed = { kind: 'failed', error: { code: 'xFailed', detail: 'the list broke off' } };
    expect(await read(feed)).toMatchObject({ added: 3, ending: failed });
  });

  test('completes the read if it has a known item', async () => {
    const { feed } = feedOf([{ ids: ['30', '10'], endUnknown: true }]);
    expect(await read(feed)).toMatchObject({ ending: { kind: 'complete' } });
  });

  test('completes the read if it is the only one', async () => {
    const { feed } = feedOf([{ ids: ['50', '40'], endUnknown: true }]);
    expect(await read(feed)).toMatchObject({ added: 2, ending: { kind: 'complete' } });
  });

  test('fails the read if it is empty', async () => {
    const { feed } = feedOf([{ ids: [], endUnknown: true }]);
    const seen: readonly boolean[] = [];
    const reading = await foldPages({ feed, start, maxPages: 9 }, seen, (pages, { more }) => [
      ...pages,
      more,
    ]);
    expect(reading).toMatchObject({ ending: { kind: 'failed' } });
    expect(reading.state).toEqual([true]);
  });
});
