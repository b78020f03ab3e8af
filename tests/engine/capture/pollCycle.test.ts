import { describe, expect, test } from 'vitest';
import { createPoller } from '#engine/capture/poller.ts';
import { fixedPolicy } from '#engine/capture/pollingPolicy.ts';
import { storeSentMessage } from '#engine/store/sentMessages.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING, someDm, testAccount } from '../../support/builders.ts';
import { settle } from '../../support/fakeClock.ts';
import { feeds } from '../../support/feeds.ts';
import { listView } from '../../support/lists.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';
import { behind, countStored, dms, gapsOf, idsOf, never, posts, startPoller, storedIds } from './support.ts';

describe('a poll cycle', () => {
  test('stores every page once and emits what changed', async () => {
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

  test('requests large pages of private messages on the first read and small ones later', async () => {
    const { x, poller } = startPoller();
    x.dms.push(...dms(150, MORNING - 500 * SECOND_MS));
    await poller.pollNow();
    x.dms.push(...dms(1, MORNING + 500 * SECOND_MS));
    await poller.pollNow();
    expect(x.calls.filter((call) => call.name === 'listDms').map((call) => call.maxResults)).toEqual([
      100, 100, 20,
    ]);
  });

  test.each(['listMentions', 'listDms'])('that fails in the middle of %s misses nothing', async (name) => {
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
  });

  test.each(['listMentions', 'listDms'])(
    'misses nothing even if the process dies in the middle of %s',
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

  test('reads on past a message of the account that Perch itself has just stored', async () => {
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

  test('ends even if the page tokens lead in circles', async () => {
    const { x, poller, count } = startPoller();
    x.posts.push(...posts(2));
    const list = x.client.listMentions;
    const circle = {
      ...x.client,
      listMentions: async (page: Parameters<typeof list>[0]) => {
        const result = await list({ ...page, token: '0' });
        return result.ok ? { ok: true as const, value: { ...result.value, nextToken: '0' } } : result;
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

  test('fails with the reason if there is no account', async () => {
    const { ctx } = testEngine();
    const account = async () => ({ ok: false, error: { code: 'notConnected' } }) as const;
    const poller = createPoller(ctx, { policy: fixedPolicy(0), account, feeds });
    expect(await poller.pollNow()).toEqual({ ok: false, error: { code: 'notConnected' } });
  });
});

describe.each([
  ['mentions', 'listMentions'],
  ['dms', 'listDms'],
] as const)('a poll of %s that fails between two pages', (id, call) => {
  test('keeps what it fetched, records the rest as a gap, and moves the head on', async () => {
    const { x, poller, db, clock } = await behind(250);
    x.spoil = (name, nth) => (name === call && nth >= 2 ? { code: 'timedOut' } : null);
    await poller.pollNow();
    const [gap, ...others] = gapsOf(db, id, clock);
    expect(others).toEqual([]);
    expect(gap).toMatchObject({ from: MORNING, reason: 'interrupted', recoverable: true });
    const got = id === 'mentions' ? 100 : 20;
    expect(gap?.to).toBe(MORNING + (250 - got + 1) * SECOND_MS);
    expect(countStored(db)).toBe(2 + 250 + got);
  });

  test('is completed by the next poll cycle, which closes the gap', async () => {
    const { x, poller, db, clock } = await behind(250);
    x.spoil = (name, nth) => (name === call && nth >= 2 ? { code: 'timedOut' } : null);
    await poller.pollNow();
    x.spoil = () => null;
    expect(await poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    expect(countStored(db)).toBe(502);
    expect(gapsOf(db, id, clock)).toEqual([]);
  });

  test('leaves only the rest as a gap even if the process dies', async () => {
    const { x, poller, db, clock } = await behind(250);
    x.spoil = (name, nth) => (name === call && nth === 2 ? never() : null);
    void poller.pollNow();
    await settle();
    expect(gapsOf(db, id, clock)).toMatchObject([{ from: MORNING, recoverable: true }]);
    x.spoil = () => null;
    const next = startPoller({ x, db, at: clock.now() });
    next.poller.start();
    expect(await next.poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    expect(countStored(db)).toBe(502);
    expect(gapsOf(db, id, clock)).toEqual([]);
  });

  test('may fail again and again: each time less is missing', async () => {
    const { x, poller, db, clock } = await behind(450);
    const missing: number[] = [];
    for (let cycle = 0; cycle < 12; cycle += 1) {
      let calls = 0;
      x.spoil = (name) => {
        if (name === call) calls += 1;
        return name === call && calls > 3 ? { code: 'offline' } : null;
      };
      await poller.pollNow();
      missing.push(gapsOf(db, id, clock).reduce((sum, gap) => sum + gap.to - gap.from, 0));
      clock.jump(MINUTE_MS);
    }
    expect(missing).toEqual(missing.toSorted((a, b) => b - a));
    expect([missing.at(-1), countStored(db)]).toEqual([0, 902]);
  });
});
