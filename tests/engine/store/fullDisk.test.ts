import { describe, expect, test } from 'vitest';
import { createPoller } from '#engine/capture/poller.ts';
import { fixedPolicy } from '#engine/capture/pollingPolicy.ts';
import { listSourceStatus } from '#engine/capture/sourceStatus.ts';
import { handlers } from '#engine/handlers/index.ts';
import { createServe } from '#engine/handlers/serve.ts';
import type { Db } from '#engine/store/open.ts';
import { getSource } from '#engine/store/sources.ts';
import { all } from '#engine/store/sql.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage, somePost, testAccount } from '../../support/builders.ts';
import { fakeX } from '../../support/fakeX.ts';
import { feeds } from '../../support/feeds.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';

const account = async () => ({ ok: true, value: testAccount }) as const;

/** Two ways in which a disk accepts no more data, and how to mend them. */
const troubles: readonly [string, (db: Db) => void, (db: Db) => void][] = [
  [
    'full',
    (db) => db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`),
    (db) => db.pragma('max_page_count = 1000000'),
  ],
  ['read-only', (db) => db.pragma('query_only = ON'), (db) => db.pragma('query_only = OFF')],
];

describe.each(troubles)('a disk that is %s', (_, spoil, mend) => {
  test('is reported, loses no message, and capture catches up afterwards', async () => {
    const x = fakeX();
    const { ctx, clock, events } = testEngine(openTestDb(), x.client);
    const poller = createPoller(ctx, { policy: fixedPolicy(MINUTE_MS), account, feeds });
    const status = () => listSourceStatus(ctx.db, clock.now(), poller.outlook());
    await poller.pollNow();
    x.posts.push(
      ...Array.from({ length: 250 }, (_, n) => somePost({ at: MORNING + n * 1_000, text: 'x'.repeat(280) })),
    );
    const before = getSource(ctx.db, 'mentions');
    poller.start();
    spoil(ctx.db);
    await clock.advance(3 * MINUTE_MS);
    const codes = events.flatMap((event) =>
      event.name === 'capture.failed' ? [event.params.error.code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['storeUnwritable']));
    for (const { error, nextPollAt } of status()) {
      expect(error).toMatchObject({ code: 'storeUnwritable' });
      expect(nextPollAt).toBeGreaterThan(clock.now());
    }
    expect(getSource(ctx.db, 'mentions').sinceId).toBe(before.sinceId);
    mend(ctx.db);
    await clock.advance(5 * MINUTE_MS);
    expect(all(ctx.db, 'SELECT 1 FROM messages')).toHaveLength(250);
    expect(status().filter(({ error }) => error)).toEqual([]);
    expect(ctx.db.pragma('quick_check', { simple: true })).toBe('ok');
    await poller.stop();
  });

  test('accepts no reply that it cannot keep, and still shows what is stored', async () => {
    const { ctx, capture } = testEngine();
    const { opened } = await capture([someMessage()]);
    const serve = createServe(ctx, handlers);
    const send = () =>
      serve('replies.send', {
        conversationId: opened[0],
        channel: 'public',
        text: 'y'.repeat(270),
        undoMs: 60_000,
      });
    spoil(ctx.db);
    let answer = await send();
    // Partly used pages still have room for some.
    for (let n = 0; n < 200 && answer.ok; n += 1) answer = await send();
    expect(answer).toMatchObject({ ok: false, error: { code: 'storeUnwritable' } });
    const kept = all(ctx.db, 'SELECT 1 FROM outbox').length;
    expect(await serve('conversations.list', { view: 'all' })).toMatchObject({ ok: true });
    mend(ctx.db);
    expect(await send()).toMatchObject({ ok: true });
    expect(all(ctx.db, 'SELECT 1 FROM outbox')).toHaveLength(kept + 1);
  });
});
