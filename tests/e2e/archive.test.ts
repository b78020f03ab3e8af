import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newLayout, someItems, someTweet } from '../support/someArchive.ts';
import { writeZip } from '../support/writeZip.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

/** Drops a file of the disk: only a chosen one has a path. */
async function drop(page: Page, selector: string, file: string) {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'chosen';
    document.body.append(input);
  });
  await page.locator('#chosen').setInputFiles(file);
  await page.evaluate((target) => {
    const dataTransfer = new DataTransfer();
    const input = document.querySelector<HTMLInputElement>('#chosen');
    for (const one of input?.files ?? []) dataTransfer.items.add(one);
    input?.remove();
    document.querySelector(target)?.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer }));
  }, selector);
}

test('an archive is imported by keyboard and by dropping, reported, and found by the search', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const { account } = await askEngine(page, 'system.info', {});
  if (!account) throw new Error('the demo has no account');
  const items = someItems({ owner: account, people: 5, messages: 4, posts: 40 });
  const retweet = someTweet(1_700_000_000_000, { full_text: 'RT @somebody: theirs' });
  const files = newLayout({ ...items, tweets: [retweet, ...items.tweets] }, { owner: account });
  const file = writeZip(path.join(freshUserData(), 'twitter-2026.zip'), files);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);
  await page.getByRole('button', { name: /^Sync/ }).first().click();
  const section = page.getByRole('region', { name: 'Archive of X' });
  await section.getByRole('button', { name: 'Choose archive…' }).focus();
  await page.keyboard.press('Enter');
  await section.getByText('twitter-2026.zip was imported.').waitFor(patiently);
  await section
    .getByText('New in Perch: 40 posts, 20 private messages, 19 people', { exact: true })
    .waitFor(patiently);
  await section.getByRole('button', { name: 'Look up 5 people on X for about $0.05' }).focus();
  await page.keyboard.press('Enter');
  await section.getByText('0 people were found.').waitFor(patiently);
  await section.getByText(/only the X id is known/).waitFor({ ...patiently, state: 'detached' });
  await section.getByText('What was skipped').first().click();
  await section.getByRole('cell', { name: 'Retweets' }).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  const ours = await askEngine(page, 'search.messages', { text: '"dm word5"' });
  expect(ours.items.map(({ message }) => message.text)).toEqual(['dm word5 from us']);

  await drop(page, '[aria-label="Archive of X"] > :nth-child(2)', file);
  await section.getByText('New in Perch: 0 posts, 0 private messages, 0 people').waitFor(patiently);
  // The page gets no path but that of a file that somebody has dropped.
  expect(await page.evaluate(() => window.perch?.pathOf(new File(['x'], 'a.zip')))).toBe('');
});
