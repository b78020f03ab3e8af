import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { toTable } from '../support/someTable.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { choose, patiently, takesKeys } from './support/theWindow.ts';

test('a table is shown, its mapping changed by keyboard, imported, reported and found', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const { items } = await askEngine(page, 'conversations.list', { view: 'all' });
  const handle = items[0]?.person.handle ?? '';
  const file = path.join(freshUserData(), 'earlier.csv');
  writeFileSync(
    file,
    toTable(
      [
        ['id', 'ticket', 'direction', 'handle', 'message', 'agent', 'written'],
        ['1', '7', 'incoming', handle, 'parcel quokka is late', '', '2024-03-10 14:22'],
        ['2', '7', 'outgoing', '', 'the quokka parcel arrives today', 'Bram', '2024-03-10 14:30'],
        ['3', '8', 'incoming', 'Somebody Else', 'who is this', '', '2024-03-10 15:00'],
      ],
      ';',
    ),
  );
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);
  await choose(page, 'Import an archive');
  const section = page.getByRole('region', { name: 'Archive of X' });
  const dialog = page.getByRole('dialog', { name: 'Import a table of messages' });
  await dialog.getByText('Choose the column with the time.').waitFor(patiently);
  expect(await dialog.getByRole('button', { name: 'Import' }).isDisabled()).toBe(true);
  const pick = async (field: string, typed: string) => {
    await dialog.getByRole('combobox', { name: field, exact: true }).focus();
    await page.keyboard.press('Enter');
    await takesKeys(page.getByRole('listbox'));
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ ...patiently, state: 'detached' });
  };
  await pick('Time', 'written');
  await dialog.getByText('Choose the time zone.').waitFor(patiently);
  await pick('Time zone of times without one', 'Europe/Brussels');
  await dialog.getByRole('cell', { name: `to @${handle}, by Bram` }).waitFor(patiently);
  await dialog.getByRole('cell', { name: /^Rows that name their customer by no handle/ }).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await dialog.getByRole('button', { name: 'Import' }).focus();
  await page.keyboard.press('Enter');
  await section.getByText('earlier.csv was imported.').waitFor(patiently);
  await section.getByText(/^New in Perch: 2 posts, 0 private/).waitFor(patiently);
  const found = await askEngine(page, 'search.messages', { text: 'quokka' });
  expect(found.items.map(({ message }) => [message.text, message.agent ?? null, message.at])).toEqual([
    ['the quokka parcel arrives today', 'Bram', Date.UTC(2024, 2, 10, 13, 30)],
    ['parcel quokka is late', null, Date.UTC(2024, 2, 10, 13, 22)],
  ]);
});
