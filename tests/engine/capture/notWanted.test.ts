import { describe, expect, test } from 'vitest';
import { listView } from '#engine/store/conversations.ts';
import { all } from '#engine/store/sql.ts';
import { somePost, testAccount } from '../../support/builders.ts';
import { startPoller, storedIds } from './support.ts';

describe('what is not a wish', () => {
  test('opens nothing: own posts, reposts', async () => {
    const { x, poller, db } = startPoller();
    const repost = [{ type: 'retweeted', id: '5' }] as const;
    x.posts.push(somePost({ authorId: testAccount.id }), somePost({ references: repost }));
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 1 } });
    expect(storedIds(db)).toHaveLength(2);
    expect(listView(db, 'all', '', 10, null)).toEqual([]);
  });

  test('is kept once where it cannot be read', async () => {
    const { x, poller, db } = startPoller();
    x.unreadable.push({ item: '{"id":5}', reason: 'id: expected string' });
    await poller.pollNow();
    await poller.pollNow();
    expect(all(db, 'SELECT source, item FROM quarantine ORDER BY source')).toEqual([
      { source: 'dms', item: '{"id":5}' },
      { source: 'mentions', item: '{"id":5}' },
      { source: 'ownPosts', item: '{"id":5}' },
    ]);
  });
});
