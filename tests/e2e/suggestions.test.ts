import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

const suggestionsFor = async (page: Page, conversationId: string) =>
  (await askEngine(page, 'replies.suggest', { conversationId, limit: 5 })).items;

test('what a colleague replied before is inserted by one key', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const { items } = await askEngine(page, 'conversations.list', { view: 'queue', limit: 200 });
  const offered = async () => {
    for (const { id, person } of items) {
      const [best] = await suggestionsFor(page, id);
      if (best) return { person, best };
    }
    return null;
  };
  await expect.poll(offered, { timeout: 60_000 }).not.toBeNull();
  const found = await offered();
  if (!found) throw new Error('No conversation of the demo has a suggestion');
  await page.getByRole('option', { name: new RegExp(found.person.name) }).click();
  const strip = page.getByRole('button', { name: /^Insert:/ });
  await strip.waitFor(patiently);
  await page.keyboard.press('r');
  const field = page.getByRole('textbox', { name: /^(Public reply|Private message)/ });
  await field.and(page.locator(':focus')).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('ControlOrMeta+2');
  await page.getByRole('menuitem').first().waitFor(patiently);
  await page.keyboard.press('Escape');
  await page
    .getByRole('menuitem')
    .first()
    .waitFor({ ...patiently, state: 'detached' });
  await page.keyboard.press('ControlOrMeta+1');
  await expect.poll(() => field.inputValue(), patiently).toBe(found.best.text);
});
