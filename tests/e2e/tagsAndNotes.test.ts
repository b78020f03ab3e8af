import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { hasFocus, patiently } from './support/theWindow.ts';

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
  await hasFocus(picker(page).getByRole('combobox'));
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
  await picker(page)
    .locator('[cmdk-item][aria-selected="true"]')
    .filter({ hasText: 'Priorité' })
    .waitFor(patiently);
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
  await picker(page).getByRole('combobox').and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('Refund');
  await picker(page)
    .getByRole('option', { name: /^Create/ })
    .waitFor(patiently);
  await page.keyboard.press('Enter');
  await expect.poll(() => tagsOf(page), patiently).toEqual(['Refund']);
  await page.keyboard.press('Escape');
  // It returns the focus when it is gone, from wherever that is by then.
  await picker(page).waitFor({ ...patiently, state: 'detached' });
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
  await hasFocus(page.getByRole('button', { name: 'Cancel', exact: true }));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await askEngine(page, 'tags.list', {})).items, patiently).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => row(page).innerText(), patiently).not.toContain('Money');
});

const noteField = (page: Page) => page.getByRole('textbox', { name: 'Private note, only for your team' });
const notes = (page: Page) => page.getByRole('article', { name: /^Note by/ });

test('a note is written, mentions a colleague, is edited, deleted and undone, all by keyboard', async () => {
  const page = await openDemo();
  await page.keyboard.press('n');
  await hasFocus(noteField(page));
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.type('<b>Refund</b> her \u202e5 euro.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await notes(page).getByText('<b>Refund</b> her').waitFor(patiently);
  await expect
    .poll(
      () => page.getByRole('listbox', { name: 'Queue' }).evaluate((list) => list === document.activeElement),
      patiently,
    )
    .toBe(true);
  const { items } = await askEngine(page, 'outbox.listUnsent', {});
  expect(items).toEqual([]);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  const { me } = await askEngine(page, 'agents.list', {});
  const { id: kim } = await askEngine(page, 'agents.add', { name: 'Kim' });
  const { agents } = await askEngine(page, 'agents.list', {});
  const first = agents.find(({ name }) => name === me)?.id ?? '';
  await askEngine(page, 'agents.switch', { id: first });
  await notes(page).getByRole('button', { name: 'Edit note' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('main textarea:focus').waitFor(patiently);
  await page.keyboard.type(' Edited. @ki');
  await page.getByRole('listbox', { name: 'Colleagues' }).waitFor(patiently);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await notes(page).getByText('Edited.').waitFor(patiently);
  await notes(page).getByRole('button', { name: 'Delete note' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => notes(page).count(), patiently).toBe(0);
  await page.keyboard.press('z');
  await notes(page).getByText('Edited.').waitFor(patiently);
  await askEngine(page, 'agents.switch', { id: kim });
  // The conversation is open, so that Kim has seen it at once.
  await expect
    .poll(async () => {
      const { items: all } = await askEngine(page, 'conversations.list', { view: 'all', limit: 1_000 });
      return all.filter(({ mentionsMe }) => mentionsMe).length;
    }, patiently)
    .toBe(0);
  await page.keyboard.press('/');
  await hasFocus(page.getByRole('combobox', { name: 'Search' }));
  await page.keyboard.type('refund');
  await page.getByRole('group', { name: 'Notes' }).getByRole('option').waitFor(patiently);
});

test('the draft of a note survives a reload, apart from the reply', async () => {
  const page = await openDemo();
  await page.keyboard.press('n');
  await hasFocus(noteField(page));
  await page.keyboard.type('not yet');
  await page.keyboard.press('Escape');
  await expect.poll(() => row(page).innerText(), patiently).toContain('Draft');
  const id = await row(page).getAttribute('id');
  await page.reload();
  // Whether the selection comes back by itself or not.
  await page.locator(`[id="${id}"]`).click(patiently);
  await page.keyboard.press('n');
  await expect.poll(() => noteField(page).inputValue(), patiently).toBe('not yet');
});
