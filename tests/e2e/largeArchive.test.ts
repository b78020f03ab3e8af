import path from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../bench/workspace.ts';
import { storeLongHistory } from './support/longHistory.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { hasFocus, patiently } from './support/theWindow.ts';

const texts = [
  'The zeppelin has never arrived.',
  ...Array.from({ length: 2_400 }, (_, n) => `Letter ${n}, about parcels.`),
];

/** A workspace whose search index has parts of 100 messages, as years of messages have parts of 100,000. */
async function storeInParts(userData: string): Promise<void> {
  const db = openWorkspace(path.join(userData, 'workspaces', 'demo'));
  db.exec('UPDATE search_index SET part_size = 100');
  db.close();
  await storeLongHistory(userData, texts);
}

test('a search goes on through all parts of the index until it has found what was written first', async () => {
  const userData = freshUserData();
  await storeInParts(userData);
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const field = page.getByRole('combobox', { name: 'Search' });
  await page.keyboard.press('/');
  await hasFocus(field);
  // Enter comes long before the result.
  await page.keyboard.type('zeppelin');
  await page.keyboard.press('Enter');
  await page.locator('main article[aria-current] mark').filter({ hasText: 'zeppelin' }).waitFor(patiently);
  await page.getByText('1 message', { exact: true }).waitFor(patiently);

  await page.keyboard.press('Escape');
  await hasFocus(field);
  await field.fill('zepelin');
  await page.getByRole('button', { name: 'Did you mean “zeppelin”?' }).click(patiently);
  await page.getByText('1 message', { exact: true }).waitFor(patiently);

  await field.fill('parcels');
  await page.getByText('At least 100 messages').waitFor(patiently);
  expect(await page.getByRole('listbox', { name: 'Results' }).getByRole('option').count()).toBe(50);
});
