import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { pasteFile } from './support/pasteFile.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { hasFocus, patiently, replyField } from './support/theWindow.ts';

const photo = path.resolve('assets/demo/photos/parcel-on-porch.png');
const long =
  'Hi David, we have looked at your account together with our colleague dhr. Jansen, and found what went wrong this morning. ' +
  'The card was charged once only; the second line in your bank’s app is a reservation that disappears by itself within three days.\n\n' +
  'If it is still there on Monday, then please send us the last four digits of the card in a private message. Thank you for your patience!';

test('pictures are pasted and chosen, described and sent with a long reply, by the keyboard', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
  }, photo);
  await page.getByRole('option').first().waitFor(patiently);
  await page.getByRole('option').filter({ hasText: '@davidpark' }).click(patiently);
  await page.keyboard.press('r');
  await replyField(page).fill(long);
  await page.getByRole('list', { name: 'The posts of this reply' }).waitFor(patiently);
  await pasteFile(page, readFileSync(photo).toString('base64'));
  await page.getByRole('textbox', { name: 'Description of pasted.png' }).waitFor(patiently);
  await page.keyboard.press('ControlOrMeta+Shift+A');
  await page.getByRole('textbox', { name: /Description of parcel-on-porch/ }).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText(/2 pictures have no description/).waitFor(patiently);
  await hasFocus(page.getByRole('textbox', { name: 'Description of pasted.png' }));
  await page.keyboard.insertText('A receipt');
  await page.keyboard.press('ControlOrMeta+Enter');
  const entries = async () => (await askEngine(page, 'outbox.list', {})).items;
  await expect.poll(async () => (await entries())[0]?.parts?.length, patiently).toBe(2);
  const [entry] = await entries();
  expect(entry?.attachments).toMatchObject([{ altText: 'A receipt' }, { altText: '' }]);
  await askEngine(page, 'outbox.sendNow', { id: entry?.id ?? '' });
  await expect.poll(async () => (await entries())[0]?.status.kind, { timeout: 60_000 }).toBe('sent');
  await page
    .getByText(/\(2\/2\)/)
    .first()
    .waitFor(patiently);
});
