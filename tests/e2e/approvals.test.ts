import type { Page } from 'playwright-core';
import { expect, onTestFinished, test, vi } from 'vitest';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { addColleague, hasFocus, patiently, zoom } from './support/theWindow.ts';

const card = (page: Page) => page.getByRole('region', { name: /^Waiting for approval/ });

const field = (page: Page) => page.getByRole('textbox', { name: /^Public reply/ });

/**
 * Has the window think that it is evening. After midnight a line says where today begins, between a message of some hours ago and what was
 * done since, and takes its place.
 */
function stubEvening(): void {
  const hours = ((18 - new Date().getUTCHours() + 36) % 24) - 12;
  // Its sign is that of POSIX: Etc/GMT-2 is two hours ahead of Greenwich.
  vi.stubEnv('TZ', `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`);
  onTestFinished(() => void vi.unstubAllEnvs());
}

/** Opens a public conversation of the demo, with a colleague beside the agent. */
async function openTeam() {
  stubEvening();
  const { app, page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await addColleague(page);
  await page.keyboard.press('j');
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor(patiently);
  const { agents } = await askEngine(page, 'agents.list', {});
  const [me, robin] = [agents[0], agents.find(({ name }) => name === 'Robin')];
  const be = (agent: typeof me) => askEngine(page, 'agents.switch', { id: agent?.id ?? '' });
  return { app, page, me, robin, be };
}

async function ask(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Shift+P');
  await field(page).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Shift+E');
  await hasFocus(page.getByRole('dialog', { name: 'Ask for approval' }).getByRole('textbox'));
  await page.keyboard.type('Right tone?');
  await page.keyboard.press('Enter');
  await card(page).waitFor(patiently);
}

async function faultless(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
}

test('two agents: asked, edited and approved, by keyboard', async () => {
  const { page, robin, be } = await openTeam();
  await ask(page, 'We are looking into it');
  expect(await card(page).innerText()).toContain('Right tone?');
  expect(await card(page).getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await faultless(page);
  await be(robin);
  await card(page).getByRole('button', { name: 'Approve' }).waitFor(patiently);
  await page.getByRole('button', { name: /^To approve/ }).waitFor(patiently);
  await page.getByText('A colleague asks you to approve a reply').waitFor(patiently);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+E');
  await page.getByRole('textbox', { name: 'Text to approve' }).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type(' today');
  await faultless(page);
  await page.keyboard.press('Control+Enter');
  await card(page).waitFor({ state: 'hidden', ...patiently });
  const { items } = await askEngine(page, 'outbox.list', {});
  expect(items[0]?.text).toBe('We are looking into it today');
  await page.getByText(/Robin approved .*’s reply with changes/).waitFor(patiently);
});

test('the toast about an approval opens its conversation from another screen', async () => {
  const { page, robin, be } = await openTeam();
  await ask(page, 'We are looking into it');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await page.getByRole('heading', { level: 1, name: 'Outbox' }).waitFor(patiently);
  await be(robin);
  const toasts = page.getByRole('region', { name: 'What you did' });
  await toasts.getByText('A colleague asks you to approve a reply').waitFor(patiently);
  await toasts.getByRole('button', { name: 'Open' }).focus();
  await page.keyboard.press('Enter');
  await card(page).getByRole('button', { name: 'Approve' }).waitFor(patiently);
});

test('at 200 % zoom the message is in sight above the reply to approve, also while somebody edits it or writes below', async () => {
  const { app, page, robin, be } = await openTeam();
  await ask(page, 'We are looking into it, and you will hear from us within the hour.');
  await be(robin);
  await card(page).getByRole('button', { name: 'Approve' }).waitFor(patiently);
  await zoom(app, page, 2);
  await page.keyboard.press('Enter');
  const message = page.locator('main article').last();
  const isInSight = () =>
    message.evaluate((article) => {
      const frame = article.closest('section')?.getBoundingClientRect();
      const words = article.querySelector('p')?.getBoundingClientRect();
      return !!frame && !!words && words.top >= frame.top && words.bottom <= frame.bottom;
    });
  await expect.poll(isInSight, patiently).toBe(true);
  expect(await card(page).getByRole('button', { name: 'Approve' }).isVisible()).toBe(true);
  await page.keyboard.press('Shift+E');
  await page.getByRole('textbox', { name: 'Text to approve' }).and(page.locator(':focus')).waitFor(patiently);
  await expect.poll(isInSight, patiently).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+P');
  await field(page).and(page.locator(':focus')).waitFor(patiently);
  await expect.poll(isInSight, patiently).toBe(true);
  expect(await page.getByRole('button', { name: /^Reply in public/ }).isVisible()).toBe(true);
});

test('two agents: returned with a note, asked again and withdrawn, by keyboard', async () => {
  const { page, me, robin, be } = await openTeam();
  await ask(page, 'No idea');
  await be(robin);
  await card(page).getByRole('button', { name: 'Return' }).waitFor(patiently);
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page
    .getByRole('textbox', { name: 'Why you return it' })
    .and(page.locator(':focus'))
    .waitFor(patiently);
  await page.keyboard.type('Be kinder');
  await page.keyboard.press('Control+Enter');
  await card(page).waitFor({ state: 'hidden', ...patiently });
  await be(me);
  await page
    .getByText(/Be kinder/)
    .first()
    .waitFor(patiently);
  await ask(page, ' yet');
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await card(page).waitFor({ state: 'hidden', ...patiently });
  await expect.poll(() => field(page).inputValue(), patiently).toBe('No idea yet');
});
