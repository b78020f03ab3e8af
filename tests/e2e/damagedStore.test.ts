import { globSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { OPEN_MARKER } from '#engine/store/storeMarkers.ts';
import { leafPages, spoilPage } from '../support/damagedStore.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { patiently } from './support/theWindow.ts';

const demo = ['--demo'];

/** Fills a demo workspace and closes it. Returns its store's file. */
async function fillDemo(userData: string): Promise<string> {
  const { page, close } = await openPerch({ userData, args: demo });
  await page.getByRole('option').first().waitFor(patiently);
  await close();
  const [file] = globSync('**/perch.sqlite', { cwd: userData });
  if (file === undefined) throw new Error('The demo workspace has no store');
  return join(userData, file);
}

test('a damaged store is shown as far as it is readable, and saved into a new file', async () => {
  const userData = freshUserData();
  const file = await fillDemo(userData);
  const [, second] = leafPages(file, 'messages');
  spoilPage(file, second ?? 0);
  writeFileSync(join(dirname(file), OPEN_MARKER), '1\n');
  const { page } = await openPerch({ userData, args: demo });
  await page.getByText(/file is damaged/).waitFor(patiently);
  await page.getByRole('option').first().waitFor(patiently);
  await page.getByRole('button', { name: 'Save what is readable' }).click();
  await page.getByText(/file is damaged/).waitFor({ ...patiently, state: 'detached' });
  await page.getByRole('option').first().waitFor(patiently);
  expect(globSync('perch-damaged-*.sqlite', { cwd: dirname(file) })).toHaveLength(1);
});

test('a missing store is never taken for a new workspace', async () => {
  const userData = freshUserData();
  const file = await fillDemo(userData);
  rmSync(file);
  const { page } = await openPerch({ userData, args: demo });
  await page.getByText(/missing or empty/).waitFor(patiently);
  expect(globSync('perch.sqlite', { cwd: dirname(file) })).toEqual([]);
});
