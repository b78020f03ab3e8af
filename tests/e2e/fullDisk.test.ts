import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { canMount, mountDisk } from '../support/tmpfs.ts';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { openRow, patiently, replyField } from './support/theWindow.ts';

/** Writes until the disk has no room left. */
function fill(file: string): void {
  for (let kilobytes = 4_096; kilobytes >= 1; ) {
    try {
      writeFileSync(file, Buffer.alloc(kilobytes * 1_024), { flag: 'a' });
    } catch {
      kilobytes = Math.floor(kilobytes / 2);
    }
  }
}

test.skipIf(!canMount)(
  'a full disk is said at once and for as long as it is full, also at the composer',
  async () => {
    const userData = mountDisk(120_000);
    const { page } = await openPerch({ userData, args: ['--demo'] });
    await askEngine(page, 'capture.pollNow', {});
    await page.getByRole('option').nth(3).waitFor(patiently);
    await page.keyboard.press('j');
    await expect.poll(async () => openRow(page).count(), patiently).toBe(1);
    const filler = path.join(userData, 'filler');
    fill(filler);
    await page.keyboard.press('r');
    await replyField(page).and(page.locator(':focus')).waitFor(patiently);
    // Half-filled pages of the store still take short drafts.
    await page.keyboard.insertText('We are looking into it. '.repeat(1_500));
    await page.getByText(/^This draft isn’t saved yet\./).waitFor(patiently);
    await page.getByText(/^Your disk is full\./).waitFor(patiently);
    await page.getByRole('navigation').getByText('Disk full').waitFor(patiently);
    rmSync(filler);
    await page.getByText(/^This draft isn’t saved yet\./).waitFor({ ...patiently, state: 'detached' });
    await page.getByText(/^Your disk is full\./).waitFor({ ...patiently, state: 'detached' });
    await page.getByRole('navigation').getByText('Demo').waitFor(patiently);
  },
);
