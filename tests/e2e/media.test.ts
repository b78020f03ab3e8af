import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { toMediaAddress } from '#shared/domain/mediaAddress.ts';
import { askEngine, askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';

test('loads the images of the demo through the shell, until that is switched off', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  const picture = await firstPicture(page);
  expect(await isShown(page, toMediaAddress(picture))).toBe(true);
  await askShell(page, 'preferences.set', { loadMedia: false });
  expect(await isShown(page, `${toMediaAddress(picture)}%3Fagain`)).toBe(false);
});

test('shows the images of the demo at its second start, too', async () => {
  const userData = freshUserData();
  const first = await openPerch({ userData, args: ['--demo'] });
  const picture = await firstPicture(first.page);
  await first.close();
  const second = await openPerch({ userData, args: ['--demo'] });
  await askEngine(second.page, 'system.info', {});
  expect(await isShown(second.page, toMediaAddress(picture))).toBe(true);
});

test.each(['http://127.0.0.1:9/a.png', 'https://example.com/a.png', 'file:///etc/passwd'])(
  'shows no picture from %s',
  async (url) => {
    const { page } = await openPerch();
    expect(await isShown(page, toMediaAddress(url))).toBe(false);
  },
);

/** The media address of a sent image. */
async function firstPicture(page: Page): Promise<string> {
  await askEngine(page, 'capture.pollNow', {});
  const { items } = await askEngine(page, 'conversations.list', { view: 'all', limit: 1_000 });
  for (const { id } of items) {
    const { messages } = await askEngine(page, 'conversations.get', { id });
    const url = messages.flatMap((message) => message.media).find((media) => media.url)?.url;
    if (url) return url;
  }
  throw new Error('the demo has no picture');
}

function isShown(page: Page, address: string): Promise<boolean> {
  return page.evaluate(
    (src) =>
      new Promise<boolean>((resolve) => {
        const picture = new Image();
        picture.onload = () => resolve(picture.naturalWidth > 0);
        picture.onerror = () => resolve(false);
        picture.src = src;
      }),
    address,
  );
}
