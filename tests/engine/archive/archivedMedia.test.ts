import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { getDmMedia } from '#engine/capture/dmMedia.ts';
import { listWantedDmFiles } from '#engine/store/dmMedia.ts';
import { all } from '#engine/store/sql.ts';
import { DAY_MS } from '#shared/time.ts';
import { MORNING, testAccount } from '../../support/builders.ts';
import { counted, openImports } from '../../support/openImports.ts';
import { newLayout, someDm, someDms } from '../../support/someArchive.ts';
import type { ZipFile } from '../../support/writeZip.ts';

const at = MORNING - 400 * DAY_MS;
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

/** A private message with these addresses, and its id. */
function withMedia(n: number, mediaUrls: readonly string[]) {
  const dm = someDm(at + n, { from: '77', to: testAccount.id, text: `picture ${n}` }, { mediaUrls });
  return { dm, id: dm.messageCreate.id };
}

const address = (n: number, name: string) => `https://ton.twitter.com/dm/${n}/2${n}/${name}`;
const picture = (id: string, name: string, content: Buffer = png): ZipFile => ({
  name: `data/direct_messages_media/${id}-${name}`,
  content,
});

const layoutOf = (dms: readonly { readonly dm: unknown }[], files: readonly ZipFile[]) => [
  ...newLayout({
    tweets: [],
    conversations: [
      someDms(
        '77',
        dms.map(({ dm }) => dm),
      ),
    ],
  }),
  ...files,
];

describe('pictures of private messages', () => {
  test('are put where those that capture fetches are, once, and never asked of X', async () => {
    const { ctx, db, run } = openImports();
    const [one, two] = [
      withMedia(1, [address(1, 'A_b-c.png')]),
      withMedia(2, [address(2, 'd.png'), address(3, 'e.png')]),
    ];
    const files = [picture(one.id, 'A_b-c.png'), picture(two.id, 'd.png'), picture(two.id, 'e.png')];
    const done = await run(layoutOf([one, two], files));
    expect(done).toMatchObject({ dms: 2, skipped: [] });
    const got = await getDmMedia(ctx, { messageId: `dm-${one.id}`, url: address(1, 'A_b-c.png') });
    if (!got.ok) throw new Error('it is not there');
    expect(readFileSync(got.value.file)).toEqual(png);
    expect(listWantedDmFiles(db, 10)).toEqual([]);
    const before = statSync(got.value.file).mtimeMs;
    const rows = () => all(db, 'SELECT * FROM dm_media');
    const known = rows();
    expect(known).toHaveLength(3);
    expect(await run(layoutOf([one, two], files), 'again.zip')).toMatchObject({ dms: 0, skipped: [] });
    expect(rows()).toEqual(known);
    expect(statSync(got.value.file).mtimeMs).toBe(before);
  });

  test('that are missing, damaged or no pictures are counted', async () => {
    const { ctx, db, run } = openImports();
    const [missing, text, damaged, large, unknown] = [
      withMedia(1, [address(1, 'a.png')]),
      withMedia(2, [address(2, 'b.png')]),
      withMedia(3, [address(3, 'c.png')]),
      withMedia(4, [address(4, 'd.png')]),
      withMedia(5, ['https://example.com/x.bin']),
    ];
    const files = [
      picture(text.id, 'b.png', Buffer.from('<script>alert(1)</script>')),
      { ...picture(damaged.id, 'c.png'), crc: 1 },
      { ...picture(large.id, 'd.png'), bytes: 17 * 1024 * 1024 },
      // Of a message that is not in the archive, under a name of another one, and out of its folder.
      picture('123', 'a.png'),
      picture(missing.id, 'other.png'),
      { name: `data/direct_messages_media/../../${missing.id}-a.png`, content: png },
    ];
    const done = await run(layoutOf([missing, text, damaged, large, unknown], files));
    expect(done).toMatchObject({ dms: 5 });
    expect(counted(done.skipped)).toEqual({ mediaFile: 5, unsafeName: 1 });
    expect(all(db, 'SELECT * FROM dm_media')).toEqual([]);
    expect(await getDmMedia(ctx, { messageId: `dm-${text.id}`, url: address(2, 'b.png') })).toMatchObject({
      ok: false,
    });
  });

  test('come with a later import whose first one was stopped before them', async () => {
    const { db, imports, run, write } = openImports();
    const one = withMedia(1, [address(1, 'a.png')]);
    await run(layoutOf([one], []), 'without.zip');
    expect(all(db, 'SELECT * FROM dm_media')).toEqual([]);
    const done = await imports.start(write(layoutOf([one], [picture(one.id, 'a.png')])));
    expect(done).toMatchObject({ ok: true, value: { dms: 0, skipped: [] } });
    expect(all(db, 'SELECT state FROM dm_media')).toEqual([{ state: 'stored' }]);
  });
});
