import { expect, test } from 'vitest';
import { somePost, testAccount } from '../../support/builders.ts';
import { listView } from '../../support/lists.ts';
import { startPoller, storedIds } from './support.ts';

test('own posts and retweets among the mentions are stored but open no conversation', async () => {
  const { x, poller, db } = startPoller();
  const retweet = [{ type: 'retweeted', id: '5' }] as const;
  x.posts.push(somePost({ authorId: testAccount.id }), somePost({ references: retweet }));
  expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 1 } });
  expect(storedIds(db)).toHaveLength(2);
  expect(listView(db, 'all', '', 10, null)).toEqual([]);
});
