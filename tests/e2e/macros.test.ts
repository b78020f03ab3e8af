import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { choose, hasFocus, patiently } from './support/theWindow.ts';

const shows = (page: Page, words: string) => page.getByText(words).first().waitFor(patiently);

async function expectNoFaults(page: Page) {
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
}

test('a macro is written, run by its key, asks for what is missing, and is undone by z', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await askEngine(page, 'tags.create', { name: 'Refund', colour: 'green' });
  await page.keyboard.press('j');
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor(patiently);
  await choose(page, 'Manage macros');
  const dialog = page.getByRole('dialog', { name: 'Macros' });
  await dialog.getByRole('button', { name: 'New macro' }).click(patiently);
  await hasFocus(dialog.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.type('Refund');
  await dialog.getByRole('combobox', { name: 'Reply' }).click();
  await page.getByRole('option', { name: 'A text' }).click();
  await dialog
    .getByRole('textbox', { name: 'Text of the reply' })
    .fill('Your refund {ticket} is on its way.');
  await dialog.getByRole('group', { name: 'Add tags' }).getByRole('button', { name: 'Refund' }).click();
  await dialog.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Resolved' }).click();
  await expectNoFaults(page);
  await dialog.getByRole('button', { name: 'Save macro' }).click();
  await dialog.getByRole('button', { name: 'Edit Refund' }).waitFor(patiently);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached', ...patiently });
  const [first] = (await askEngine(page, 'conversations.list', { view: 'queue' })).items;
  const before = { status: first?.status, tags: first?.tags };
  const read = async () => {
    const { items } = await askEngine(page, 'conversations.list', { view: 'all', ids: [first?.id ?? ''] });
    return { status: items[0]?.status, tags: items[0]?.tags };
  };
  await page.keyboard.press('m');
  await page.keyboard.press('1');
  await page.getByRole('dialog', { name: 'What is still missing' }).waitFor(patiently);
  await expectNoFaults(page);
  await hasFocus(page.getByRole('dialog').getByRole('textbox', { name: 'ticket' }));
  await page.keyboard.type('4711');
  await page.keyboard.press('Enter');
  await shows(page, 'Macro “Refund”');
  await expect.poll(read, patiently).toMatchObject({ status: 'resolved' });
  await page.keyboard.press('z');
  await expect.poll(read, patiently).toEqual(before);
  const { items } = await askEngine(page, 'outbox.list', {});
  expect(items.filter(({ text }) => text.includes('4711'))).toEqual([]);
});

test('a macro that a guard refuses changes nothing, says why, and runs once it is allowed by a key', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const steps = { addTags: [], removeTags: [], snoozeMinutes: null, assignee: null };
  const reply = { text: 'Is 0471 23 45 67 still your number?' };
  const created = { name: 'Call back', reply, channel: 'public', status: 'pending', ...steps } as const;
  await askEngine(page, 'macros.create', created);
  await page.getByRole('option').filter({ hasText: '@davidpark' }).click(patiently);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor(patiently);
  await page.keyboard.press('m');
  await page.keyboard.press('1');
  const dialog = page.getByRole('dialog', { name: 'Held back' });
  await dialog.getByText(/seems to contain a phone number/).waitFor(patiently);
  await expectNoFaults(page);
  const sent = async () =>
    (await askEngine(page, 'outbox.list', {})).items.filter(({ text }) => text === reply.text).length;
  expect(await sent()).toBe(0);
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await shows(page, 'Macro “Call back”');
  expect(await sent()).toBe(1);
});
