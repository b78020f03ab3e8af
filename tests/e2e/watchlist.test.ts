import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { storeCaptured } from '#engine/capture/storeCaptured.ts';
import { putSavedSearch } from '#engine/store/savedSearches.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { createCaptureContext, openWorkspace } from '../../bench/workspace.ts';
import { someMessage } from '../support/builders.ts';
import { snowflake } from '../support/snowflake.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

const words = { any: [], phrases: [], hashtags: [], none: [], lang: null };
const recent = [
  ['The ferry is late again and nobody answers. Terrible. #strike', 'en'],
  ['Strike: where do I get a ferry to Harwich?', 'en'],
  ['De ferry vaart niet door de strike, belachelijk', 'nl'],
  ['Merci pour votre aide, le ferry était parfait malgré la strike', 'fr'],
  ['Does the strike end today? I need a ferry', 'en'],
] as const;

/** Stores, before Perch starts, sixty hits of sixty hours and five of the last minutes, about a strike. */
async function storeHits(userData: string): Promise<void> {
  const db = openWorkspace(path.join(userData, 'workspaces', 'demo'));
  putSavedSearch(db, {
    id: 's1',
    name: 'Ferries',
    terms: { ...words, all: ['ferry'] },
    takesAll: false,
    createdAt: 1,
  });
  const now = Date.now();
  const past = Array.from({ length: 60 }, (_, n) => ({
    at: now - (n + 2) * HOUR_MS,
    text: `Waiting for the ferry, day ${n}`,
    lang: 'en',
  }));
  const latest = recent.map(([text, lang], n) => ({ at: now - (n + 1) * MINUTE_MS, text, lang }));
  const posts = [...latest, ...past];
  const messages = posts.map(({ at, text, lang }, n) => {
    const xId = snowflake(at);
    const author = String(9_000 + n);
    const own = { xId, versionXId: xId, threadId: xId, authorId: author, personId: author };
    return someMessage({ ...own, at, text, lang, role: 'context', reason: null });
  });
  const users = posts.map((_, n) => ({
    id: String(9_000 + n),
    handle: `rider_${n}`,
    name: `Rider ${n}`,
    ...{ description: null, location: null, pictureUrl: null, followers: 10, verified: null },
    ...{ protected: null, receivesDms: null, joinedXAt: null },
  }));
  const page = { source: 'search:s1', foundBy: 's1', referenced: [], unreadable: [] };
  await storeCaptured(createCaptureContext(db), { ...page, messages, users });
  db.close();
}

const rows = (page: Page) => page.getByRole('listbox', { name: 'Posts found' }).getByRole('option');

test('the Watchlist is narrowed down by theme and sentiment, and rid of an author', async () => {
  const userData = freshUserData();
  await storeHits(userData);
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  const theme = page
    .getByRole('group', { name: 'Themes of the last hour' })
    .getByRole('button', { name: /strike/i });
  await theme.waitFor(patiently);
  for (const look of ['light', 'dark'] as const) {
    await wear(page, look);
    expect(await seriousFaults(page), look).toEqual([]);
  }
  await theme.press('Enter');
  await expect.poll(() => rows(page).count(), patiently).toBeLessThanOrEqual(recent.length);
  await page.getByRole('combobox', { name: 'Sentiment' }).press('Enter');
  await page.getByRole('option', { name: 'Negative', exact: true }).press('Enter');
  await expect.poll(() => rows(page).count(), patiently).toBeLessThanOrEqual(2);
  const hit = rows(page).filter({ hasText: 'belachelijk' });
  await hit.click();
  await page.keyboard.press('b');
  await hit.waitFor({ state: 'detached', ...patiently });
  expect((await askEngine(page, 'listening.blocked', {})).items.map(({ handle }) => handle)).toEqual([
    'rider_2',
  ]);
  await page.keyboard.press('z');
  await hit.waitFor(patiently);
  expect((await askEngine(page, 'listening.blocked', {})).items).toEqual([]);
});
