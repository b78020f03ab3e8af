import { expect, test } from 'vitest';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { openRow, patiently } from './support/theWindow.ts';

test('all shortcuts are shown with nothing open, and one is changed by keyboard and kept', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await help.getByText('Send and resolve', { exact: true }).waitFor(patiently);

  const change = help.getByRole('button', { name: /^Change the shortcut of Resolve / });
  await change.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('h');
  await help.getByText('Already used for “Snooze”').waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('i');
  await help.getByRole('button', { name: 'Reset the shortcut of Resolve', exact: true }).waitFor(patiently);
  await page.keyboard.press('Escape');
  await help.waitFor({ ...patiently, state: 'detached' });

  await page.keyboard.press('j');
  const selected = () => openRow(page).getAttribute('id', patiently);
  const first = await selected();
  await page.keyboard.press('e');
  expect(await selected()).toBe(first);
  await page.keyboard.press('i');
  await page.getByText('Resolved', { exact: false }).first().waitFor(patiently);
  await expect.poll(selected, patiently).not.toBe(first);
});
