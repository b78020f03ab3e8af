import { expect, test } from 'vitest';
import { type GapRow, putGap } from '#engine/store/gaps.ts';
import { DAY_MS, HOUR_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING, somePost, testAccount } from '../../support/builders.ts';
import { snowflake } from '../../support/snowflake.ts';
import { dms, posts, startPoller } from './support.ts';

const gap = (sourceId: GapRow['sourceId'], from: number): GapRow => ({
  id: sourceId,
  sourceId,
  from,
  to: from + HOUR_MS,
  reason: 'interrupted',
  afterId: snowflake(from),
  beforeId: snowflake(from + HOUR_MS),
  pageToken: null,
  isBeginning: false,
  foundAt: MORNING,
});

/** The order of backfill for a gap of private messages that X forgets in half a day, and for one that X limits by count. */
async function backfillOrder(counted: GapRow, mentions = posts(3, MORNING - 2 * DAY_MS)) {
  const { poller, x, db } = startPoller();
  x.posts.push(...mentions);
  x.dms.push(...dms(1, MORNING - 2 * DAY_MS));
  const own = { authorId: testAccount.id, at: MORNING - DAY_MS };
  x.ownPosts.push(somePost(own), somePost({ ...own, at: MORNING - 5 * DAY_MS }));
  await poller.pollNow();
  for (const row of [counted, gap('dms', MORNING - 29.5 * DAY_MS)]) putGap(db, row);
  x.calls.length = 0;
  await poller.pollNow();
  const backfills = x.calls.filter(
    ({ name, untilId, maxResults }) => untilId || (name === 'listDms' && maxResults === 100),
  );
  return [...new Set(backfills.map(({ name }) => name))];
}

test('the gap that X forgets first is backfilled first, before own posts, of which X keeps the newest 3,200', async () => {
  expect(await backfillOrder(gap('ownPosts', MORNING - 6 * DAY_MS))).toEqual(['listDms', 'listOwnPosts']);
});

test('a gap of mentions comes last at a low rate, and first if 800 newer ones will have come soon', async () => {
  expect(await backfillOrder(gap('mentions', MORNING - 3 * DAY_MS))).toEqual(['listDms', 'listMentions']);
  const many = posts(500, MORNING - 500 * SECOND_MS);
  expect(await backfillOrder(gap('mentions', MORNING - HOUR_MS), many)).toEqual(['listMentions', 'listDms']);
});
