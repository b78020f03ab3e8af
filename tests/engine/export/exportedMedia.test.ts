import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportConversations } from '#engine/export/exportConversations.ts';
import { get } from '#engine/store/sql.ts';
import { DAY_MS } from '#shared/time.ts';
import { MORNING, testAccount } from '../../support/builders.ts';
import { openImports } from '../../support/openImports.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { toPng } from '../../support/pictures.ts';
import { newLayout, someDm, someDms } from '../../support/someArchive.ts';
import { toMp4 } from '../../support/videos.ts';

describe('the media of private messages on an exported page', () => {
  const at = MORNING - 400 * DAY_MS;
  const address = (n: number) => `https://video.twimg.com/dm_video/${n}/vid/720x1280/a${n}.mp4?tag=1`;
  const picture = 'https://ton.twitter.com/dm/9/19/p.png';

  /** The page of a conversation whose archive had these files, by the number of their video. */
  async function exportPage(files: Readonly<Record<number, Buffer>>) {
    const { ctx, run } = openImports();
    const dm = someDm(
      at,
      { from: '77', to: testAccount.id, text: 'look' },
      { mediaUrls: [picture, address(1), address(2), address(3)] },
    );
    const { id } = dm.messageCreate;
    const folder = 'data/direct_messages_media';
    await run([
      ...newLayout({ tweets: [], conversations: [someDms('77', [dm])] }),
      { name: `${folder}/${id}-p.png`, content: toPng(2, 2) },
      ...Object.entries(files).map(([n, content]) => ({ name: `${folder}/${id}-a${n}.mp4`, content })),
    ]);
    const { id: conversationId = '' } = get<{ id: string }>(ctx.db, 'SELECT id FROM conversations') ?? {};
    const path = join(testFolder(), 'page.html');
    const done = await exportConversations(ctx, {
      ...{ ids: [conversationId], format: 'html', path, language: 'en', delimiter: ',' },
    } as Parameters<typeof exportConversations>[1]);
    return { page: readFileSync(path, 'utf8'), done, id };
  }

  test('is in the page: pictures, and videos up to 15 MB; a larger one is named, and so is what is not stored', async () => {
    const { page, done, id } = await exportPage({ 1: toMp4(16), 2: toMp4(16 * 1024 * 1024) });
    expect(done).toMatchObject({ ok: true, value: { messages: 1, missingPictures: 1 } });
    expect(page).toContain(`<img src="data:image/png;base64,${toPng(2, 2).toString('base64')}"`);
    expect(page).toContain(
      `<video controls preload="metadata" src="data:video/mp4;base64,${toMp4(16).toString('base64')}" aria-label="Video"></video>`,
    );
    expect(page).toContain(
      `Video (too large for this page, but stored in Perch) <bdi>media/dm-${id}/7_2-a2.mp4</bdi>`,
    );
    expect(page).toContain('Video (not stored in Perch)');
    // Of this person only the id is known.
    expect(page).not.toContain('@</bdi>');
    expect(page).toContain('img-src data:; media-src data:; base-uri');
  });
});
