import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { patiently, replyField } from './support/theWindow.ts';

const words = 'It left the harbour this morning.';

const bubbles = (page: Page) => page.getByRole('main').getByRole('article').filter({ hasText: words });

/** The status of the reply in the outbox, and of each message with its words. */
async function statuses(page: Page) {
  const { items } = await askEngine(page, 'outbox.list', { limit: 5 });
  const id = items[0]?.conversationId ?? '';
  const { messages } = await askEngine(page, 'conversations.get', { id, limit: 50 });
  const found = messages.filter(({ text }) => text.includes(words));
  return [items[0]?.status.kind, ...found.map(({ status }) => status?.kind)].join(' ');
}

/** Sends a reply whose response never comes, and checks X until it has an end. Returns what was seen meanwhile. */
async function sendWithoutResponse(key: string, path: string) {
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
  const seen = new Set<string>();
  const counts = new Set<number>();
  await askEngine(page, 'capture.pollNow', {});
  await expect
    .poll(
      async () => {
        counts.add(await bubbles(page).count());
        const now = await statuses(page);
        seen.add(now);
        return now;
      },
      { timeout: 60_000 },
    )
    .toBe('sent sent');
  const { sentPosts, sentDms } = await x.state();
  const sent = [...sentPosts, ...sentDms].filter(({ text }) => text.includes(words)).length;
  return { seen: [...seen], counts: [...counts], sent };
}

test('shows a public reply once while X is slow and capture finds it first', async () => {
  const { seen, counts, sent } = await sendWithoutResponse('r', '^/2/tweets$');
  expect(seen).toContain('sending sent');
  expect({ counts, sent }).toEqual({ counts: [1], sent: 1 });
});

test('shows a private reply once while X is slow', async () => {
  const { counts, sent } = await sendWithoutResponse('d', '^/2/dm_conversations/with/');
  expect({ counts, sent }).toEqual({ counts: [1], sent: 1 });
});
