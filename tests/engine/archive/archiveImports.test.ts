import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { listOpenGaps, putGap } from '#engine/store/gaps.ts';
import { all } from '#engine/store/sql.ts';
import { DAY_MS } from '#shared/time.ts';
import { MORNING } from '../../support/builders.ts';
import { counted, openImports, stored } from '../../support/openImports.ts';
import { snowflake } from '../../support/snowflake.ts';
import { newLayout, someItems, someTweet } from '../../support/someArchive.ts';

const many = { posts: 900 };

describe('an import', () => {
  test('can be paused and continued, and notifies of its progress', async () => {
    const { db, imports, write, untilBegun } = openImports();
    const file = write(newLayout(someItems(many)));
    const running = imports.start(file);
    await untilBegun();
    const paused = await imports.pause();
    expect(paused).toMatchObject({ state: 'paused', endedAt: null });
    expect(await running).toEqual({ ok: true, value: paused });
    expect(paused?.items).toBeLessThan(1_020);
    expect(stored(db, 'x_id')).toHaveLength((paused?.posts ?? 0) + (paused?.dms ?? 0));
    const error = { code: 'archiveImporting', file };
    expect(await imports.start(write(newLayout(someItems()), 'b.zip'))).toEqual({ ok: false, error });
    expect(await imports.resume()).toMatchObject({
      value: { state: 'done', posts: 900, dms: 120, items: 1_020 },
    });
    expect(await imports.cancel()).toMatchObject({ state: 'done' });
    expect(stored(db, 'x_id')).toHaveLength(1_020);
  });

  test('that is cancelled keeps what it brought and makes room for another', async () => {
    const { imports, untilBegun, write, run } = openImports();
    const running = imports.start(write(newLayout(someItems(many))));
    await untilBegun();
    const cancelled = await imports.cancel();
    expect(cancelled).toMatchObject({ state: 'cancelled', endedAt: MORNING });
    await running;
    const done = await run(newLayout(someItems(many)), 'b.zip');
    expect(done.posts + (cancelled?.posts ?? 0)).toBe(900);
  });

  test('that is paused can be cancelled', async () => {
    const { imports, untilBegun, write } = openImports();
    const running = imports.start(write(newLayout(someItems(many))));
    await untilBegun();
    await imports.pause();
    await running;
    expect(await imports.cancel()).toMatchObject({ state: 'cancelled' });
    expect(await imports.resume()).toMatchObject({ ok: true, value: { state: 'cancelled' } });
  });

  test('is continued by the next engine if it was not paused', async () => {
    const { ctx, imports, untilBegun, write } = openImports();
    const running = imports.start(write(newLayout(someItems(many))));
    await untilBegun();
    await imports.stop();
    expect(await running).toEqual({ ok: false, error: { code: 'engineGone' } });
    expect(imports.getStatus()).toMatchObject({ state: 'running' });
    imports.continueLast();
    expect(await imports.start(ctx.dataDir)).toMatchObject({ error: { code: 'archiveImporting' } });
    while (imports.getStatus()?.state === 'running') await new Promise(setImmediate);
    expect(imports.getStatus()).toMatchObject({ state: 'done', posts: 900, dms: 120 });
  });

  /** An import that was ended because the file of the store could not become larger. */
  async function openOnFullDisk() {
    const opened = openImports();
    const { db, imports, write, untilBegun } = opened;
    const running = imports.start(write(newLayout(someItems(many))));
    await untilBegun();
    const pages = db.pragma('page_count', { simple: true });
    db.pragma(`max_page_count = ${pages}`);
    expect(await running).toMatchObject({ error: { code: 'storeUnwritable' } });
    expect(imports.getStatus()).toMatchObject({ state: 'running' });
    return { ...opened, makeRoom: () => db.pragma('max_page_count = 1000000') };
  }

  test('for which the disk had no room goes on by itself once there is some', async () => {
    const { clock, db, imports, makeRoom } = await openOnFullDisk();
    await clock.advance(30_000);
    // Tried again, and again without room.
    await setTimeout(200);
    expect(imports.getStatus()).toMatchObject({ state: 'running' });
    makeRoom();
    await clock.advance(30_000);
    while (imports.getStatus()?.state === 'running') await new Promise(setImmediate);
    expect(imports.getStatus()).toMatchObject({ state: 'done', posts: 900, dms: 120, items: 1_020 });
    expect(stored(db, 'x_id')).toHaveLength(1_020);
  });

  test('for which the disk had no room can be paused, and then waits for somebody', async () => {
    const { clock, imports, makeRoom } = await openOnFullDisk();
    makeRoom();
    expect(await imports.pause()).toMatchObject({ state: 'paused' });
    await clock.advance(60_000);
    expect(imports.getStatus()).toMatchObject({ state: 'paused' });
    expect(await imports.resume()).toMatchObject({ value: { state: 'done', items: 1_020 } });
  });

  test('that is stopped before it has read anything reports what it skipped once', async () => {
    const { imports, write, db } = openImports();
    const note = { noteTweet: { noteTweetId: snowflake(MORNING), core: { text: 'of no post', urls: [] } } };
    const files = newLayout(someItems(), { files: { 'note-tweet': [note, { noteTweet: {} }] } });
    const running = imports.start(write(files));
    expect(await imports.pause()).toMatchObject({ state: 'paused', items: 0 });
    await running;
    const done = await imports.resume();
    expect(done.ok && counted(done.value?.skipped ?? [])).toEqual({ longTextWithoutPost: 1, unreadable: 1 });
    expect(stored(db, 'x_id')).toHaveLength(270);
  });

  test('does not continue with another file of the same name', async () => {
    const { imports, untilBegun, write } = openImports();
    const file = write(newLayout(someItems(many)));
    const running = imports.start(file);
    await untilBegun();
    await imports.pause();
    await running;
    write(newLayout(someItems({ posts: 901 })));
    const error = { code: 'archiveNotRead', file, reason: 'changed', detail: '' };
    expect(await imports.resume()).toEqual({ ok: false, error });
    expect(imports.getStatus()).toMatchObject({ state: 'failed', error });
  });

  test('of another account is refused with both handles', async () => {
    const { imports, db, write } = openImports();
    const owner = { id: '4', handle: 'other', name: 'Other' };
    const file = write(newLayout(someItems(), { owner }));
    const error = { code: 'archiveOfOther', file, expected: 'harbourhelp', found: 'other' };
    expect(await imports.start(file)).toEqual({ ok: false, error });
    expect(stored(db, 'x_id')).toEqual([]);
    expect(imports.getStatus()).toBeNull();
  });
});

describe('gaps', () => {
  const madeAt = MORNING - 10 * DAY_MS;
  const openGaps = () => {
    const opened = openImports();
    const add = (sourceId: 'dms' | 'mentions', from: number, to: number) =>
      putGap(opened.db, {
        id: `${sourceId}-${from}`,
        sourceId,
        from,
        to,
        reason: 'horizon',
        afterId: snowflake(from),
        beforeId: snowflake(to),
        pageToken: null,
        isBeginning: false,
        foundAt: MORNING,
      });
    add('dms', madeAt - 50 * DAY_MS, madeAt - 40 * DAY_MS);
    add('dms', madeAt - 5 * DAY_MS, madeAt + 5 * DAY_MS);
    add('mentions', madeAt - 50 * DAY_MS, madeAt - 40 * DAY_MS);
    return opened;
  };

  test('are closed up to the time at which the archive was made', async () => {
    const { db, run } = openGaps();
    await run(newLayout(someItems({ people: 1, messages: 2, posts: 1 }), { madeAt }));
    const [newest] = all<{ id: string }>(db, `SELECT max(x_id) AS id FROM messages WHERE kind = 'dm'`);
    expect(listOpenGaps(db, 'dms')).toMatchObject([
      { from: madeAt, to: madeAt + 5 * DAY_MS, afterId: newest?.id },
    ]);
    expect(listOpenGaps(db, 'mentions')).toHaveLength(1);
  });

  test('stay if something of the archive could not be read', async () => {
    const { db, run } = openGaps();
    const tweets = [someTweet(madeAt - DAY_MS, { created_at: '' })];
    await run(newLayout({ tweets, conversations: [] }, { madeAt }));
    expect(listOpenGaps(db, 'dms')).toHaveLength(2);
  });
});
