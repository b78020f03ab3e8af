import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askShell } from './support/engineInPage.ts';
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
  const isInside = async () => {
    const box = await dialog.boundingBox();
    return box !== null && box.x >= 0 && box.x + box.width <= 960;
  };
  await expect.poll(isInside, patiently).toBe(true);

  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, -400);
  await expect.poll(() => scaleOf(page), patiently).toBeGreaterThan(1.5);
  await page.keyboard.press('0');
  await expect.poll(() => scaleOf(page), patiently).toBe(1);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => status.innerText(), patiently).toBe('3 of 4');
  await page.keyboard.press('c');
  await dialog.getByText('Picture copied').waitFor(patiently);
  const copied = await app.evaluate(({ clipboard }) => {
    // The tests' Electron has the clipboard of before 45.
    const { readImage } = clipboard as unknown as { readImage: () => Electron.NativeImage };
    return readImage().getSize();
  });
  expect(copied.width).toBeGreaterThan(100);
  const saved = path.join(freshUserData(), 'kept.png');
  await chooseInDialogs(app, saved);
  await page.keyboard.press('s');
  await dialog.getByText('Saved as kept.png').waitFor(patiently);
  expect(readFileSync(saved)).toEqual(readFileSync('assets/demo/photos/tv-error-98.png'));
  const today = /^fourpictures \d{4}-\d\d-\d\d\.png$/;
  expect(path.basename(await suggestedPath(app))).toMatch(today);
  await chooseInDialogs(app, path.join(saved, 'no-folder.png'));
  await page.keyboard.press('s');
  await dialog.getByText(/^Couldn’t write the file/).waitFor(patiently);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden', ...patiently });
  await second.and(page.locator(':focus')).waitFor(patiently);
});

test('a picture in the timeline is kept by its menu, and one that is missing is a line', async () => {
  const userData = freshUserData();
  const { page, app } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await page.getByRole('option').first().waitFor(patiently);
  const photos = [{ file: 'update-loop.png', altText: 'A screen' }];
  await x.control('mention', { from: 'onepicture', text: 'Look at this', photos });
  await openBySearch(page, 'onepicture');
  const picture = page.getByRole('button', { name: 'Enlarge: A screen' });
  await picture.waitFor(patiently);
  await picture.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy picture' }).click();
  await page.getByText('Picture copied').waitFor(patiently);
  const saved = path.join(freshUserData(), 'kept.png');
  await chooseInDialogs(app, saved);
  await picture.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Save picture…' }).click();
  await expect.poll(() => existsSync(saved), patiently).toBe(true);
  await page.getByText('Saved as kept.png').waitFor(patiently);
  await picture.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Open', exact: true }).click();
  await page.getByRole('dialog', { name: 'A screen' }).waitFor(patiently);
  await page.keyboard.press('Escape');

  await askShell(page, 'preferences.set', { loadMedia: false });
  const show = page.getByRole('button', { name: /Show this image/ });
  await show.waitFor(patiently);
  await expect.poll(async () => (await show.boundingBox())?.height, patiently).toBeLessThan(60);
  await show.click();
  await picture.waitFor(patiently);

  await askShell(page, 'preferences.set', { loadMedia: true });
  // As a picture that X no longer has.
  await picture.locator('img').evaluate((image: HTMLImageElement) => {
    image.src = `${image.src.replace('update-loop', 'gone')}`;
  });
  const missing = page.getByText('Photo, on X');
  await missing.waitFor(patiently);
  await expect
    .poll(async () => (await missing.locator('..').boundingBox())?.height, patiently)
    .toBeLessThan(60);
});

function chooseInDialogs(app: ElectronApplication, file: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async (...args: unknown[]) => {
      Object.assign(globalThis, { suggestedPath: (args.at(-1) as { defaultPath: string }).defaultPath });
      return { canceled: false, filePath };
    };
  }, file);
}

function suggestedPath(app: ElectronApplication): Promise<string> {
  return app.evaluate(() => (globalThis as { suggestedPath?: string }).suggestedPath ?? '');
}

function scaleOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const picture = document.querySelector('[role="dialog"] img');
    return picture ? new DOMMatrix(getComputedStyle(picture).transform).a : 0;
  });
}
