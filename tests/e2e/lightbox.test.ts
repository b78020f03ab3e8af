import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { openBySearch, patiently } from './support/theWindow.ts';

const files = ['parcel-on-porch.png', 'update-loop.png', 'tv-error-98.png', 'wrong-size-mug.png'];

test('a picture is enlarged, zoomed and followed by the others, and the focus returns', async () => {
  const userData = freshUserData();
  const { page, app } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await page.getByRole('option').first().waitFor(patiently);
  const photos = files.map((file) => ({ file, altText: `This is ${file}` }));
  await x.control('mention', { from: 'fourpictures', text: 'Look at these', photos });
  await openBySearch(page, 'fourpictures');
  const second = page.getByRole('button', { name: 'Enlarge: This is update-loop.png' });
  await second.waitFor(patiently);
  await second.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const status = dialog.getByRole('status');
  await expect.poll(() => status.innerText(), patiently).toBe('2 of 4');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(960, 600));
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  const box = await dialog.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 960).toBe(true);

  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, -400);
  await expect.poll(() => scaleOf(page), patiently).toBeGreaterThan(1.5);
  await page.keyboard.press('0');
  await expect.poll(() => scaleOf(page), patiently).toBe(1);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => status.innerText(), patiently).toBe('3 of 4');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden', ...patiently });
  await second.and(page.locator(':focus')).waitFor(patiently);
});

function scaleOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const picture = document.querySelector('[role="dialog"] img');
    return picture ? new DOMMatrix(getComputedStyle(picture).transform).a : 0;
  });
}
