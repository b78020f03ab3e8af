import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

const suggestionsFor = async (page: Page, conversationId: string) =>
  (await askEngine(page, 'replies.suggest', { conversationId, limit: 5 })).items;

type Suggestion = Awaited<ReturnType<typeof suggestionsFor>>[number];

/** Waits for a conversation of the demo with a suggestion as it is wanted. */
async function findSuggested(
  page: Page,
  isWanted: (suggestion: Suggestion, rank: number) => boolean = (_, rank) => rank === 0,
) {
  const { items } = await askEngine(page, 'conversations.list', { view: 'queue', limit: 200 });
  const offered = async () => {
    for (const { id, person } of items) {
      const best = (await suggestionsFor(page, id)).find(isWanted);
      if (best) return { id, person, best };
    }
    return null;
  };
  await expect.poll(offered, { timeout: 60_000 }).not.toBeNull();
  const found = await offered();
  if (!found) throw new Error('No conversation of the demo has a suggestion');
  return found;
}

test('what a colleague replied before is inserted by one key', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const found = await findSuggested(page);
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

test('one that is taken, kept over a restart and sent is in the reuse of the report', async () => {
  const userData = freshUserData();
  const first = await openPerch({ userData, args: ['--demo'] });
  await first.page.getByRole('option').first().waitFor(patiently);
  const found = await findSuggested(
    first.page,
    ({ source, missing }, rank) => rank === 0 && source.kind === 'reply' && missing.length === 0,
  );
  await first.page.getByRole('option', { name: new RegExp(found.person.name) }).click();
  await first.page.getByRole('button', { name: /^Insert:/ }).click();
  const text = async (page: Page) =>
    (await askEngine(page, 'drafts.list', { conversationId: found.id })).items[0]?.text;
  await expect.poll(() => text(first.page), patiently).toBe(found.best.text);
  await first.close();

  const { page } = await openPerch({ userData });
  await page.getByRole('option', { name: new RegExp(found.person.name) }).click();
  const field = page.getByRole('textbox', { name: /^(Public reply|Private message)/ });
  await expect.poll(() => field.inputValue(), patiently).toBe(found.best.text);
  await field.press('End');
  await field.pressSequentially(' Thank you!');
  await field.press('ControlOrMeta+Enter');
  const sent = async () =>
    (await askEngine(page, 'outbox.list', { conversationId: found.id })).items[0]?.state;
  await expect.poll(sent, { timeout: 60_000 }).toBe('sent');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  const reuse = page.getByRole('button', { name: 'From earlier replies: 1. Show conversations' });
  await reuse.click();
  const cases = page.getByRole('dialog', { name: 'Replies from earlier ones' });
  await cases.getByText(found.person.name).waitFor(patiently);
  expect(await seriousFaults(page)).toEqual([]);
});
