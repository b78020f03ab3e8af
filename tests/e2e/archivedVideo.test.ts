import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DAY_MS } from '#shared/time.ts';
import { newLayout, someDm, someDms } from '../support/someArchive.ts';
import { playableMp4 } from '../support/videos.ts';
import { writeZip } from '../support/writeZip.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

const at = Date.parse('2024-03-01T10:00:00Z');
const person = '900077';
const address = 'https://video.twimg.com/dm_video/1/vid/720x1280/clip.mp4?tag=1';

/** Imports an archive with a video and a message of a group with a name. */
async function importVideo(page: Page): Promise<void> {
  const { account } = await askEngine(page, 'system.info', {});
  if (!account) throw new Error('the demo has no account');
  const to = account.id;
  const dm = someDm(at, { from: person, to, text: 'The zipper breaks' }, { mediaUrls: [address] });
  const { recipientId: _, ...inGroup } = someDm(at - DAY_MS, {
    from: person,
    to: '',
    text: 'Who else?',
  }).messageCreate;
  const update = {
    initiatingUserId: person,
    name: 'Broken zippers',
    createdAt: new Date(at - DAY_MS).toISOString(),
  };
  const group = {
    dmConversation: {
      conversationId: '777',
      messages: [{ messageCreate: inGroup }, { conversationNameUpdate: update }],
    },
  };
  const files = newLayout(
    { tweets: [], conversations: [someDms(person, [dm])] },
    { owner: account, files: { 'direct-messages-group': [group] } },
  );
  const { id } = dm.messageCreate;
  // Larger than what a player reads at once.
  const content = Buffer.concat([playableMp4, toFree(6_000_000)]);
  const video = { name: `data/direct_messages_media/${id}-clip.mp4`, content, isStored: true };
  const file = writeZip(path.join(freshUserData(), 'archive.zip'), [...files, video]);
  expect(await askEngine(page, 'archive.import', { path: file })).toMatchObject({
    dms: 2,
    skipped: [],
  });
}

/** A box of an MP4 that players skip. */
function toFree(bytes: number): Buffer {
  const box = Buffer.alloc(bytes);
  box.writeUInt32BE(bytes);
  box.write('free', 4, 'latin1');
  return box;
}

test('a video from an archive plays in its conversation by keyboard, and can be sought', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(960, 600));
  await page.getByRole('option').first().waitFor(patiently);
  await importVideo(page);
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search' }).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('"zipper breaks"');
  await page
    .getByRole('option', { name: /zipper breaks/ })
    .first()
    .waitFor(patiently);
  await page.keyboard.press('Enter');
  const main = page.getByRole('main');
  await main.getByText('in the group “Broken zippers”').waitFor(patiently);
  const player = main.getByLabel('Video', { exact: true });
  expect(await player.getAttribute('preload')).toBe('none');
  expect(await player.evaluate((video: HTMLVideoElement) => video.readyState)).toBe(0);
  await player.focus();
  await page.keyboard.press('Space');
  const state = () =>
    player.evaluate(({ videoWidth, paused, currentTime }: HTMLVideoElement) => ({
      videoWidth,
      hasBegun: !paused || currentTime > 0,
    }));
  await expect.poll(state, patiently).toEqual({ videoWidth: 96, hasBegun: true });
  const sought = await player.evaluate(async (video: HTMLVideoElement) => {
    video.pause();
    await new Promise((resolve) => {
      video.onseeked = resolve;
      video.currentTime = 1.5;
    });
    return { at: video.currentTime, length: video.duration };
  });
  expect(sought.at).toBeCloseTo(1.5, 1);
  expect(sought.length).toBeGreaterThan(1.5);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
});
