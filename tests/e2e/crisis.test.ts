import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPdf } from '../support/readPdf.ts';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

test('crisis mode is started by a key, run by keyboard and ended with a hand-back', async () => {
  const userData = freshUserData();
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const x = await findDemoX(userData);
  for (const from of ['angry_1', 'angry_2', 'angry_3'])
    await x.control('mention', { from, text: 'Payment fails at checkout all the time' });
  await askEngine(page, 'capture.pollNow', {});
  await page.keyboard.press('ControlOrMeta+Shift+C');
  const start = page.getByRole('dialog', { name: 'Start crisis mode' });
  await start.getByRole('textbox', { name: 'What happened' }).fill('Payments fail');
  await start
    .getByRole('textbox', { name: 'Holding statement' })
    .fill('We are looking into it, {firstName}.');
  await start.getByRole('button', { name: 'Start crisis mode' }).press('Enter');
  const panel = page.getByRole('dialog', { name: 'Crisis mode: Payments fail' });
  await panel.getByText('Crisis mode started').waitFor(patiently);
  await panel.getByRole('button', { name: 'Draft 3 replies' }).press('Enter');
  await panel.getByRole('button', { name: 'Send 3 drafts' }).press('Enter');
  await panel.getByRole('alert').getByRole('button', { name: 'Send' }).press('Enter');
  await panel.getByRole('button', { name: 'Stop sending' }).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await panel.getByRole('button', { name: 'Stop sending' }).press('Enter');
  await panel.getByText(/Sending stopped; replies taken back: [23]/).waitFor(patiently);
  await panel.getByRole('textbox', { name: 'Entry' }).fill('The bank is down');
  await panel.getByRole('button', { name: 'Add entry' }).press('Enter');
  await panel.getByText('Became known').nth(1).waitFor(patiently);
  await page.keyboard.press('Escape');
  await page.getByText('Surveys and promises are frozen').waitFor(patiently);
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+Shift+C');
  await panel.getByRole('textbox', { name: 'Hand-back' }).fill('Payments work again');
  await panel.getByRole('button', { name: 'End crisis mode' }).press('Enter');
  await panel.getByRole('alert').getByRole('button', { name: 'End crisis mode' }).press('Enter');
  await page.getByText('Surveys and promises are frozen').waitFor({ state: 'detached', ...patiently });
  const past = page.getByRole('dialog', { name: 'Incidents and reports' });
  await past.getByText('Payments work again').waitFor(patiently);
  const file = path.join(userData, 'incident.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await past.getByRole('button', { name: 'Save as PDF' }).press('Enter');
  await expect.poll(() => existsSync(file) && statSync(file).size > 0, patiently).toBe(true);
  const { text } = readPdf(readFileSync(file));
  for (const words of ['Payments fail', 'Posts to you', 'Crisis mode started', 'Payments work again'])
    expect(text).toContain(words);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
});
