import { describe, expect, test } from 'vitest';
import { getPerson } from '#engine/store/people.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { someDm, somePost, someUser } from '../../support/builders.ts';
import { listView } from '../../support/lists.ts';
import { startPoller } from './support.ts';

describe('people', () => {
  test('whom a page does not include are looked up together', async () => {
    const { x, poller, db } = startPoller();
    x.includesUsers = false;
    x.users.push(someUser('1'), someUser('2', { handle: 'bea', followers: 7 }));
    x.posts.push(somePost(), somePost({ authorId: '2' }));
    await poller.pollNow();
    expect(x.calls.filter((call) => call.name === 'getUsers')).toEqual([
      { name: 'getUsers', ids: ['1', '2'] },
    ]);
    expect(getPerson(db, '2')).toMatchObject({ handle: 'bea', followers: 7 });
  });

  test('whom X does not return are named by their id and looked up again after an hour', async () => {
    const { x, poller, db, clock, count } = startPoller();
    x.includesUsers = false;
    x.dms.push(someDm());
    await poller.pollNow();
    await poller.pollNow();
    expect(getPerson(db, '1')).toMatchObject({ handle: '', name: '1' });
    expect(count('getUsers')).toBe(1);
    clock.jump(61 * MINUTE_MS);
    x.users.push(someUser('1', { handle: 'ana' }));
    await poller.pollNow();
    expect(getPerson(db, '1')).toMatchObject({ handle: 'ana' });
  });

  test('who change their handle keep their conversation, and the change is emitted', async () => {
    const { x, poller, db, events } = startPoller();
    x.users.push(someUser('1', { handle: 'before', location: 'Ghent' }));
    x.posts.push(somePost());
    await poller.pollNow();
    events.length = 0;
    x.users[0] = someUser('1', { handle: 'after' });
    await poller.pollNow();
    const id = `c${x.posts[0]?.id}`;
    expect(events[0]).toEqual({ name: 'conversations.changed', params: { ids: [id] } });
    expect(listView(db, 'all', '', 10, null)).toMatchObject([{ id, person: { handle: 'after' } }]);
    expect(getPerson(db, '1')?.location).toBe('Ghent');
  });
});
