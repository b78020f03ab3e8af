import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { hasFocus, openLastByKeys, patiently, replyField, takesKeys } from './support/theWindow.ts';

test('who is mentioned is chosen by the keyboard, and X leaves them out', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ args: ['--demo'], userData });
  await page.getByRole('option').first().waitFor(patiently);
  const x = await findDemoX(userData);
  const text = 'Same here as @davidpark and @marcusreed_, cc @pilarnunez: my parcel is gone';
  await x.control('person', { handle: 'noor_test', name: 'Noor Test' });
  await x.control('mention', { from: 'noor_test', text });
  await askEngine(page, 'capture.pollNow', {});
  await openLastByKeys(page, 'Noor Test');
  await page.keyboard.press('r');
  await replyField(page).fill('We are on it!');
  const line = page.getByRole('button', { name: /^Replying to @/ });
  await line.waitFor(patiently);
  const before = await line.innerText();
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await line.press('Enter');
  const others = page.getByRole('menuitemcheckbox');
  await others.first().waitFor(patiently);
  await takesKeys(page.getByRole('menu'));
  await page.keyboard.press('End');
  await hasFocus(others.last());
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect.poll(() => line.innerText(), patiently).not.toBe(before);
  await replyField(page).press('ControlOrMeta+Enter');
  const newest = async () => (await askEngine(page, 'outbox.list', { limit: 1 })).items[0];
  await expect.poll(async () => (await newest())?.text, patiently).toBe('We are on it!');
  await askEngine(page, 'outbox.sendNow', { id: (await newest())?.id ?? '' });
  const sent = async () => (await x.state()).sentPosts.map((post) => post.text).join('\n');
  await expect.poll(sent, patiently).toMatch(/We are on it!$/);
  expect(await sent()).toContain('@davidpark');
  expect(await sent()).not.toContain('@pilarnunez');
});
