import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine, askShell } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { hasFocus, openRow, patiently } from './support/theWindow.ts';

const list = (page: Page) => page.locator('section[data-place]');
const detail = (page: Page) => page.getByRole('main');

test('the library shows the list or the form at 200 % zoom, by key and by button', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await askEngine(page, 'library.create', {
    title: 'Where parcels are left when nobody is at home and the neighbours are away',
    shortcut: 'porch',
    texts: [{ language: null, channel: null, text: 'Please look at the porch.' }],
  });
  await zoomTwice(app, page);
  await goTo(page, 'b', 'Canned responses');
  for (const [language, back, title] of [
    ['nl', 'Terug naar de lijst', 'Titel'],
    ['fr', 'Revenir à la liste', 'Titre'],
    ['en', 'Back to list', 'Title'],
  ] as const) {
    await askShell(page, 'preferences.set', { language });
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
    await showsOnly(page, 'list');
    await page.keyboard.press('End');
    await openRow(page).waitFor(patiently);
    await page.keyboard.press('Enter');
    await hasFocus(page.getByRole('textbox', { name: title }));
    await showsOnly(page, 'detail');
    await page.keyboard.press('Escape');
    await showsOnly(page, 'list');
    await hasFocus(page.getByRole('listbox'));
    await openRow(page).click();
    await showsOnly(page, 'detail');
    await page.getByRole('button', { name: back }).click();
    await showsOnly(page, 'list');
    await hasFocus(page.getByRole('listbox'));
  }
  await page.keyboard.press('n');
  await hasFocus(page.getByRole('textbox', { name: 'Title' }));
  await showsOnly(page, 'detail');
  await page.keyboard.press('Escape');
  await showsOnly(page, 'list');
  await page.keyboard.press('Escape');
  await page.locator('nav [aria-current="page"][aria-label^="Queue"]').waitFor(patiently);
});

test('the Watchlist shows its posts or one of them at 200 % zoom, and its searches by a button', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await zoomTwice(app, page);
  await goTo(page, 'l', 'Posts found');
  for (const [language, back, searches] of [
    ['nl', 'Terug naar de lijst', 'Bewaarde zoekopdrachten'],
    ['fr', 'Revenir à la liste', 'Recherches enregistrées'],
    ['en', 'Back to list', 'Saved searches'],
  ] as const) {
    await askShell(page, 'preferences.set', { language });
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
    await showsOnly(page, 'list');
    await page.keyboard.press('Home');
    await openRow(page).waitFor(patiently);
    const first = await openRow(page).getAttribute('id');
    await page.keyboard.press('Enter');
    await showsOnly(page, 'detail');
    await page.keyboard.press('Escape');
    await showsOnly(page, 'list');
    expect(await openRow(page).getAttribute('id')).toBe(first);
    await openRow(page).click();
    await showsOnly(page, 'detail');
    await page.getByRole('button', { name: back }).click();
    await showsOnly(page, 'list');
    await page.getByRole('button', { name: searches }).click();
    await page.getByRole('heading', { level: 2, name: searches }).waitFor(patiently);
    await showsOnly(page, 'detail');
    await page.keyboard.press('Escape');
    await showsOnly(page, 'list');
  }
});

/** Opens a screen by its key, whose list has this name and the focus then. */
async function goTo(page: Page, key: string, name: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(key);
  const rows = page.getByRole('listbox', { name });
  await rows.getByRole('option').first().waitFor(patiently);
  await hasFocus(rows);
}

/** Waits until one of both is all that is shown beside the rail, with nothing outside of the window. */
async function showsOnly(page: Page, wanted: 'list' | 'detail'): Promise<void> {
  await expect.poll(() => list(page).isVisible(), patiently).toBe(wanted === 'list');
  await expect.poll(() => detail(page).isVisible(), patiently).toBe(wanted === 'detail');
  const shown = wanted === 'list' ? list(page) : detail(page);
  const measure = () =>
    shown.evaluate((element) => ({
      isWide: element.getBoundingClientRect().width > 500,
      outside: [...element.querySelectorAll<HTMLElement>('button, input, textarea, h1, h2')]
        .filter((each) => each.getBoundingClientRect().right > window.innerWidth)
        .map((each) => each.innerText || each.ariaLabel),
    }));
  await expect.poll(measure, patiently).toEqual({ isWide: true, outside: [] });
}

async function zoomTwice(app: ElectronApplication, page: Page): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 800);
    window?.webContents.setZoomFactor(2);
  });
  await page.waitForFunction(() => Math.abs(window.innerWidth - 640) < 2);
}
