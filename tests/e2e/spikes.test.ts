import path from 'node:path';
import { expect, test } from 'vitest';
import { SLOT_MS } from '#engine/listening/spikes/baseline.ts';
import { insertSlotCounts } from '#engine/store/slotCounts.ts';
import { inTransaction } from '#engine/store/sql.ts';
import { DAY_MS } from '#shared/time.ts';
import { openWorkspace } from '../../bench/workspace.ts';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { hasFocus, patiently } from './support/theWindow.ts';

const POSTS = 40;

/** Stores, before Perch starts, that one mention came in each ten minutes of four weeks. */
function storePast(userData: string): void {
  const db = openWorkspace(path.join(userData, 'workspaces', 'demo'));
  const last = Math.floor(Date.now() / SLOT_MS) * SLOT_MS - SLOT_MS;
  const counts = Array.from({ length: (28 * DAY_MS) / SLOT_MS }, (_, index) => ({
    slotAt: last - index * SLOT_MS,
    posts: 1,
  }));
  inTransaction(db, () => insertSlotCounts(db, 'mentions', counts));
  db.close();
}

test('a flood of mentions raises an alert with its reasons, which is dismissed by keyboard', async () => {
  const userData = freshUserData();
  storePast(userData);
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const x = await findDemoX(userData);
  for (let n = 0; n < POSTS; n += 1)
    await x.control('mention', {
      from: `angry_${n}`,
      text: `Nobody replies, this is number ${n} #HarbourFail`,
    });
  await askEngine(page, 'capture.pollNow', {});
  const banner = page.getByRole('status').filter({ hasText: '#harbourfail' });
  await banner.getByText(/Mentions, .*posts in 10 minutes, usually 1/).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await banner.getByRole('button', { name: 'Show the posts' }).press('Enter');
  await page
    .getByRole('option', { name: /angry_/ })
    .first()
    .waitFor(patiently);
  await banner.getByRole('button', { name: 'Dismiss the alert' }).press('Enter');
  await banner.waitFor({ state: 'detached', ...patiently });
  await hasFocus(page.getByRole('listbox', { name: 'Queue' }));
});
