import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { checkDeletions } from '#engine/capture/deletionCheck.ts';
import { createPoller } from '#engine/capture/poller.ts';
import { fixedPolicy } from '#engine/capture/pollingPolicy.ts';
import { eraseMessage, markChecked } from '#engine/store/deletions.ts';
import type { Db } from '#engine/store/open.ts';
import { putSettings } from '#engine/store/settings.ts';
import { all, run } from '#engine/store/sql.ts';
import { DAY_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING, someMessage, somePost, testAccount } from '../../support/builders.ts';
import { fakeX } from '../../support/fakeX.ts';
import { feeds } from '../../support/feeds.ts';
import { onStatement } from '../../support/onStatement.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';

const isPage = (sql: string) => sql.startsWith('WITH page');

/**
 * Three old posts that are due, of three unresolved conversations, and a clock by which each page of the list is long.
 * `before` is called with the number of each page.
 */
async function begin(before: (page: number) => void = () => {}) {
  const x = fakeX();
  const real = openTestDb();
  let page = 0;
  const db = onStatement(real, (sql) => {
    if (!isPage(sql)) return;
    page += 1;
    before(page);
  });
  const { ctx, clock, capture } = testEngine(db, x.client);
  for (let nth = 0; nth < 3; nth += 1) {
    const post = somePost({ at: MORNING + nth * SECOND_MS });
    x.others.push(post);
    await capture([someMessage({ at: post.at, xId: post.id, personId: `p${nth}` })]);
  }
  clock.jump(40 * DAY_MS);
  let elapsedMs = 0;
  const ticking = { ...ctx.clock, elapsedMs: () => elapsedMs++ };
  return { ctx: { ...ctx, clock: ticking }, x, db: real, countPages: () => page };
}

const lookUpsOf = ({ calls }: ReturnType<typeof fakeX>) =>
  calls.filter(({ name }) => name === 'getPosts').map(({ ids }) => ids);
const idsOf = (db: Db) => all<{ id: number }>(db, 'SELECT id FROM messages ORDER BY id').map(({ id }) => id);

describe('the list of posts that are due for a check', () => {
  test('lets others have their turn between its pages', async () => {
    const { ctx, x, countPages } = await begin();
    let isDone = false;
    const checked = checkDeletions(ctx, testAccount, () => false).finally(() => {
      isDone = true;
    });
    const seen = new Set<number>();
    for (; !isDone && lookUpsOf(x).length === 0; await setImmediate()) seen.add(countPages());
    expect(await checked).toBeNull();
    expect(seen.size).toBeGreaterThanOrEqual(5);
    expect(lookUpsOf(x)).toEqual([x.others.map(({ id }) => id)]);
  });

  test('ends with the engine, and nothing is looked up', async () => {
    let isStopped = false;
    const { ctx, x, countPages } = await begin((page) => {
      isStopped = page === 3;
    });
    expect(await checkDeletions(ctx, testAccount, () => isStopped)).toEqual({ code: 'engineGone' });
    expect(countPages()).toBe(3);
    expect(lookUpsOf(x)).toEqual([]);
  });

  test('ends with the poller, which waits for no more pages', async () => {
    const stopping: Promise<void>[] = [];
    const { ctx, x, countPages } = await begin((page) => {
      if (page === 3) stopping.push(poller.stop());
    });
    const account = async () => ({ ok: true, value: testAccount }) as const;
    const poller = createPoller(ctx, { policy: fixedPolicy(0), account, feeds });
    expect(await poller.pollNow()).toEqual({ ok: false, error: { code: 'engineGone' } });
    await Promise.all(stopping);
    expect(countPages()).toBe(3);
    expect(lookUpsOf(x)).toEqual([]);
  });

  const changes: Readonly<Record<string, (db: Db) => void>> = {
    'the conversations are resolved': (db) => run(db, "UPDATE conversations SET view = 'resolved'"),
    'the posts are checked': (db) => markChecked(db, idsOf(db), MORNING + 40 * DAY_MS),
    'the posts are erased': (db) => {
      for (const id of idsOf(db)) eraseMessage(db, id, MORNING);
    },
    'checks are switched off': (db) => putSettings(db, { deletionChecks: 'off' }),
  };
  const pages = [1, 2, 3, 4, 5, 6, 7];

  test.each(Object.entries(changes))('has nothing left to look up once %s meanwhile', async (_, change) => {
    for (const at of pages) {
      const world = await begin((page) => {
        if (page === at) change(world.db);
      });
      expect(await checkDeletions(world.ctx, testAccount, () => false)).toBeNull();
      expect(lookUpsOf(world.x), `page ${at}`).toEqual([]);
    }
  });

  test('has a post once, though its conversation changes its place meanwhile', async () => {
    for (const at of pages) {
      const world = await begin((page) => {
        if (page === at) run(world.db, "UPDATE conversations SET view = 'snoozed', last_at = last_at + 1");
      });
      expect(await checkDeletions(world.ctx, testAccount, () => false)).toBeNull();
      expect(lookUpsOf(world.x), `page ${at}`).toEqual([world.x.others.map(({ id }) => id)]);
    }
  });
});
