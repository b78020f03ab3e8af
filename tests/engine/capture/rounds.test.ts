import { describe, expect, test } from 'vitest';
import { createPoller } from '#engine/capture/poller.ts';
import { fixedPolicy } from '#engine/capture/pollingPolicy.ts';
import { listView } from '#engine/store/conversations.ts';
import { storeSentMessage } from '#engine/store/sentMessages.ts';
import { SECOND_MS } from '#shared/time.ts';
import { MORNING, someDm, testAccount } from '../../support/builders.ts';
import { settle } from '../../support/fakeClock.ts';
import { feeds } from '../../support/feeds.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';
import { dms, idsOf, never, posts, startPoller, storedIds } from './support.ts';

describe('a round', () => {
  test('stores every page once and tells of it', async () => {
    const { x, poller, db, events } = startPoller();
    x.posts.push(...posts(250));
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 250, failures: [] } });
    expect(storedIds(db)).toEqual(idsOf(x.posts));
    const id = `c${x.posts[0]?.id}`;
    expect(events).toEqual([
      { name: 'conversations.opened', params: { ids: [id] } },
      { name: 'conversations.changed', params: { ids: [id] } },
      { name: 'capture.polled', params: { at: MORNING, newMessages: 250 } },
    ]);
    events.length = 0;
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 0 } });
    expect(events.map((event) => event.name)).toEqual(['capture.polled']);
  });

  test('asks for large pages of private messages at first and for small ones later', async () => {
    const { x, poller } = startPoller();
    x.dms.push(...dms(150));
    await poller.pollNow();
    x.dms.push(...dms(1, MORNING + 500 * SECOND_MS));
    await poller.pollNow();
    expect(x.calls.filter((call) => call.name === 'listDms').map((call) => call.maxResults)).toEqual([
      100, 100, 20,
    ]);
  });

  test.each(['listMentions', 'listDms'])(
    'that breaks off in the middle of %s leaves no hole',
    async (name) => {
      const { x, poller, db } = startPoller();
      x.posts.push(...posts(250));
      x.dms.push(...dms(250, MORNING + 1_000 * SECOND_MS));
      x.spoil = (call, nth) => (call === name && nth === 2 ? { code: 'timedOut' } : null);
      const source = name === 'listDms' ? 'dms' : 'mentions';
      expect(await poller.pollNow()).toMatchObject({
        value: { newMessages: 350, failures: [{ source, error: { code: 'timedOut' } }] },
      });
      x.spoil = () => null;
      expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 150, failures: [] } });
      expect(storedIds(db)).toHaveLength(500);
    },
  );

  test.each(['listMentions', 'listDms'])(
    'of a process that dies in the middle of %s leaves no hole',
    async (name) => {
      const first = startPoller();
      first.x.posts.push(...posts(250));
      first.x.dms.push(...dms(250, MORNING + 1_000 * SECOND_MS));
      first.x.spoil = (call, nth) => (call === name && nth === 2 ? never() : null);
      void first.poller.pollNow();
      await settle();
      const second = startPoller({ x: first.x, db: first.db });
      first.x.spoil = () => null;
      second.poller.start();
      await second.poller.pollNow();
      expect(storedIds(second.db)).toEqual(idsOf([...first.x.posts, ...first.x.dms]));
      expect(listView(second.db, 'all', '', 10, null)).toHaveLength(1);
    },
  );

  test('reads on behind an own private message that Perch itself has just stored', async () => {
    const { x, poller, db } = startPoller();
    x.dms.push(...dms(3));
    await poller.pollNow();
    x.dms.push(...dms(30, MORNING + 100 * SECOND_MS));
    const own = someDm({ at: MORNING + 500_000, senderId: testAccount.id, text: 'ours' });
    x.dms.push(own);
    const conversationId = `c${x.dms[0]?.id}`;
    const facts = { kind: 'dm', xId: own.id, text: 'ours', at: own.at, inReplyTo: null } as const;
    storeSentMessage(db, { ...facts, accountId: testAccount.id, personId: '1', conversationId }, MORNING);
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 30 } });
    expect(storedIds(db)).toHaveLength(34);
  });

  test('ends though X leads in circles', async () => {
    const { x, poller, count } = startPoller();
    x.posts.push(...posts(2));
    const list = x.client.listMentions;
    const circle = {
      ...x.client,
      listMentions: async (page: Parameters<typeof list>[0]) => {
        const answer = await list({ ...page, token: '0' });
        return answer.ok ? { ok: true as const, value: { ...answer.value, nextToken: '0' } } : answer;
      },
    };
    const engine = testEngine(openTestDb(), circle);
    const other = createPoller(engine.ctx, {
      policy: fixedPolicy(0),
      feeds,
      account: async () => ({ ok: true, value: testAccount }),
    });
    expect(await other.pollNow()).toMatchObject({ value: { newMessages: 2 } });
    expect(count('listMentions')).toBe(2);
    await poller.stop();
  });

  test('answers with the reason when there is no account', async () => {
    const { ctx } = testEngine();
    const account = async () => ({ ok: false, error: { code: 'notConnected' } }) as const;
    const poller = createPoller(ctx, { policy: fixedPolicy(0), account, feeds });
    expect(await poller.pollNow()).toEqual({ ok: false, error: { code: 'notConnected' } });
  });
});
