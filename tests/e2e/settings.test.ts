import { expect, test } from 'vitest';
import { openPerch } from './support/openPerch.ts';
import { patiently } from './support/theWindow.ts';

test('the list of groups follows the settings, and the settings follow the list', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('ControlOrMeta+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const current = dialog.getByRole('navigation').getByRole('button').and(page.locator('[aria-current]'));
  await expect.poll(() => current.innerText(), patiently).toBe('Appearance');
  const isSeen = (name: string) =>
    dialog
      .getByRole('region', { name, exact: true })
      .getByRole('heading')
      .evaluate((heading) => {
        const { top, height, left } = heading.getBoundingClientRect();
        return heading.contains(document.elementFromPoint(left + 2, top + height / 2));
      });

  // Past the button that closes the dialog.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Appearance' }).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => isSeen('Erasing old conversations'), patiently).toBe(true);
  expect(await current.innerText()).toBe('Erasing old conversations');
  expect(await isSeen('Appearance')).toBe(false);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await dialog
    .getByRole('region', { name: 'Erasing old conversations' })
    .locator(':focus')
    .waitFor(patiently);

  await dialog.getByRole('heading', { name: 'Erasing old conversations' }).hover();
  await page.mouse.wheel(0, -100_000);
  await expect.poll(() => current.innerText(), patiently).toBe('Appearance');
  await page.mouse.wheel(0, 100_000);
  await expect.poll(() => current.innerText(), patiently).toBe('This computer');
});
