import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createArchiveImports } from '#engine/archive/archiveImports.ts';
import { findStoredDmFile, getDmMedia } from '#engine/capture/dmMedia.ts';
import { peopleHandlers } from '#engine/handlers/people.ts';
import { all } from '#engine/store/sql.ts';
import type { ArchiveImport } from '#shared/domain/archiveImport.ts';
import { DAY_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING, testAccount } from '../../support/builders.ts';
import { eraseFromStore } from '../../support/eraseFromStore.ts';
import { openImporter } from '../../support/openImporter.ts';
import { counted, openImports } from '../../support/openImports.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { expectPermissions } from '../../support/platform.ts';
import { newLayout, someDm, someDms } from '../../support/someArchive.ts';
import { until } from '../../support/startTestEngine.ts';
import { canMount, mountDisk, remount } from '../../support/tmpfs.ts';
import { toMp4 } from '../../support/videos.ts';
import { writeZip, type ZipFile } from '../../support/writeZip.ts';

const MB = 1024 * 1024;
const at = MORNING - 400 * DAY_MS;
const own = testAccount.id;

/** A private message with these addresses of videos, and its id. */
function withVideos(n: number, mediaUrls: readonly string[], owner = own) {
  const dm = someDm(at + n, { from: '77', to: owner, text: `video ${n}` }, { mediaUrls });
  return { dm, id: dm.messageCreate.id };
}

const video = (n: number, name: string) =>
  `https://video.twimg.com/dm_video/${n}/vid/avc1/720x1280/${name}?tag=1`;
const gif = (n: number, name: string) => `https://video.twimg.com/dm_gif/${n}/${name}`;

const fileOf = (id: string, name: string, content = toMp4(), more: Partial<ZipFile> = {}): ZipFile => ({
  name: `data/direct_messages_media/${id}-${name}`,
  content,
  isStored: true,
  ...more,
});

const layoutOf = (
  dms: readonly { readonly dm: unknown }[],
  files: readonly ZipFile[],
  owner: Pick<typeof testAccount, 'id' | 'handle'> = testAccount,
) => {
  const conversation = someDms(
    '77',
    dms.map(({ dm }) => dm),
  );
  return [
    ...newLayout({ tweets: [], conversations: [conversation] }, { owner: { ...testAccount, ...owner } }),
    ...files,
  ];
};

/** What is in the folder `media` of a workspace, by folder. */
const listMedia = (dataDir: string) => {
  const dir = join(dataDir, 'media');
  return existsSync(dir) ? readdirSync(dir, { recursive: true }).map(String).toSorted() : [];
};

test('videos and animated GIFs are stored whole, by their owner only and once', async () => {
  const { ctx, db, run } = openImports();
  const [one, two] = [
    withVideos(1, [video(11, 'Ab_c-d.mp4')]),
    withVideos(2, [gif(12, 'e.mp4'), video(13, 'f.mp4')]),
  ];
  const large = toMp4(20 * MB);
  const files = [
    fileOf(one.id, 'Ab_c-d.mp4', large),
    fileOf(two.id, 'e.mp4', toMp4(1)),
    fileOf(two.id, 'f.mp4', toMp4(2), { isStored: false }),
  ];
  expect(await run(layoutOf([one, two], files))).toMatchObject({ dms: 2, skipped: [] });
  const find = (id: string, url: string) => findStoredDmFile(ctx, { messageId: `dm-${id}`, url }) ?? '';
  const stored = find(one.id, video(11, 'Ab_c-d.mp4'));
  expect(readFileSync(stored).equals(large)).toBe(true);
  expectPermissions(stored, 0o600);
  expect(readFileSync(find(two.id, gif(12, 'e.mp4')))).toEqual(toMp4(1));
  expect(readFileSync(find(two.id, video(13, 'f.mp4')))).toEqual(toMp4(2));
  const rows = all(db, 'SELECT * FROM dm_media');
  const before = statSync(stored).mtimeMs;
  const list = listMedia(ctx.dataDir);
  expect(await run(layoutOf([one, two], files), 'again.zip')).toMatchObject({ dms: 0, skipped: [] });
  expect(all(db, 'SELECT * FROM dm_media')).toEqual(rows);
  expect(statSync(stored).mtimeMs).toBe(before);
  expect(listMedia(ctx.dataDir)).toEqual(list);
});

test('videos of groups are stored, and one under the name of another size is that of its message', async () => {
  const { ctx, run } = openImports();
  const { messageCreate } = withVideos(1, [video(11, 'small.mp4')]).dm;
  const { recipientId: _, ...rest } = messageCreate;
  const group = { dmConversation: { conversationId: '777', messages: [{ messageCreate: rest }] } };
  const archive = newLayout(
    { tweets: [], conversations: [] },
    { files: { 'direct-messages-group': [group] } },
  );
  const name = `data/direct_messages_group_media/${messageCreate.id}-large.mp4`;
  const done = await run([...archive, { name, content: toMp4() }]);
  expect(done).toMatchObject({ dms: 1, skipped: [] });
  const messageId = `dm-${messageCreate.id}`;
  expect(findStoredDmFile(ctx, { messageId, url: video(11, 'small.mp4') })).not.toBeNull();
});

test('a video that is missing, damaged, none or too large is counted, and leaves nothing', async () => {
  const { ctx, db, run } = openImports();
  const urls = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, n) => video(n + 1, `${name}.mp4`));
  const dms = urls.map((url, n) => withVideos(n, [url]));
  const [, text, damaged, large, avif, empty] = dms.map(({ id }) => id);
  const done = await run(
    layoutOf(dms, [
      fileOf(text ?? '', 'b.mp4', Buffer.from('<script>alert(1)</script>'.repeat(200))),
      fileOf(damaged ?? '', 'c.mp4', toMp4(200_000), { crc: 1 }),
      fileOf(large ?? '', 'd.mp4', toMp4(), { bytes: 513 * MB, isStored: false }),
      fileOf(avif ?? '', 'e.mp4', Buffer.from('\0\0\0\x18ftypavif\0\0\0\0avifmif1 a picture')),
      fileOf(empty ?? '', 'f.mp4', Buffer.alloc(0)),
      fileOf('123', 'a.mp4'),
      { name: `data/direct_messages_media/../../${text}-b.mp4`, content: toMp4() },
    ]),
  );
  expect(done).toMatchObject({ dms: 6 });
  expect(counted(done.skipped)).toEqual({ mediaFile: 6, unsafeName: 1 });
  expect(all(db, 'SELECT * FROM dm_media')).toEqual([]);
  expect(listMedia(ctx.dataDir)).toEqual([]);
});

test('a video that is not stored, or whose file is gone, is never asked of X, and comes with the next import', async () => {
  const { ctx, db, run } = openImports();
  const one = withVideos(1, [video(11, 'a.mp4')]);
  const wanted = { messageId: `dm-${one.id}`, url: video(11, 'a.mp4') };
  await run(layoutOf([one], []), 'without.zip');
  expect(await getDmMedia(ctx, wanted)).toMatchObject({ ok: false, error: { code: 'notFound' } });
  await run(layoutOf([one], [fileOf(one.id, 'a.mp4')]), 'with.zip');
  const got = await getDmMedia(ctx, wanted);
  if (!got.ok) throw new Error('it is not there');
  rmSync(got.value.file);
  expect(await getDmMedia(ctx, wanted)).toMatchObject({ ok: false, error: { code: 'notFound' } });
  await run(layoutOf([one], [fileOf(one.id, 'a.mp4')]), 'again.zip');
  expect(await getDmMedia(ctx, wanted)).toEqual(got);
  expect(all(db, 'SELECT state FROM dm_media')).toEqual([{ state: 'stored' }]);
});

test('a video goes with its person', async () => {
  const { ctx, run } = openImports();
  const one = withVideos(1, [video(11, 'a.mp4')]);
  await run(layoutOf([one], [fileOf(one.id, 'a.mp4')]));
  expect(listMedia(ctx.dataDir)).toHaveLength(2);
  const erased = await peopleHandlers['people.erase'](ctx, { id: '77', handle: '77', deletesBackups: false });
  expect(erased).toMatchObject({ ok: true, value: { counts: { files: 1 } } });
  expect(listMedia(ctx.dataDir)).toEqual([]);
});

/** An import that is unpacking a large video. */
async function unpacking() {
  const engine = openImports();
  const { ctx, imports, write } = engine;
  const one = withVideos(1, [video(11, 'a.mp4')]);
  const path = write(layoutOf([one], [fileOf(one.id, 'a.mp4', toMp4(30 * MB))]));
  const done = imports.start(path);
  const unfinished = join(ctx.dataDir, 'media', 'video.unfinished');
  while (!existsSync(unfinished)) await new Promise(setImmediate);
  return { ...engine, done, unfinished };
}

test('nothing is stored of a video whose person is erased while it is unpacked', async () => {
  const { ctx, db, done, unfinished } = await unpacking();
  eraseFromStore(db, '77');
  expect(await done).toMatchObject({ ok: true });
  expect(existsSync(unfinished)).toBe(false);
  expect(listMedia(ctx.dataDir).filter((name) => name.endsWith('.mp4'))).toEqual([]);
  expect(all(db, 'SELECT * FROM dm_media')).toEqual([]);
});

test('how far an import is goes on within a video', async () => {
  const { clock, events, imports, done } = await unpacking();
  let isOver = false;
  void done.then(() => {
    isOver = true;
  });
  const stored = new Set<number>();
  while (!isOver) {
    const now = imports.getStatus();
    if (now?.step === 'media') stored.add(now.bytes);
    await clock.advance(SECOND_MS);
  }
  const all = toMp4(30 * MB).length;
  const notified = events.flatMap(({ name, params }) =>
    name === 'archive.progress' && params.of === all ? [params.bytes] : [],
  );
  for (const seen of [[...stored], notified]) {
    expect(seen.length).toBeGreaterThan(4);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.filter((bytes) => bytes > 0 && bytes < all).length).toBeGreaterThan(2);
  }
  const { value } = (await done) as { value: ArchiveImport };
  expect(value).toMatchObject({ state: 'done', step: 'texts', bytes: value.of, skipped: [] });
});

test('an import that is cancelled in a video leaves nothing of it', async () => {
  const { ctx, imports, done, unfinished } = await unpacking();
  await imports.cancel();
  expect(await done).toMatchObject({ ok: true, value: { state: 'cancelled', step: 'media' } });
  expect(existsSync(unfinished)).toBe(false);
  expect(listMedia(ctx.dataDir).filter((name) => name.endsWith('.mp4'))).toEqual([]);
});

test('an import that is paused in a video leaves nothing of it, and stores it once it goes on', async () => {
  const { ctx, imports, done, unfinished } = await unpacking();
  await imports.pause();
  await done;
  const paused = imports.getStatus();
  expect(paused).toMatchObject({ state: 'paused', step: 'media', of: toMp4(30 * MB).length });
  expect(paused?.bytes).toBeLessThan(paused?.of ?? 0);
  expect(existsSync(unfinished)).toBe(false);
  expect(listMedia(ctx.dataDir).filter((name) => name.endsWith('.mp4'))).toEqual([]);
  expect(await imports.resume()).toMatchObject({ ok: true, value: { state: 'done', skipped: [] } });
  expect(listMedia(ctx.dataDir).filter((name) => name.endsWith('.mp4'))).toHaveLength(1);
});

test('what a killed import has left of a video is gone when the next engine starts', () => {
  const { ctx, imports } = openImports();
  const unfinished = join(ctx.dataDir, 'media', 'video.unfinished');
  mkdirSync(join(ctx.dataDir, 'media'));
  writeFileSync(unfinished, toMp4());
  imports.continueLast();
  expect(existsSync(unfinished)).toBe(false);
});

test('an import that is killed in a video goes on with the next engine and stores it whole', async () => {
  const { dir, start, owner } = await openImporter();
  const one = withVideos(1, [video(11, 'a.mp4')], owner.id);
  const content = toMp4(60 * MB);
  const dms = { dmConversation: { conversationId: `77-${owner.id}`, messages: [one.dm] } };
  const archive = newLayout({ tweets: [], conversations: [dms] }, { owner: { ...testAccount, ...owner } });
  const path = writeZip(join(testFolder(), 'archive.zip'), [...archive, fileOf(one.id, 'a.mp4', content)]);
  const unfinished = join(dir, 'media', 'video.unfinished');

  let engine = start();
  await engine.call('capture.pollNow', {});
  void engine.call('archive.import', { path });
  await until('it unpacks', () => existsSync(unfinished));
  await engine.kill();
  expect(listMedia(dir)).toEqual(['video.unfinished']);

  engine = start();
  await until('it is done', async () => (await engine.call('archive.status', {}))?.import?.state === 'done');
  expect(await engine.call('archive.status', {})).toMatchObject({ import: { dms: 1, skipped: [] } });
  expect(listMedia(dir)).toEqual([`dm-${one.id}`, join(`dm-${one.id}`, '7_11-a.mp4')]);
  expect(readFileSync(join(dir, 'media', `dm-${one.id}`, '7_11-a.mp4')).equals(content)).toBe(true);
  expect(await engine.end()).toBe(0);
});

test.runIf(canMount)('a video never fills the disk: the import waits for room and goes on then', async () => {
  const { ctx, clock, write } = openImports();
  const dataDir = mountDisk(50_000);
  const imports = createArchiveImports({ ...ctx, dataDir });
  onTestFinished(imports.stop);
  const one = withVideos(1, [video(11, 'a.mp4')]);
  const path = write(layoutOf([one], [fileOf(one.id, 'a.mp4')]));
  expect(await imports.start(path)).toMatchObject({ ok: false, error: { code: 'storeUnwritable' } });
  expect(listMedia(dataDir)).toEqual([]);
  expect(remount(dataDir, 'size=200m')).toBe(true);
  await clock.advance(30 * SECOND_MS);
  await until('it is done', () => imports.getStatus()?.state === 'done');
  expect(listMedia(dataDir).filter((name) => name.endsWith('.mp4'))).toHaveLength(1);
});
