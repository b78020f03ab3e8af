import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { chooseSurveys, openBySearch, patiently } from './support/theWindow.ts';

const slowly = { timeout: 60_000 };

test('what a customer says in words is a score on the conversation, which keys correct', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await askEngine(page, 'surveys.updateSettings', { quietFrom: 0, quietTo: 0 });
  const x = await findDemoX(userData);
  const write = async (text: string) => {
    await x.control('dm', { from: 'tevreden', text });
    await askEngine(page, 'capture.pollNow', {});
  };
  await x.control('person', { handle: 'tevreden', name: 'Tess Tevreden' });
  await write('Het werkt weer, dank je wel!');
  await openBySearch(page, 'tevreden');
  await page.keyboard.press('q');
  const asking = page.getByRole('dialog', { name: 'Send a survey' });
  await asking.getByRole('radio', { name: 'Recommendation (0–10)' }).click(slowly);
  await asking.getByText(/van 0 .* tot 10/).waitFor(slowly);
  await asking.getByRole('button', { name: 'Resolve and send survey' }).click(slowly);
  await page.getByRole('button', { name: 'Send now' }).first().click(slowly);
  await page.getByText('Survey sent').first().waitFor(slowly);
  await write('7 of 8');
  await page.getByText('Perhaps a score, not counted. They named a range.').waitFor(slowly);
  await write('een dikke 9');
  await page.getByText('Survey answered: 9 out of 10').waitFor(slowly);
  await page.getByText(/Last score: 9 out of 10, /).waitFor(slowly);
  await page.keyboard.press('Shift+Q');
  const dialog = page.getByRole('dialog', { name: 'Score of a survey' });
  await dialog.getByText('een dikke 9').waitFor(slowly);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await dialog.getByRole('form').and(page.locator(':focus')).waitFor(slowly);
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden', ...slowly });
  await page.getByText(/set the score to 10 out of 10, 9 before/).waitFor(slowly);
  await page.getByText(/Last score: 10 out of 10, /).waitFor(slowly);
  expect((await askEngine(page, 'surveys.list', {})).items).toMatchObject([
    { state: 'answered', score: 10, corrections: [{ from: 9, to: 10 }] },
  ]);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await chooseSurveys(page);
  await page.getByRole('radio', { name: 'NPS' }).click(slowly);
  await page.getByText('1 of 1 gave a score').waitFor(slowly);
  await page.getByText('Too few to say: 1 of at least 10 scores').waitFor(slowly);
});
