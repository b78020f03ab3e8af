import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { askShell } from './engineInPage.ts';

/** Sets a theme and waits until the page uses it. */
export async function wear(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await askShell(page, 'preferences.set', { theme });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
}

/** The serious and critical violations that axe finds, each with its element. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {}))),
  );
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
