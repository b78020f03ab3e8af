import { expect, test } from 'vitest';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

test('a backup is made and restored in the settings, and the way back is a backup too', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const backups = settings.getByRole('list', { name: 'Backups' }).getByRole('listitem');
  const first = page.getByRole('option').first();
  await first.waitFor(patiently);
  await page.getByRole('button', { name: 'Settings' }).click();
  await settings.getByRole('button', { name: 'Back up now' }).click();
  await expect.poll(() => backups.count(), patiently).toBe(1);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await settings.waitFor({ ...patiently, state: 'detached' });

  // What is done now is not in it.
  const name = await first.getAttribute('id');
  const gone = page.locator(`[id="${name}"]`);
  await first.click();
  await page.getByRole('button', { name: 'Resolve', exact: true }).click(patiently);
  await gone.waitFor({ ...patiently, state: 'detached' });

  await page.getByRole('button', { name: 'Settings' }).click();
  await backups.getByRole('button', { name: /^Restore the backup/ }).click();
  const question = backups.getByRole('alert');
  await expect.poll(() => question.innerText(), patiently).toMatch(/This backup has \d+ messages.*since/s);
  await question.getByRole('button', { name: 'Restore' }).click();
  await settings.waitFor({ ...patiently, state: 'detached' });
  await gone.waitFor(patiently);

  await page.getByRole('button', { name: 'Settings' }).click();
  await expect.poll(() => backups.count(), patiently).toBe(2);
});
