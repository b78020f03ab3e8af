import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '#renderer/locales/en.ts';
import { writeBigArchive } from '../support/bigArchive.ts';
import { askEngine } from './support/engineInPage.ts';
import { storeLongHistory, writerId } from './support/longHistory.ts';
import { freshUserData, openPerch, pidOf } from './support/openPerch.ts';
import { choose, hasFocus, isDrawn, patiently } from './support/theWindow.ts';

const texts = [...Array.from({ length: 3_000 }, (_, n) => `Letter ${n}, about parcels.`), 'The zeppelin.'];

async function openWithHistory() {
  const userData = freshUserData();
  await storeLongHistory(userData, texts);
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const dir = path.join(userData, 'workspaces', 'demo');
  const copies = () => (existsSync(path.join(dir, 'copies')) ? readdirSync(path.join(dir, 'copies')) : []);
  return { app, page, dir, copies, userData };
}

/** Kills the engine alone, and waits until the window says so. */
async function killEngine(app: ElectronApplication, page: Page): Promise<void> {
  const pid = await pidOf(app, 'Perch engine');
  if (!pid) throw new Error('no engine runs');
  const shown = isDrawn(page, /Perch’s engine is restarting/);
  process.kill(pid, 'SIGKILL');
  await shown;
}

/** Without yielding: some steps are over within milliseconds. */
function waitHere(isReached: () => boolean): void {
  const end = performance.now() + 20_000;
  while (!isReached()) if (performance.now() > end) throw new Error('waited in vain');
}

const noticed = (page: Page) => page.getByText(/Perch’s engine (?:is not running|had to restart)/).count();

test('an import, a backup and an erasure go on with the next engine, and the window says how they end', async () => {
  const { app, page, dir, copies } = await openWithHistory();
  const { account } = await askEngine(page, 'system.info', {});
  if (!account) throw new Error('the demo has no account');
  const archive = path.join(freshUserData(), 'twitter-2026.zip');
  const { posts, dms } = writeBigArchive(archive, 6_000, account);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, archive);
  await page.getByRole('button', { name: /^Sync/ }).first().click();
  const section = page.getByRole('region', { name: 'Archive of X' });
  await section.getByRole('button', { name: 'Choose archive…' }).click();
  await section.getByRole('progressbar').waitFor(patiently);
  await killEngine(app, page);
  await section.getByText('twitter-2026.zip was imported.').waitFor(patiently);
  const { import: imported } = await askEngine(page, 'archive.status', {});
  expect(imported).toMatchObject({ posts, dms, skipped: [] });
  expect(await noticed(page)).toBe(0);

  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Back up now' }).click();
  waitHere(() => copies().some((name) => name.endsWith('.unfinished')));
  await killEngine(app, page);
  await settings
    .getByRole('status')
    .filter({ hasText: 'Backup made' })
    .waitFor({ ...patiently, state: 'attached' });
  expect(copies()).toEqual([expect.stringMatching(/^perch-\w+\.sqlite$/)]);
  await page.keyboard.press('Escape');
  await settings.waitFor({ ...patiently, state: 'detached' });

  await page.keyboard.press('/');
  await hasFocus(page.getByRole('combobox', { name: 'Search' }));
  await page.keyboard.type('zeppelin');
  await page.keyboard.press('Enter');
  await page.locator('main article[aria-current] mark').waitFor(patiently);
  await choose(page, en.erasing.command);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/3,001 messages/).waitFor(patiently);
  await page.keyboard.type(writerId);
  await dialog.getByRole('checkbox').check();
  const earlier = copies();
  await dialog.getByRole('button', { name: en.erasing.doIt }).click();
  waitHere(() => existsSync(path.join(dir, 'erasures.json')));
  await killEngine(app, page);
  await dialog.getByRole('heading', { name: en.erasing.doneTitle }).waitFor(patiently);
  await dialog.getByText(en.erasing.unproven).waitFor(patiently);
  await dialog.getByText(en.erasing.backupsGo).waitFor(patiently);
  await expect.poll(copies, patiently).not.toContain(earlier[0]);
  expect(copies()).toHaveLength(1);
  expect(await askEngine(page, 'search.messages', { text: 'zeppelin' })).toMatchObject({ items: [] });
  expect(await noticed(page)).toBe(0);
});

test('a restore whose engine is killed on the way is carried out by the next one, once', async () => {
  const { page, dir, copies } = await openWithHistory();
  await askEngine(page, 'backups.make', {});
  const pidIn = () => readFileSync(path.join(dir, 'engine.pid'), 'utf8');
  const before = pidIn();
  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const line = settings.getByRole('list', { name: 'Backups' }).getByRole('listitem');
  await line.getByRole('button', { name: /^Restore the backup/ }).click();
  await line.getByRole('alert').getByRole('button', { name: 'Restore' }).click();
  // As soon as the present store is being kept.
  waitHere(() => copies().length > 1);
  const pid = pidIn();
  expect(pid).not.toBe(before);
  process.kill(Number(pid), 'SIGKILL');
  await settings.waitFor({ ...patiently, state: 'detached' });
  await page.getByRole('option').first().waitFor(patiently);
  const found = await askEngine(page, 'search.messages', { text: 'zeppelin' });
  expect(found.items).toHaveLength(1);
  const { items } = await askEngine(page, 'backups.list', {});
  for (const { name } of items) {
    const { messages, missingMessages } = await askEngine(page, 'backups.inspect', { name });
    expect(messages).toBeGreaterThanOrEqual(texts.length);
    // The customers of the demo write on meanwhile.
    expect(missingMessages).toBeLessThan(10);
  }
  expect(items.length).toBeGreaterThan(1);
  expect(readdirSync(dir).filter((name) => name.startsWith('perch.sqlite.'))).toEqual([]);
});

test('after the whole application is killed during a restore, the next start says what became of it', async () => {
  const { app, page, dir, copies, userData } = await openWithHistory();
  await askEngine(page, 'backups.make', {});
  const [{ id = '' } = {}] = (await askEngine(page, 'conversations.list', { view: 'queue' })).items;
  await askEngine(page, 'conversations.setStatus', { id, status: 'resolved' });
  await page.getByRole('button', { name: 'Settings' }).click();
  const line = page.getByRole('dialog').getByRole('list', { name: 'Backups' }).getByRole('listitem');
  await line.getByRole('button', { name: /^Restore the backup/ }).click();
  await line.getByRole('alert').getByRole('button', { name: 'Restore' }).click();
  waitHere(() => copies().length > 1);
  const engine = Number(readFileSync(path.join(dir, 'engine.pid'), 'utf8'));
  app.process().kill('SIGKILL');
  process.kill(engine, 'SIGKILL');

  const next = await openPerch({ userData, args: ['--demo'] });
  const banner = next.page.getByRole('status').filter({ hasText: /restored/ });
  await banner.waitFor(patiently);
  const { conversation } = await askEngine(next.page, 'conversations.get', { id });
  expect(await banner.innerText()).toMatch(
    conversation.status === 'resolved'
      ? /The backup of .* was not restored\. The workspace is as it was\./
      : /was restored from the backup of .*To go back, restore the backup of/,
  );
  await banner.getByRole('button', { name: 'Got it' }).click();
  await banner.waitFor({ ...patiently, state: 'detached' });
  expect(
    readdirSync(dir).filter(
      (name) => /^(?:perch\.sqlite|restore\.json)./.test(name) || name === 'restore.json',
    ),
  ).toEqual(['perch.sqlite-shm', 'perch.sqlite-wal']);
});
