import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { openBySearch, patiently, takesKeys } from './support/theWindow.ts';

test('a link with http says by keyboard why it does not open, and is copied', async () => {
  const userData = freshUserData();
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await page.getByRole('option').first().waitFor(patiently);
  await x.control('mention', { from: 'insecure', text: 'Broken: http://shop.example/cart?a=1&b=$& please' });
  await openBySearch(page, 'insecure');
  const link = page.getByRole('article').last().getByRole('button', { name: 'shop.example/cart?a=1&b=$&' });
  await link.focus();
  await page.keyboard.press('Enter');
  await page.getByText(/Perch opens https links only/).waitFor(patiently);
  await page.getByRole('menuitem', { name: 'Open with https' }).waitFor(patiently);
  await takesKeys(page.getByRole('menu'));
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()), patiently)
    .toBe('http://shop.example/cart?a=1&b=$&');
});
