import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { catchFieldMenus, chooseInFieldMenu, itemsOfFieldMenu } from './support/fieldMenu.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { hasFocus, openLastByKeys, openRow, patiently, replyField, takesKeys } from './support/theWindow.ts';

test('a message and a row have a menu, by mouse and by key', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await openLastByKeys(page, 'Anna');
  const message = page.getByRole('article').last();
  await message.click({ button: 'right' });
  await page.getByRole('menu', { name: /^Message from/ }).waitFor(patiently);
  await page.getByRole('menuitem', { name: 'Copy text' }).click();
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(async () => (await copied()).length, patiently).toBeGreaterThan(10);
  expect(await message.innerText()).toContain((await copied()).slice(0, 10));

  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: /^Conversation with/ });
  await takesKeys(menu);
  // The first entry is chosen, and the keys of the list rest.
  await page.keyboard.press('ArrowDown');
  await hasFocus(menu.getByRole('menuitem').filter({ hasText: 'Resolve' }));
  await page.keyboard.press('Escape');
  await hasFocus(page.getByRole('listbox', { name: 'Queue' }));
  expect(await openRow(page).innerText()).toContain('Anna');
});

test('a field has the menu of the system, which cuts and pastes without a right of the page', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await catchFieldMenus(app);
  await openLastByKeys(page, 'Anna');
  await page.keyboard.press('r');
  await hasFocus(replyField(page));
  await page.keyboard.type('Thank you');
  await replyField(page).click({ button: 'right' });
  await expect.poll(() => itemsOfFieldMenu(app), patiently).toContain('Select All');
  await chooseInFieldMenu(app, 'Select All');
  await expect.poll(() => selectedIn(replyField(page)), patiently).toBe('Thank you');
  await replyField(page).click({ button: 'right', position: { x: 20, y: 12 } });
  await expect.poll(() => itemsOfFieldMenu(app), patiently).toContain('Cut');
  await chooseInFieldMenu(app, 'Cut');
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('');
  await page.keyboard.press('Shift+F10');
  await expect.poll(() => itemsOfFieldMenu(app), patiently).not.toContain('Cut');
  await chooseInFieldMenu(app, 'Paste');
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('Thank you');
  // The page itself cannot.
  const denied = await page.evaluate(() =>
    navigator.clipboard.readText().catch((error: Error) => error.name),
  );
  expect(denied).toBe('NotAllowedError');
});

const selectedIn = (field: Locator) =>
  field.evaluate(
    (element) =>
      element instanceof HTMLTextAreaElement &&
      element.value.slice(element.selectionStart, element.selectionEnd),
  );

test('an own post is deleted on X after a question that names the price', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await openLastByKeys(page, 'Anna');
  const own = page.locator('[data-side="own"]').filter({ hasText: 'Enjoy it!' }).last();
  await own.getByRole('button', { name: 'More actions' }).focus();
  await page.keyboard.press('Shift+F10');
  await takesKeys(page.getByRole('menu'));
  await page.keyboard.press('End');
  await hasFocus(page.getByRole('menuitem', { name: 'Delete post…' }));
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: 'Delete this post on X?' });
  await question.getByText('X charges about $0.01 for this.').waitFor(patiently);
  await question.getByRole('button', { name: 'Delete post' }).click();
  await question.waitFor({ state: 'detached', ...patiently });
  await page.getByText('Deleted on X').first().waitFor(patiently);
  const { requests } = await x.state();
  expect(requests['DELETE /2/tweets/:id']).toBe(1);
});
