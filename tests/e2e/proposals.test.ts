import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type DemoX, findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { hasFocus, patiently } from './support/theWindow.ts';

const text = 'Please restart the app and wait five minutes, then try to play the same song once more.';
const proposals = async (page: Page) => (await askEngine(page, 'replies.proposals', {})).items;
const titled = async (page: Page, title: string) =>
  (await askEngine(page, 'library.list', {})).items.find((item) => item.title === title);

/**
 * Sends the same reply to three people, and waits for the proposal. They are none of the demo, who write again at any moment, for
 * which a reply would stop.
 */
async function replyThrice(page: Page, x: DemoX) {
  const customers = ['firstcaller', 'secondcaller', 'thirdcaller'];
  for (const from of customers) await x.control('mention', { from, text: 'The music stops.' });
  const fromThem = async () => {
    await askEngine(page, 'capture.pollNow', {});
    const { items } = await askEngine(page, 'conversations.list', { view: 'queue', limit: 200 });
    return items.filter(({ person }) => customers.includes(person.handle));
  };
  await expect.poll(fromThem, patiently).toHaveLength(3);
  for (const { id } of await fromThem())
    await askEngine(page, 'replies.send', { conversationId: id, channel: 'public', text, undoMs: 0 });
  await expect.poll(() => proposals(page), { timeout: 60_000 }).toMatchObject([{ count: 3 }]);
}

test('a reply that was sent again and again becomes a canned response, by keyboard', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await page.getByRole('option').first().waitFor(patiently);
  await replyThrice(page, x);
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('button', { name: '1 proposal' }).waitFor(patiently);
  await page.keyboard.press('p');
  await page.getByText('Written 3 times').waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await dismiss.and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.press('Enter');
  await expect.poll(() => proposals(page), patiently).toEqual([]);
  await page.getByText('Written 3 times').waitFor({ ...patiently, state: 'detached' });
  await page.keyboard.press('z');
  await page.getByText('Written 3 times').waitFor(patiently);

  await page.keyboard.press('p');
  await page.keyboard.press('Tab');
  await hasFocus(page.getByRole('button', { name: 'Create canned response' }));
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Title' }).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('Restart the app');
  await page.getByRole('textbox', { name: 'Text' }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(
    ' And now something else that makes it quite another text altogether, in many words.',
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText('Canned response saved').waitFor(patiently);
  expect((await titled(page, 'Restart the app'))?.texts[0]?.text).toMatch(/once more\. And now something/);
  await expect.poll(() => proposals(page), patiently).toEqual([]);
  await page.getByRole('button', { name: '1 proposal' }).waitFor({ ...patiently, state: 'detached' });
});
