import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askEngine } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { hasFocus, openBySearch, patiently, replyField } from './support/theWindow.ts';

const slowly = { timeout: 60_000 };

test('one key shows a survey, Enter sends it, and it can be taken back', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  // At any hour of the day.
  await askEngine(page, 'surveys.updateSettings', { quietFrom: 0, quietTo: 0 });
  const x = await findDemoX(userData);
  await x.control('person', { handle: 'thankful', name: 'Thea Thankful' });
  await x.control('dm', { from: 'thankful', text: 'It works again, thank you!' });
  await page.keyboard.press('Shift+R');
  await openBySearch(page, 'thankful');
  await page.keyboard.press('q');
  const dialog = page.getByRole('dialog', { name: 'Send a survey' });
  const send = dialog.getByRole('button', { name: 'Resolve and send survey' });
  await send.waitFor(slowly);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden', ...slowly });
  await page.getByRole('button', { name: 'Send now' }).first().waitFor(slowly);
  await page.keyboard.press('z');
  await expect
    .poll(async () => (await askEngine(page, 'surveys.list', {})).items.map(({ state }) => state), slowly)
    .toEqual(['cancelled']);
  // Unlike a reply, a survey is nothing to go on writing.
  expect(await replyField(page).inputValue()).toBe('');
  await page.keyboard.press('q');
  await dialog.getByRole('button', { name: 'Send survey', exact: true }).waitFor(slowly);
  // A press that comes before the focus is not the dialog's.
  await dialog.getByRole('form').and(page.locator(':focus')).waitFor(slowly);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Send now' }).first().click(slowly);
  await page.getByText('Survey sent').first().waitFor(slowly);
  const { sentDms } = await x.state();
  expect(sentDms.at(-1)?.text).toContain('from 1 (very dissatisfied) to 5');
  await page.keyboard.press('q');
  await dialog.getByText(/sent a survey not long ago/).waitFor(slowly);
});

test('the tags of the survey rule are picked from a list by keyboard', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const { rule } = await askEngine(page, 'surveys.settings', {});
  for (const name of ['Delivery', 'Refund']) await askEngine(page, 'tags.create', { name });
  await askEngine(page, 'surveys.updateSettings', { rule: { ...rule, on: true } });
  await page.keyboard.press('ControlOrMeta+,');
  const button = page.getByRole('button', { name: 'Choose tags' });
  await button.focus(slowly);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Only with these tags' });
  await hasFocus(dialog.getByRole('combobox'));
  for (const [typed, name] of [
    ['ref', 'Refund'],
    ['VIP', 'VIP'],
  ] as const) {
    await page.keyboard.type(typed);
    await dialog.locator('[cmdk-item][aria-selected="true"]').filter({ hasText: name }).waitFor(slowly);
    await page.keyboard.press('Enter');
    await dialog.getByRole('option', { name: new RegExp(name), checked: true }).waitFor(slowly);
  }
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden', ...slowly });
  await hasFocus(button);
  await page.getByRole('button', { name: 'Remove VIP' }).waitFor(slowly);
  const tagIds = async () => (await askEngine(page, 'surveys.settings', {})).rule.tagIds;
  await expect.poll(async () => (await tagIds()).length, slowly).toBe(2);
  await page.keyboard.press('Tab');
  await hasFocus(page.getByRole('button', { name: 'Remove Refund' }));
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await tagIds()).length, slowly).toBe(1);
  await hasFocus(button);
});
