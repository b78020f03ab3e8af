import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { pasteFile } from './support/pasteFile.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

const photo = path.resolve('assets/demo/photos/parcel-on-porch.png');

async function openLibrary() {
  const { page } = await openPerch({ args: ['--demo'] });
  await goToLibrary(page);
  return page;
}

async function goToLibrary(page: Page) {
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('heading', { name: 'Canned responses', exact: true }).waitFor(patiently);
}

/** Types a new canned response into the form, by keyboard alone. */
async function write(page: Page, title: string, shortcut: string, text: string) {
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Title' }).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type(title);
  await page.keyboard.press('Tab');
  await page.keyboard.type(shortcut);
  await page.getByRole('textbox', { name: 'Text' }).focus();
  await page.keyboard.type(text);
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText('Canned response saved').waitFor(patiently);
}

const named = async (page: Page, title: string) =>
  (await askEngine(page, 'library.list', {})).items.find((item) => item.title === title);

test('a canned response is written, inserted with /, filled in and counted', async () => {
  const page = await openLibrary();
  await write(page, 'Late parcel', 'lateparcel', 'Hi {firstName}, parcel {parcelNumber} is on its way.');
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor(patiently);
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor(patiently);
  await page.keyboard.press('r');
  const field = page.getByRole('textbox', { name: /^(Public reply|Private message)/ });
  await field.and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('/latep');
  const list = page.getByRole('listbox', { name: 'Canned responses' });
  await list.getByRole('option', { name: /Late parcel/ }).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('Enter');
  await page.getByText('Fill in {parcelNumber} before sending.').waitFor(patiently);
  await page.keyboard.press('ControlOrMeta+Enter');
  expect((await askEngine(page, 'outbox.listUnsent', {})).items).toEqual([]);
  await page.keyboard.type('today');
  await expect
    .poll(() => field.inputValue(), patiently)
    .toMatch(/^Hi \p{L}+, parcel today is on its way\.$/u);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(async () => (await named(page, 'Late parcel'))?.uses, { timeout: 60_000 }).toBe(1);
});

test('what is typed stays until it is saved, and a deletion is undone', async () => {
  const page = await openLibrary();
  await write(page, 'Opening hours', 'hours', 'We are open from 9 to 5.');
  await page.getByRole('textbox', { name: 'Title' }).focus();
  await page.keyboard.type(' this week');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor(patiently);
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('option', { name: /Opening hours.*unsaved/ }).click();
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue(), patiently)
    .toBe('Opening hours this week');
  await page.getByRole('textbox', { name: 'Shortcut' }).fill('not ok');
  await page.getByText('A shortcut has only letters').waitFor(patiently);
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.poll(async () => await named(page, 'Opening hours'), patiently).toBeUndefined();
  await page.keyboard.press('z');
  await expect.poll(async () => (await named(page, 'Opening hours'))?.shortcut, patiently).toBe('hours');
});

test('a canned response brings its pictures into the reply, with what they show', async () => {
  const page = await openLibrary();
  const content = readFileSync('assets/demo/photos/parcel-on-porch.png').toString('base64');
  const { id } = await askEngine(page, 'media.add', { name: 'porch.png', content });
  await askEngine(page, 'library.create', {
    title: 'Where parcels are left',
    shortcut: 'porch',
    texts: [{ language: null, channel: null, text: 'Please look at the porch.' }],
    images: [{ id, altText: 'A parcel on a porch' }],
  });
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByRole('option').filter({ hasText: '@davidpark' }).click(patiently);
  await page.keyboard.press('r');
  await page
    .getByRole('textbox', { name: /^(Public reply|Private message)/ })
    .and(page.locator(':focus'))
    .waitFor(patiently);
  await page.keyboard.type('/porch');
  await page.getByRole('option', { name: /Where parcels are left/ }).waitFor(patiently);
  await page.keyboard.press('Enter');
  const description = page.getByRole('textbox', { name: 'Description of porch.png' });
  await expect.poll(() => description.inputValue(), patiently).toBe('A parcel on a porch');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+Enter');
  const sent = async () =>
    (await askEngine(page, 'outbox.list', {})).items.find(({ text }) => /porch/.test(text));
  await expect
    .poll(async () => (await sent())?.attachments, patiently)
    .toMatchObject([{ id, altText: 'A parcel on a porch' }]);
});

test('pictures of a canned response are chosen, pasted, described, removed and saved', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
  }, photo);
  await goToLibrary(page);
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Title' }).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('Where we leave parcels');
  await page.getByRole('textbox', { name: 'Text' }).fill('This is where we leave parcels.');
  await page.keyboard.press('ControlOrMeta+Shift+A');
  await page.getByRole('textbox', { name: 'Description of parcel-on-porch.png' }).fill('A porch', patiently);
  await page.getByRole('textbox', { name: 'Title' }).focus();
  await pasteFile(page, readFileSync(photo).toString('base64'));
  await page.getByRole('textbox', { name: 'Description of pasted.png' }).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.getByRole('button', { name: 'Remove pasted.png' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Title' }).focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText('Canned response saved').waitFor(patiently);
  expect((await named(page, 'Where we leave parcels'))?.images).toMatchObject([{ altText: 'A porch' }]);
});
