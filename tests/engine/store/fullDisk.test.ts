import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPoller } from '../../../src-main/engine/capture/poller.ts';
import { fixedRhythm } from '../../../src-main/engine/capture/rhythm.ts';
import { handlers } from '../../../src-main/engine/handlers/index.ts';
import { createServe } from '../../../src-main/engine/serve.ts';
import type { Db } from '../../../src-main/engine/store/open.ts';
import { getSource } from '../../../src-main/engine/store/sources.ts';
import { all } from '../../../src-main/engine/store/sql.ts';
import { MORNING, someMessage, somePost, testAccount } from '../../support/builders.ts';
import { fakeX } from '../../support/fakeX.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';
import { testEngine } from '../../support/testEngine.ts';

const MINUTE = 60_000;
const account = async () => ({ ok: true, value: testAccount }) as const;

/** The two ways in which a disk takes no more, and the way back. */
const troubles: readonly [string, (db: Db) => void, (db: Db) => void][] = [
  [
    'full',
    (db) => db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`),
    (db) => db.pragma('max_page_count = 1000000'),
  ],
  ['read-only', (db) => db.pragma('query_only = ON'), (db) => db.pragma('query_only = OFF')],
];

describe.each(troubles)('a disk that is %s', (_, spoil, mend) => {
  test('is told of, takes nothing for captured, and is caught up with once it is mended', async () => {
    const x = fakeX();
    const { ctx, clock, events } = testEngine(openTestDb(), x.client);
    const poller = createPoller(ctx, { rhythm: fixedRhythm(MINUTE), account });
    await poller.pollNow();
    x.posts.push(
      ...Array.from({ length: 250 }, (_, n) => somePost({ at: MORNING + n * 1_000, text: 'x'.repeat(280) })),
    );
    const before = getSource(ctx.db, 'mentions');
    poller.start();
    spoil(ctx.db);
    await clock.advance(3 * MINUTE);
    const told = events.flatMap((event) =>
      event.name === 'capture.failed' ? [event.params.error.code] : [],
    );
    expect(new Set(told)).toEqual(new Set(['storeUnwritable']));
    expect(getSource(ctx.db, 'mentions').sinceId).toBe(before.sinceId);
    mend(ctx.db);
    await clock.advance(5 * MINUTE);
    expect(all(ctx.db, 'SELECT 1 FROM messages')).toHaveLength(250);
    expect(getSource(ctx.db, 'mentions').error).toBeNull();
    expect(ctx.db.pragma('quick_check', { simple: true })).toBe('ok');
    await poller.stop();
  });

  test('takes no answer that it cannot keep, and still shows what is there', async () => {
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
    // Pages that are only partly used still have room for some.
    for (let n = 0; n < 200 && answer.ok; n += 1) answer = await send();
    expect(answer).toMatchObject({ ok: false, error: { code: 'storeUnwritable' } });
    const kept = all(ctx.db, 'SELECT 1 FROM outbox').length;
    expect(await serve('conversations.list', { view: 'all' })).toMatchObject({ ok: true });
    mend(ctx.db);
    expect(await send()).toMatchObject({ ok: true });
    expect(all(ctx.db, 'SELECT 1 FROM outbox')).toHaveLength(kept + 1);
  });
});

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/bin/mount');

describe.skipIf(!canMount)('a whole engine on a small disk of its own', () => {
  function smallDisk(): { readonly dir: string; readonly fill: () => void; readonly free: () => void } {
    const dir = mkdtempSync(join(tmpdir(), 'perch-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', dir], { stdio: 'ignore' });
    onTestFinished(() => {
      execFileSync('umount', ['-l', dir]);
      rmSync(dir, { recursive: true, force: true });
    });
    const filler = join(dir, 'filler');
    const fill = () => {
      for (const size of [1 << 20, 1 << 12]) {
        try {
          for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
        } catch {
          // No room for more.
        }
      }
    };
    return { dir, fill, free: () => rmSync(filler) };
  }

  test('loses and doubles no answer when the disk fills up while it is on its way', async () => {
    const disk = smallDisk();
    const engine = await startTestEngine({ dataDir: disk.dir });
    const { id } = await openConversation(engine);
    const outboxId = await engine.send(id, 'On it', 'public', 10_000);
    disk.fill();
    for (let n = 0; n < 50; n += 1) engine.control.mention({ from: `p${n}`, text: 'z'.repeat(250) });
    expect(await engine.fail('capture.pollNow', {})).toMatchObject({ code: 'storeUnwritable' });
    await engine.clock.advance(60_000);
    expect(engine.control.state().sentPosts.length).toBeLessThanOrEqual(1);
    disk.free();
    await engine.clock.advance(60_000);
    await until('it is sent', async () => {
      await engine.clock.advance(5_000);
      return (await engine.entry(outboxId))?.state === 'sent';
    });
    expect(engine.control.state().sentPosts).toHaveLength(1);
    expect(await engine.call('capture.pollNow', {})).toMatchObject({ newMessages: 50, failures: [] });
  });

  test('says so when it cannot start, and starts once there is room', async () => {
    const disk = smallDisk();
    const engine = await startTestEngine({ dataDir: disk.dir });
    const { id } = await openConversation(engine);
    await engine.engine.stop();
    disk.fill();
    await expect(engine.restart()).rejects.toThrow('storeUnwritable');
    disk.free();
    await engine.restart();
    expect(await engine.call('conversations.get', { id })).toMatchObject({ conversation: { id } });
  });
});
