import { expect, test } from 'vitest';
import { type GapRow, putGap } from '#engine/store/gaps.ts';
import { MORNING, somePost, testAccount } from '../../support/builders.ts';
import { snowflake } from '../../support/snowflake.ts';
import { DAY, dms, HOUR, posts, SECOND, startPoller } from './support.ts';

const gap = (sourceId: GapRow['sourceId'], from: number): GapRow => ({
  id: sourceId,
  sourceId,
  from,
  to: from + HOUR,
  reason: 'interrupted',
  afterId: snowflake(from),
  beforeId: snowflake(from + HOUR),
  pageToken: null,
  isBeginning: false,
  foundAt: MORNING,
});

/** The order in which gaps were filled: private messages that X forgets in half a day, and what X counts. */
async function fillWith(counted: GapRow, mentions = posts(3, MORNING - 2 * DAY)) {
  const { poller, x, db } = startPoller();
  x.posts.push(...mentions);
  x.dms.push(...dms(1, MORNING - 2 * DAY));
  const own = { authorId: testAccount.id, at: MORNING - DAY };
  x.ownPosts.push(somePost(own), somePost({ ...own, at: MORNING - 5 * DAY }));
  await poller.pollNow();
  for (const row of [counted, gap('dms', MORNING - 29.5 * DAY)]) putGap(db, row);
  x.calls.length = 0;
  await poller.pollNow();
  const fills = x.calls.filter(
    ({ name, untilId, maxResults }) => untilId || (name === 'listDms' && maxResults === 100),
  );
  return [...new Set(fills.map(({ name }) => name))];
}

test('what X forgets soonest is filled first, also before own posts, of which X keeps the newest 3,200', async () => {
  expect(await fillWith(gap('ownPosts', MORNING - 6 * DAY))).toEqual(['listDms', 'listOwnPosts']);
});

test('mentions are filled late where few come, and at once where 800 newer ones will soon have come', async () => {
  expect(await fillWith(gap('mentions', MORNING - 3 * DAY))).toEqual(['listDms', 'listMentions']);
  const many = posts(500, MORNING - 500 * SECOND);
  expect(await fillWith(gap('mentions', MORNING - HOUR), many)).toEqual(['listMentions', 'listDms']);
});
