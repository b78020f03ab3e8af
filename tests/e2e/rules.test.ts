import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { choose, hasFocus, openBySearch, patiently } from './support/theWindow.ts';

async function expectNoFaults(page: Page) {
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
}

/** Writes a rule with the keyboard alone: on a conversation that begins with "refund", it adds the tag of that name. */
async function writeRule(page: Page) {
  await choose(page, 'Manage rules');
  const dialog = page.getByRole('dialog', { name: 'Rules' });
  await dialog.getByRole('button', { name: 'New rule' }).press('Enter');
  await hasFocus(dialog.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.type('Refunds');
  await dialog.getByRole('button', { name: 'Add a condition' }).press('Enter');
  await dialog.getByRole('textbox', { name: 'Value of condition 1' }).focus();
  await page.keyboard.type('refund*, money back');
  await dialog
    .getByRole('group', { name: 'Add tags' })
    .getByRole('button', { name: 'Refund' })
    .press('Enter');
  const sentence = 'When a conversation begins, if the text has “refund*” or “money back”: add “Refund”.';
  await dialog.getByText(sentence).waitFor(patiently);
  await dialog.getByText(/^Would have matched/).waitFor(patiently);
  await expectNoFaults(page);
  await dialog.getByRole('button', { name: 'Save rule' }).press('Enter');
  await dialog.getByRole('button', { name: 'Edit Refunds' }).waitFor(patiently);
  await dialog.getByText(sentence).waitFor(patiently);
  await expectNoFaults(page);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached', ...patiently });
}

test('a rule is written by keyboard, acts on a message that arrives, and is undone in the timeline', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ args: ['--demo'], userData });
  await page.getByRole('option').first().waitFor(patiently);
  const { id: tag } = await askEngine(page, 'tags.create', { name: 'Refund', colour: 'green' });
  await writeRule(page);
  const x = await findDemoX(userData);
  await x.control('mention', { from: 'refund_rita', text: 'Where are my refunds?' });
  await askEngine(page, 'capture.pollNow', {});
  await openBySearch(page, 'refund_rita');
  const main = page.getByRole('main');
  await main.getByText('Rule “Refunds”').waitFor(patiently);
  const read = async () => {
    const { items } = await askEngine(page, 'conversations.list', { view: 'all' });
    return items.find(({ person }) => person.handle === 'refund_rita')?.tags;
  };
  expect(await read()).toEqual([tag]);
  await expectNoFaults(page);
  await main.getByRole('button', { name: 'Undo the rule “Refunds”' }).press('Enter');
  await main.getByText('Rule “Refunds”').waitFor({ state: 'detached', ...patiently });
  expect(await read()).toEqual([]);
  await choose(page, 'Manage rules');
  const dialog = page.getByRole('dialog', { name: 'Rules' });
  await dialog.getByRole('button', { name: 'Runs of Refunds' }).press('Enter');
  await dialog.getByText('Refunds, undone: add “Refund”').waitFor(patiently);
  await expectNoFaults(page);
});
