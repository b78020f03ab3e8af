import { expect, test } from 'vitest';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { openBySearch, patiently, replyField } from './support/theWindow.ts';

test('the composer warns of private data, links, a missing space and invisible characters, in both themes', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.getByRole('option').filter({ hasText: '@davidpark' }).click(patiently);
  await page.keyboard.press('r');
  await replyField(page).fill('\ufeffBel 0471\u00a023\u202f45\u201167. Lees het bericht.Nu, of foo.music');
  await page.getByText(/seems to contain a phone number/).waitFor(patiently);
  await page.getByText(/X makes a link of “bericht\.Nu”/).waitFor(patiently);
  await page.getByText(/An invisible character that X refuses/).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('ControlOrMeta+.');
  await expect.poll(() => replyField(page).inputValue(), patiently).toContain('bericht. Nu, of foo.music');
  await page
    .getByText(/The link “foo\.music” makes this reply cost \$0\.20\./)
    .first()
    .waitFor({ ...patiently, state: 'attached' });
});

test('the composer shows the language of the customer, and says that a reply is in another', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await openBySearch(page, 'fenna_smit');
  await page.getByText(/writes in Dutch$/).waitFor({ ...patiently, state: 'attached' });
  await page.keyboard.press('r');
  await replyField(page).fill('We have found your order and the parcel will be on its way to you today.');
  const note = page.getByText(/writes in Dutch, and this reply is in English\./);
  await note.waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.getByRole('button', { name: 'Reply in English' }).focus();
  await page.keyboard.press('Enter');
  await note.waitFor({ ...patiently, state: 'detached' });
  await replyField(page).fill('We hebben je bestelling gevonden en sturen het pakje vandaag nog op.');
  await note.waitFor({ ...patiently, state: 'detached' });
});
