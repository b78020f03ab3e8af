import { describe, expect, test } from 'vitest';
import type { Feed, StoredPage } from '#engine/capture/feed.ts';
import { readStretch } from '#engine/capture/paging.ts';
import { reaches } from '#engine/capture/reach.ts';

type Page = Omit<StoredPage, 'change'>;

/** A feed that answers these pages, one after the other. */
function feedOf(pages: readonly Page[], more: Partial<Feed> = {}) {
  const asked: (string | undefined)[] = [];
  const feed: Feed = {
    reach: reaches.mentions,
    firstPages: Number.POSITIVE_INFINITY,
    goesOnLater: false,
    takesRange: true,
    read: async ({ token }) => {
      const page = pages[asked.push(token) - 1] ?? { ids: [] };
      return { ok: true, value: { change: { added: page.ids.length, changed: [], newHits: 0 }, ...page } };
    },
    toldAll: async () => ({ ok: true, value: false }),
    ...more,
  };
  return { feed, asked };
}

const read = (feed: Feed, range: { sinceId: string | null; untilId: string | null }) =>
  readStretch(feed, range, Number.POSITIVE_INFINITY, () => {});
const since = { sinceId: '10', untilId: null };

describe('an old item among new ones', () => {
  const pages = [{ ids: ['50', '3', '40'], nextToken: 'a' }, { ids: ['30', '20', '10'] }];

  test('does not end a list that X ends itself', async () => {
    const { feed, asked } = feedOf(pages);
    expect(await read(feed, since)).toMatchObject({ added: 6, ending: { kind: 'whole' } });
    expect(asked).toEqual([undefined, 'a']);
  });

  test('says nothing of what lies between while the list goes on', async () => {
    const { feed } = feedOf(pages);
    const oldest: (string | null)[] = [];
    await readStretch(feed, since, Number.POSITIVE_INFINITY, ({ oldestId }) => oldest.push(oldestId));
    expect(oldest).toEqual(['40', '10']);
  });

  test('ends one of which each item costs', async () => {
    const { feed, asked } = feedOf(pages, { takesRange: false, reach: reaches.dms });
    expect(await read(feed, since)).toMatchObject({ added: 3, ending: { kind: 'whole' } });
    expect(asked).toEqual([undefined]);
  });
});

test('pages without anything are passed over, but not for ever', async () => {
  const empty = (count: number): Page[] =>
    Array.from({ length: count }, (_, n) => ({ ids: [], nextToken: `t${n}` }));
  const some = feedOf([...empty(9), { ids: ['10'] }]);
  expect(await read(some.feed, since)).toMatchObject({ added: 1, ending: { kind: 'whole' } });
  const endless = feedOf(empty(500));
  expect(await read(endless.feed, since)).toMatchObject({ ending: { kind: 'broken' } });
  expect(endless.asked).toHaveLength(10);
});

test('a page of nothing new is the end, whatever X says', async () => {
  const { feed, asked } = feedOf([
    { ids: ['50', '40'], nextToken: 'a' },
    { ids: ['9', '8'], nextToken: 'b' },
  ]);
  expect(await read(feed, since)).toMatchObject({ ending: { kind: 'whole' } });
  expect(asked).toEqual([undefined, 'a']);
});

describe('a page that does not say whether there is more', () => {
  test('leaves the rest open', async () => {
    const { feed } = feedOf([
      { ids: ['50', '40'], nextToken: 'a' },
      { ids: ['30'], endUnsaid: true },
    ]);
    const broken = { kind: 'broken', error: { code: 'xFailed', detail: 'the list broke off' } };
    expect(await read(feed, since)).toMatchObject({ added: 3, ending: broken });
  });

  test('is the end where it tells what was known', async () => {
    const { feed } = feedOf([{ ids: ['30', '10'], endUnsaid: true }]);
    expect(await read(feed, since)).toMatchObject({ ending: { kind: 'whole' } });
  });

  test('is all there is where it is the only one', async () => {
    const { feed } = feedOf([{ ids: ['50', '40'], endUnsaid: true }]);
    expect(await read(feed, since)).toMatchObject({ added: 2, ending: { kind: 'whole' } });
  });

  test('leaves everything open where it tells nothing', async () => {
    const { feed } = feedOf([{ ids: [], endUnsaid: true }]);
    const more: boolean[] = [];
    const reading = await readStretch(feed, since, 9, (progress) => more.push(progress.more));
    expect(reading).toMatchObject({ ending: { kind: 'broken' } });
    expect(more).toEqual([true]);
  });
});
