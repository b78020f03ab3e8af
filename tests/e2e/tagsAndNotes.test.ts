import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

async function openDemo() {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor(patiently);
  return page;
}

const picker = (page: Page) => page.getByRole('dialog', { name: 'Tags' });
const row = (page: Page) => page.getByRole('option', { selected: true });

async function tagsOf(page: Page): Promise<string[]> {
  const { items } = await askEngine(page, 'conversations.list', { view: 'all', limit: 1_000 });
  const { items: tags } = await askEngine(page, 'tags.list', {});
  const ids = items.flatMap((item) => item.tags);
  return tags.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}

test('tags by keyboard: create, add, take off, undo, rename and delete', async () => {
  const page = await openDemo();
  await page.keyboard.press('l');
  await picker(page).waitFor(patiently);
  for (const name of [
    'Refund',
    'Priorité 🚚',
    'שליחויות',
    'a very long name of a tag that no row has room for at all',
  ]) {
    await page.keyboard.type(name);
    await picker(page)
      .getByRole('option', { name: /^Create/ })
      .waitFor(patiently);
    await page.keyboard.press('Enter');
    await picker(page)
      .getByRole('option', { name: new RegExp(name.slice(0, 6)), checked: true })
      .waitFor(patiently);
  }
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.type('priorite');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await tagsOf(page)).length, patiently).toBe(3);
  await page.keyboard.press('Escape');
  await picker(page).waitFor({ state: 'hidden', ...patiently });
  await page.keyboard.press('z');
  await expect.poll(async () => (await tagsOf(page)).length, patiently).toBe(4);
  await expect.poll(() => row(page).innerText(), patiently).toContain('+2');
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
});

test('tags are renamed and deleted in the settings', async () => {
  const page = await openDemo();
  await page.keyboard.press('l');
  await page.keyboard.type('Refund');
  await page.keyboard.press('Enter');
  await expect.poll(() => tagsOf(page), patiently).toEqual(['Refund']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  const line = page.getByRole('dialog', { name: 'Settings' }).getByRole('listitem', { name: 'Refund' });
  await line.waitFor(patiently);
  await line.getByRole('textbox').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Money back');
  await page.keyboard.press('Enter');
  await expect.poll(() => tagsOf(page), patiently).toEqual(['Money back']);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.getByRole('button', { name: 'Delete Money back' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('It comes off 1 conversation').waitFor(patiently);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await askEngine(page, 'tags.list', {})).items, patiently).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => row(page).innerText(), patiently).not.toContain('Money');
});
