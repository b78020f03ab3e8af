import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

test('a quote that does not name the account enters the queue, and the Sync screen can switch that off', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ args: ['--demo'], userData });
  await page.getByRole('option').first().waitFor(patiently);
  const demo = await findDemoX(userData);
  const id = await demo.control('own-post', { text: 'Our new app is here' });
  await askEngine(page, 'capture.pollNow', {});
  await demo.control('post', { from: 'quoting_q', text: 'It crashes all day', quotedId: id });
  await askEngine(page, 'capture.pollNow', {});
  const { items } = await askEngine(page, 'conversations.list', { view: 'queue', limit: 200 });
  expect(items.find(({ person }) => person.handle === 'quoting_q')).toMatchObject({ reason: 'quote' });

  await page.keyboard.press('g');
  await page.keyboard.press('c');
  const control = page.getByRole('switch', { name: 'Quotes of your posts' });
  await control.waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await control.focus();
  await page.keyboard.press('Space');
  await page.getByText('What Perch does not capture').click();
  await page.getByText(/fetching them is switched off/).waitFor(patiently);
});
