import { expect, test } from 'vitest';
import { openPerch } from './support/openPerch.ts';
import { patiently } from './support/theWindow.ts';

test('the menu of the account opens and closes by pointer and by keyboard, and adds an account', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  const button = page.getByRole('button', { name: /Account menu/ });
  const menu = page.getByRole('menu', { name: 'Account menu' });
  await page.getByRole('option').first().waitFor(patiently);
  await button.click();
  await menu.waitFor(patiently);
  await button.click();
  await menu.waitFor({ ...patiently, state: 'detached' });

  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem').and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.press('Escape');
  await expect.poll(() => button.evaluate((each) => each === document.activeElement), patiently).toBe(true);

  await page.keyboard.press('ArrowDown');
  await page.getByRole('menuitem', { name: 'Add account' }).press('Enter');
  await page.getByRole('textbox', { name: 'Client ID' }).waitFor(patiently);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: /Try the demo/ }).waitFor(patiently);
});
