import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { openBySearch, patiently, replyField } from './support/theWindow.ts';

const slowly = { timeout: 60_000 };

/** The demo with the conversation of somebody who has just written in public. */
async function openPublic() {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const x = await findDemoX(userData);
  await x.control('person', { handle: 'newcomer', name: 'Nora Newcomer' });
  await x.control('mention', { from: 'newcomer', text: 'my order has not come, can you help?', lang: 'en' });
  await page.keyboard.press('Shift+R');
  await openBySearch(page, 'newcomer');
  return { page, x };
}

const shows = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor(slowly);

test('one key asks in public for a private message, which arrives and is counted', async () => {
  const { page, x } = await openPublic();
  await page.keyboard.press('Shift+P');
  await replyField(page).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('Sorry to hear that!');
  await page.keyboard.press('ControlOrMeta+Shift+H');
  await shows(page, '$0.20 with the link, $0.01 in words');
  await expect
    .poll(() => replyField(page).inputValue(), patiently)
    .toMatch(/^Sorry to hear that! .*recipient_id=\d+&text=/);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('ControlOrMeta+Shift+H');
  await expect
    .poll(() => replyField(page).inputValue(), patiently)
    .toMatch(/send a private message to @harbourhelp\.$/);
  await page.keyboard.press('ControlOrMeta+Shift+H');
  await expect.poll(() => replyField(page).inputValue(), patiently).toMatch(/recipient_id=\d+&text=/);
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByRole('button', { name: 'Send now' }).first().click(patiently);
  await shows(page, /^Handover sent · waiting for a private message/);
  expect((await x.state()).sentPosts.at(-1)?.text).toContain('messages/compose?recipient_id=');
  await shows(page, /^Private message came .* after the handover/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await shows(page, '1 of 1 arrived');
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
});
