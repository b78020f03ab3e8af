import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { patiently, replyField } from './support/theWindow.ts';

const words = 'It left the harbour this morning.';

const bubbles = (page: Page) => page.getByRole('main').getByRole('article').filter({ hasText: words });

test.each([
  ['public', 'r', '^/2/tweets$'],
  ['private', 'd', '^/2/dm_conversations/with/'],
] as const)('shows a %s reply once while X is slow and capture is faster', async (_, key, path) => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const x = await findDemoX(userData);
  await askEngine(page, 'settings.set', { undoSeconds: 0 });
  await x.control('faults', { kind: 'timeout', when: 'after', match: { method: 'POST', path } });
  await page.keyboard.press('j');
  await page.keyboard.press(key);
  await replyField(page).fill(words);
  await page.keyboard.press('ControlOrMeta+Enter');
  await bubbles(page).first().waitFor(patiently);
  const sent = async () => {
    const { sentPosts, sentDms } = await x.state();
    return [...sentPosts, ...sentDms].filter(({ text }) => text.includes(words)).length;
  };
  await expect.poll(sent, patiently).toBe(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+R');
  // Found on X while the call still hangs.
  await expect
    .poll(async () => {
      const { items } = await askEngine(page, 'outbox.list', { limit: 5 });
      const { messages } = await askEngine(page, 'conversations.get', {
        id: items[0]?.conversationId ?? '',
        limit: 50,
      });
      const found = messages.filter(({ text }) => text.includes(words));
      return [items[0]?.status.kind, ...found.map(({ status }) => status?.kind)];
    }, patiently)
    .toEqual(['sending', 'sent']);
  expect(await bubbles(page).count()).toBe(1);
  await expect.poll(sent, patiently).toBe(1);
});
