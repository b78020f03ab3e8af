import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { choose as chooseCommand, openRow, patiently, takesKeys } from './support/theWindow.ts';

const sidebar = (page: Page, agent: string) => page.getByRole('button', { name: `Working as ${agent}` });

/** Opens the list of agents in the settings and moves down in it, by keyboard. */
async function choose(page: Page, steps: number): Promise<void> {
  await page.getByRole('combobox', { name: 'Who is working' }).press('Enter');
  await takesKeys(page.getByRole('listbox'));
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('agents take turns at one computer by keyboard, and each keeps what is theirs', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await openRow(page).waitFor(patiently);
  const { items } = await askEngine(page, 'conversations.list', { view: 'queue', limit: 1 });
  await askEngine(page, 'conversations.assign', { id: items[0]?.id ?? '', agent: 'Sam' });

  await page.keyboard.press('ControlOrMeta+,');
  await choose(page, 2);
  const name = page.getByRole('textbox', { name: 'Name of the new agent' });
  await name.and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('sam');
  await page.keyboard.press('Enter');
  await page.getByText('“Sam” is the name of another agent.').waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await name.fill('Robin');
  await name.press('Enter');
  await page.getByRole('combobox', { name: 'Who is working' }).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.press('Escape');
  await sidebar(page, 'Robin').waitFor(patiently);
  await page.getByRole('button', { name: 'Mine', exact: true }).waitFor(patiently);

  await chooseCommand(page, 'Switch to Sam');
  await sidebar(page, 'Sam').waitFor(patiently);
  await page.getByRole('button', { name: 'Mine 1' }).waitFor(patiently);
});
