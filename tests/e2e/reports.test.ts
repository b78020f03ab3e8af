import { expect, test } from 'vitest';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { storeScores } from './support/storedScores.ts';
import { chooseSurveys, patiently } from './support/theWindow.ts';

test('keys lead to what surveys say, which can be read, compared and filtered', async () => {
  const userData = freshUserData();
  await storeScores(userData);
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await chooseSurveys(page);
  await page.getByRole('heading', { name: 'Reports', level: 1 }).waitFor(patiently);
  await page.getByText('160 of 240 gave a score').waitFor(patiently);
  await page.getByText(/^Higher than in the period before: /).waitFor(patiently);
  await page.getByRole('img', { name: /^160 scores; most often 5, \d+ times$/ }).waitFor(patiently);
  await page.getByRole('region', { name: 'Week by week' }).getByText('As a table').click();
  await page.getByRole('table', { name: 'Week by week' }).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  const comments = page.getByRole('region', { name: 'Comments' });
  await comments.getByText('Quick help 1', { exact: false }).first().waitFor(patiently);
  await comments.getByRole('searchbox').fill('slow');
  await comments
    .getByText(/^Too slow/)
    .first()
    .waitFor(patiently);
  await expect.poll(() => comments.getByText(/^Quick help/).count(), patiently).toBe(0);
  await page.getByRole('radio', { name: 'NPS' }).click();
  await page.getByText('Net Promoter Score').first().waitFor(patiently);
  await page.getByText(/^Promoters, 9 and 10: \d+/).waitFor(patiently);
});
