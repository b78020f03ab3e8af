import { describe, expect, test } from 'vitest';
import { createPoller } from '../../../src-main/engine/capture/poller.ts';
import { fixedRhythm } from '../../../src-main/engine/capture/rhythm.ts';
import { listView } from '../../../src-main/engine/store/conversations.ts';
import type { Db } from '../../../src-main/engine/store/open.ts';
import { getPerson } from '../../../src-main/engine/store/people.ts';
import { storeSentMessage } from '../../../src-main/engine/store/sentMessages.ts';
import { getSource } from '../../../src-main/engine/store/sources.ts';
import { all } from '../../../src-main/engine/store/sql.ts';
import { MORNING, someDm, somePost, someUser, testAccount } from '../../support/builders.ts';
import { settle } from '../../support/fakeClock.ts';
import { type FakeX, fakeX } from '../../support/fakeX.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';

const MINUTE = 60_000;

function start(options: { x?: FakeX; db?: Db; intervalMs?: number } = {}) {
  const x = options.x ?? fakeX();
  const engine = testEngine(options.db ?? openTestDb(), x.client);
  const account = async () => ({ ok: true, value: testAccount }) as const;
  const poller = createPoller(engine.ctx, { rhythm: fixedRhythm(options.intervalMs ?? 0), account });
  const count = (name: string) => x.calls.filter((call) => call.name === name).length;
  return { ...engine, x, poller, count, db: engine.ctx.db };
}

const stored = (db: Db) =>
  all<{ x_id: string }>(db, 'SELECT x_id FROM messages ORDER BY id').map((row) => row.x_id);
const never = () => new Promise<never>(() => {});
const posts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => somePost({ at: MORNING + (from + n) * 1_000 }));
const dms = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => someDm({ at: MORNING + (from + n) * 1_000 }));
const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id);

describe('a round', () => {
  test('stores every page once and tells of it', async () => {
    const { x, poller, db, events } = start();
    x.posts.push(...posts(250));
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 250, failures: [] } });
    expect(stored(db)).toEqual(ids(x.posts));
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
    const { x, poller } = start();
    x.dms.push(...dms(150));
    await poller.pollNow();
    x.dms.push(...dms(1, 500));
    await poller.pollNow();
    expect(x.calls.filter((call) => call.name === 'listDms').map((call) => call.maxResults)).toEqual([
      100, 100, 20,
    ]);
  });

  test.each(['listMentions', 'listDms'])(
    'that breaks off in the middle of %s leaves no hole',
    async (name) => {
      const { x, poller, db } = start();
      x.posts.push(...posts(250));
      x.dms.push(...dms(250, 1_000));
      x.spoil = (call, nth) => (call === name && nth === 2 ? { code: 'timedOut' } : null);
      const source = name === 'listDms' ? 'dms' : 'mentions';
      expect(await poller.pollNow()).toMatchObject({
        value: { newMessages: 350, failures: [{ source, error: { code: 'timedOut' } }] },
      });
      x.spoil = () => null;
      expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 150, failures: [] } });
      expect(stored(db)).toHaveLength(500);
    },
  );

  test.each(['listMentions', 'listDms'])(
    'of a process that dies in the middle of %s leaves no hole',
    async (name) => {
      const first = start();
      first.x.posts.push(...posts(250));
      first.x.dms.push(...dms(250, 1_000));
      first.x.spoil = (call, nth) => (call === name && nth === 2 ? never() : null);
      void first.poller.pollNow();
      await settle();
      const second = start({ x: first.x, db: first.db });
      first.x.spoil = () => null;
      second.poller.start();
      await second.poller.pollNow();
      expect(stored(second.db)).toEqual(ids([...first.x.posts, ...first.x.dms]));
      expect(listView(second.db, 'all', '', 10, null)).toHaveLength(1);
    },
  );

  test('reads on behind an own private message that Perch itself has just stored', async () => {
    const { x, poller, db } = start();
    x.dms.push(...dms(3));
    await poller.pollNow();
    x.dms.push(...dms(30, 100));
    const own = someDm({ at: MORNING + 500_000, senderId: testAccount.id, text: 'ours' });
    x.dms.push(own);
    const conversationId = `c${x.dms[0]?.id}`;
    const facts = { kind: 'dm', xId: own.id, text: 'ours', at: own.at, inReplyTo: null } as const;
    storeSentMessage(db, { ...facts, accountId: testAccount.id, personId: '1', conversationId }, MORNING);
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 30 } });
    expect(stored(db)).toHaveLength(34);
  });

  test('ends though X leads in circles', async () => {
    const { x, poller, count } = start();
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
      rhythm: fixedRhythm(0),
      account: async () => ({ ok: true, value: testAccount }),
    });
    expect(await other.pollNow()).toMatchObject({ value: { newMessages: 2 } });
    expect(count('listMentions')).toBe(2);
    await poller.stop();
  });

  test('answers with the reason when there is no account', async () => {
    const { ctx } = testEngine();
    const account = async () => ({ ok: false, error: { code: 'notConnected' } }) as const;
    const poller = createPoller(ctx, { rhythm: fixedRhythm(0), account });
    expect(await poller.pollNow()).toEqual({ ok: false, error: { code: 'notConnected' } });
  });
});

describe('people', () => {
  test('that a page does not tell of are looked up together', async () => {
    const { x, poller, db } = start();
    x.tellsUsers = false;
    x.users.push(someUser('1'), someUser('2', { handle: 'bea', followers: 7 }));
    x.posts.push(somePost(), somePost({ authorId: '2' }));
    await poller.pollNow();
    expect(x.calls.filter((call) => call.name === 'getUsers')).toEqual([
      { name: 'getUsers', ids: ['1', '2'] },
    ]);
    expect(getPerson(db, '2')).toMatchObject({ handle: 'bea', followers: 7 });
  });

  test('that X does not know stand under their number and are asked for again after an hour', async () => {
    const { x, poller, db, clock, count } = start();
    x.tellsUsers = false;
    x.dms.push(someDm());
    await poller.pollNow();
    await poller.pollNow();
    expect(getPerson(db, '1')).toMatchObject({ handle: '', name: '1' });
    expect(count('getUsers')).toBe(1);
    clock.jump(61 * MINUTE);
    x.users.push(someUser('1', { handle: 'ana' }));
    await poller.pollNow();
    expect(getPerson(db, '1')).toMatchObject({ handle: 'ana' });
  });

  test('that changed their handle keep their conversation, which is told', async () => {
    const { x, poller, db, events } = start();
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

describe('what is not a wish', () => {
  test('opens nothing: own posts, reposts', async () => {
    const { x, poller, db } = start();
    const repost = [{ type: 'retweeted', id: '5' }] as const;
    x.posts.push(somePost({ authorId: testAccount.id }), somePost({ references: repost }));
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 1 } });
    expect(stored(db)).toHaveLength(2);
    expect(listView(db, 'all', '', 10, null)).toEqual([]);
  });

  test('is kept once where it cannot be read', async () => {
    const { x, poller, db } = start();
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

describe('a limit of X', () => {
  const limited = { code: 'rateLimited', resetAt: MORNING + 10 * MINUTE } as const;

  test('is kept through a restart, and told while it lasts', async () => {
    const first = start();
    first.x.spoil = (name) => (name === 'listDms' ? limited : null);
    await first.poller.pollNow();
    const second = start({ db: first.db });
    const failures = [{ source: 'dms', error: limited }];
    expect(await second.poller.pollNow()).toMatchObject({ value: { failures } });
    expect(second.count('listDms')).toBe(0);
    expect(second.count('listMentions')).toBe(1);
    second.clock.jump(10 * MINUTE);
    expect(await second.poller.pollNow()).toMatchObject({ value: { failures: [] } });
    expect(second.count('listDms')).toBe(1);
  });
});

describe('by itself the poller', () => {
  test('asks an interval after the start and after each round', async () => {
    const { poller, clock, count } = start({ intervalMs: MINUTE });
    poller.start();
    await clock.advance(MINUTE - 1);
    expect(count('listMentions')).toBe(0);
    await clock.advance(1);
    expect(count('listMentions')).toBe(1);
    await clock.advance(2 * MINUTE);
    expect([count('listMentions'), count('listDms')]).toEqual([3, 3]);
    await poller.stop();
    expect(clock.waiting()).toBe(0);
  });

  test('never asks with an interval of 0', async () => {
    const { poller, clock } = start();
    poller.start();
    expect(clock.waiting()).toBe(0);
  });

  test('waits longer after each failure of a source and goes on with the other', async () => {
    const { poller, clock, count, x, events, db } = start({ intervalMs: MINUTE });
    x.spoil = (name) => (name === 'listMentions' ? { code: 'offline' } : null);
    poller.start();
    await clock.advance(29 * MINUTE);
    expect(count('listDms')).toBe(29);
    expect(count('listMentions')).toBe(4);
    expect(events).toContainEqual({
      name: 'capture.failed',
      params: { source: 'mentions', error: { code: 'offline' } },
    });
    expect(getSource(db, 'mentions')).toMatchObject({ failures: 4, error: { code: 'offline' } });
    x.spoil = () => null;
    await poller.pollNow();
    expect(getSource(db, 'mentions')).toMatchObject({ failures: 0, error: null });
    await poller.stop();
  });
});

describe('callers during a round', () => {
  test('share the next one', async () => {
    const { x, poller, count } = start();
    x.spoil = (name, nth) => {
      if (name === 'listDms' && nth === 1) x.posts.push(...posts(3));
      return null;
    };
    const first = poller.pollNow();
    const others = await Promise.all([poller.pollNow(), poller.pollNow(), first]);
    expect(count('listMentions')).toBe(2);
    expect(others.slice(0, 2)).toMatchObject(Array(2).fill({ value: { newMessages: 3, failures: [] } }));
    await poller.pollNow();
    expect(count('listMentions')).toBe(3);
  });
});

describe('stopping', () => {
  test('does not wait for X and answers those who wait', async () => {
    const { x, poller, db } = start();
    x.spoil = () => never();
    const waiting = [poller.pollNow(), poller.pollNow()];
    await poller.stop();
    const gone = { ok: false, error: { code: 'engineGone' } };
    expect(await Promise.all([...waiting, poller.pollNow()])).toEqual([gone, gone, gone]);
    expect(getSource(db, 'mentions').error).toBeNull();
  });
});
