import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { OPEN_MARKER } from '#engine/store/storeMarkers.ts';
import { leafPages, overwrite, spoilPage } from '../support/damagedStore.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { patiently } from './support/theWindow.ts';

const demo = ['--demo'];

/** The names of the damaged files that were kept beside a store. */
const keptFiles = (file: string) => globSync('perch-damaged-*.sqlite', { cwd: dirname(file) });

function countMessages(file: string): number {
  const db = new Database(file, { readonly: true });
  try {
    return Number(db.prepare('SELECT count(*) FROM messages').pluck().get());
  } finally {
    db.close();
  }
}

/** Fills a demo workspace and closes it. Returns its store's file. */
async function fillDemo(userData: string): Promise<string> {
  const { page, close } = await openPerch({ userData, args: demo });
  // All of it: of a few messages there is one page only.
  await askEngine(page, 'capture.pollNow', {});
  await close();
  const [file] = globSync('**/perch.sqlite', { cwd: userData });
  if (file === undefined) throw new Error('The demo workspace has no store');
  // Of an engine that took too long to end, the log would mend what is damaged next.
  const db = new Database(join(userData, file));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
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
  await expect.poll(() => keptFiles(file), patiently).toHaveLength(1);
  await page.getByRole('option').first().waitFor(patiently);
  await page.getByText(/saved [\d,]+ entries of the damaged file/).waitFor(patiently);
  await page.getByText(/in \d+ of its \d+ tables, about: .*messages/).waitFor(patiently);
  await page.getByRole('button', { name: 'Got it' }).click();
  await page.getByText(/of the damaged file/).waitFor({ ...patiently, state: 'detached' });
});

test('the newest copy is restored, and shows what was stored when it was made', async () => {
  const userData = freshUserData();
  const file = await fillDemo(userData);
  const copies = join(dirname(file), 'copies');
  mkdirSync(copies, { recursive: true });
  copyFileSync(file, join(copies, 'perch-20261120T090000Z.sqlite'));
  const before = countMessages(file);
  overwrite(file, 0, Buffer.alloc(8_192, 0xa5));
  const { page } = await openPerch({ userData, args: demo });
  await page.getByText(/file is damaged/).waitFor(patiently);
  await page.getByRole('button', { name: 'Restore the backup' }).click();
  await page.getByRole('option').first().waitFor(patiently);
  await page.getByText(/file is damaged/).waitFor({ ...patiently, state: 'detached' });
  expect(keptFiles(file)).toHaveLength(1);
  expect(countMessages(file)).toBeGreaterThanOrEqual(before);
});

test('a new store takes the place of a damaged one only after a second answer', async () => {
  const userData = freshUserData();
  const file = await fillDemo(userData);
  overwrite(file, 0, Buffer.alloc(8_192, 0xa5));
  const damaged = readFileSync(file);
  const { page } = await openPerch({ userData, args: demo });
  const startAnew = page.getByRole('button', { name: 'Start anew' });
  const question = page.getByRole('dialog', { name: 'Start with an empty workspace?' });
  await startAnew.click(patiently);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await question.waitFor({ ...patiently, state: 'detached' });
  expect(readFileSync(file).equals(damaged)).toBe(true);
  await startAnew.click();
  await question.getByRole('button', { name: 'Start anew' }).click();
  await page.getByRole('option').first().waitFor(patiently);
  const [kept = ''] = keptFiles(file);
  expect(readFileSync(join(dirname(file), kept)).equals(damaged)).toBe(true);
});

test('a missing store is never taken for a new workspace', async () => {
  const userData = freshUserData();
  const file = await fillDemo(userData);
  rmSync(file);
  const { page } = await openPerch({ userData, args: demo });
  await page.getByText(/missing or empty/).waitFor(patiently);
  expect(globSync('perch.sqlite', { cwd: dirname(file) })).toEqual([]);
});
