import { test } from 'vitest';
import { openPerch } from './support/openPerch.ts';
import { patiently } from './support/theWindow.ts';

test('pics', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const call = (input: object) =>
    page.evaluate(
      (change) =>
        (window as unknown as { perch: { call(m: string, i: unknown): Promise<unknown> } }).perch.call(
          'preferences.set',
          change,
        ),
      input,
    );
  const shots: readonly (readonly [string, 'light' | 'dark', number, number])[] = [
    ['nl', 'light', 960, 600],
    ['fr', 'dark', 1280, 800],
  ];
  for (const [language, theme, w, h] of shots) {
    await call({ language, theme });
    await app.evaluate(({ BrowserWindow }, s) => BrowserWindow.getAllWindows()[0]?.setSize(s[0], s[1]), [
      w,
      h,
    ] as const);
    await page.waitForTimeout(800);
    await page.getByRole('option').filter({ hasText: 'pilarnunez' }).first().click();
    await page.waitForTimeout(800);
    await page.getByRole('article').last().click({ button: 'right' });
    await page.getByRole('menu').waitFor(patiently);
    await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/menupics/mod-menu-${language}.png` });
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor(patiently);
    await page.waitForTimeout(400);
    await page.screenshot({ path: `/tmp/menupics/mod-dialog-${language}.png` });
    await page.keyboard.press('Escape');
    await page.waitForTimeout(400);
  }
});
