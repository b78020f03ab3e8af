import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askShell } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { openRow, outOfReach, patiently, replyField, zoom } from './support/theWindow.ts';

test('shows list or conversation at 200 % zoom, and is worked by keyboard', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await zoom(app, page, 2);
  const list = page.getByRole('region', { name: 'Conversations' });
  const conversation = page.getByRole('main');
  await expect.poll(() => list.isVisible(), patiently).toBe(true);
  await expect.poll(() => conversation.isVisible(), patiently).toBe(false);
  // By its id: what its row says of the time changes.
  const selected = () => openRow(page).getAttribute('id');
  const first = await selected();

  await page.keyboard.press('j');
  await expect.poll(selected, patiently).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(selected, patiently).toBe(first);
  await page.keyboard.press('Enter');
  await expect.poll(() => conversation.isVisible(), patiently).toBe(true);
  await expect.poll(() => list.isVisible(), patiently).toBe(false);
  await expectFitting(page);

  await page.keyboard.press('Escape');
  await expect.poll(() => list.isVisible(), patiently).toBe(true);
  expect(await selected()).toBe(first);
  await page.keyboard.press('r');
  await replyField(page).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('A reply that is written at 200 % zoom');
  await expectFitting(page);
  await zoom(app, page, 1);
  await replyField(page).and(page.locator(':focus')).waitFor(patiently);
  await expect.poll(() => list.isVisible(), patiently).toBe(true);
  await zoom(app, page, 2);
  await replyField(page).and(page.locator(':focus')).waitFor(patiently);
  await page.getByRole('button', { name: 'Back to list' }).click();
  await page.getByRole('listbox').and(page.locator(':focus')).waitFor(patiently);
  await expect.poll(() => conversation.isVisible(), patiently).toBe(false);
});

test('everything is within reach at 200 % in the smallest window, in each language', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await zoom(app, page, 2, [960, 600]);
  const main = page.getByRole('main');
  for (const language of ['nl', 'fr', 'en'] as const) {
    await askShell(page, 'preferences.set', { language });
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
    for (const [keys, shown] of [
      ['g t', main.getByRole('table').first()],
      ['g s', main.getByRole('table').first()],
      ['g c', main.getByRole('listitem').first()],
      ['?', page.getByRole('dialog')],
    ] as const) {
      for (const key of keys.split(' ')) await page.keyboard.press(key);
      await shown.waitFor({ state: 'attached', ...patiently });
      await expect
        .poll(() => outOfReach(page), { ...patiently, message: `${language}, ${keys}` })
        .toEqual([]);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden', ...patiently });
    await expect.poll(() => page.evaluate(overlapsOfSources), patiently).toEqual([]);
    expect(await page.evaluate(crowdedDates)).toEqual([]);
  }
});

test('connecting needs no scrolling to the side at 200 % in the smallest window', async () => {
  const { app, page } = await openPerch();
  const main = page.getByRole('main');
  const isWide = () => main.evaluate((element) => element.scrollWidth > element.clientWidth);
  const connect = page.getByRole('button', { name: /^Connect/ });
  await connect.waitFor(patiently);
  await zoom(app, page, 2, [960, 600]);
  await expect.poll(isWide, patiently).toBe(false);
  await connect.click();
  await page.getByRole('textbox', { name: 'Client ID' }).waitFor(patiently);
  await expect.poll(isWide, patiently).toBe(false);
});

test('goes on in the next conversation after resolving where only the conversation is shown', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').nth(2).waitFor(patiently);
  await zoom(app, page, 1.5);
  await page.getByRole('option').nth(1).click();
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  await expect.poll(() => heading.isVisible(), patiently).toBe(true);
  const resolved = await heading.innerText();
  await expectFitting(page);
  await page.keyboard.press('e');
  await expect.poll(() => heading.innerText(), patiently).not.toBe(resolved);
  expect(await heading.isVisible()).toBe(true);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null), patiently)
    .toBe(true);
});

test('keeps room for the conversation beside a wide list', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await zoom(app, page, 1);
  await page.getByRole('separator', { name: 'List width' }).press('End');
  await expectFitting(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(960, 600));
  await page.waitForFunction(() => window.innerWidth === 960);
  await expectFitting(page);
});

test('shows by a line at the edge that the messages have the focus, not by a frame', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('j');
  await replyField(page).waitFor(patiently);
  await page.keyboard.press('Enter');
  const history = page.getByRole('region', { name: /^History with/ }).and(page.locator(':focus-visible'));
  await history.waitFor(patiently);
  const { outline, shadow } = await history.evaluate((element) => {
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    return { outline: outlineStyle, shadow: boxShadow };
  });
  expect(outline).toBe('none');
  expect(shadow).toContain('inset');
});

/** The sources of the Sync screen whose name and times lie over each other. */
function overlapsOfSources(): readonly (string | null)[] {
  return [...document.querySelectorAll('main li > :first-child')]
    .filter(({ firstElementChild: name, lastElementChild: times }) => {
      const [a, b] = [name?.getBoundingClientRect(), times?.getBoundingClientRect()];
      return a && b && a.right > b.left && a.bottom > b.top && b.bottom > a.top;
    })
    .map(({ textContent }) => textContent);
}

/** The dates below the strips of the Sync screen that stand against the next one. */
function crowdedDates(): readonly (string | null)[] {
  const dates = [...document.querySelectorAll('main div[aria-hidden="true"] > span')].filter((each) =>
    each.checkVisibility(),
  );
  return dates
    .filter((date, n) => {
      const next = dates[n + 1]?.getBoundingClientRect().left ?? Number.POSITIVE_INFINITY;
      return date.getBoundingClientRect().right + 4 > next;
    })
    .map(({ textContent }) => textContent);
}

/** Waits until the conversation fits as it is drawn: panes follow the window a moment later. */
async function expectFitting(page: Page): Promise<void> {
  const send = page.getByRole('button', { name: /^(Reply in public|Send privately to)/ });
  await send.waitFor(patiently);
  await expect.poll(() => misfits(page), patiently).toEqual([]);
}

/** What of the conversation does not fit, with its figures. */
async function misfits(page: Page): Promise<readonly string[]> {
  const drawn = await page.evaluate(() => {
    const composer = document.querySelector('section[data-channel]');
    const button = [...document.querySelectorAll('section[data-channel] button')].at(-1);
    const words = button?.querySelector('span');
    return {
      width: window.innerWidth,
      height: window.innerHeight,
      scrolls: document.documentElement.scrollWidth > window.innerWidth,
      main: document.querySelector('main')?.getBoundingClientRect().width ?? 0,
      composer: composer?.getBoundingClientRect().width ?? 0,
      send: button?.getBoundingClientRect().toJSON(),
      isCut: words ? words.scrollWidth > words.clientWidth : true,
    };
  });
  const { send, width, height } = drawn;
  const fits = {
    scrolls: !drawn.scrolls,
    main: drawn.main >= 420,
    composer: drawn.composer > 380,
    send: send !== undefined && send.left > 0 && send.right <= width && send.bottom <= height,
    isCut: !drawn.isCut,
  };
  return Object.entries(fits)
    .filter(([, isFit]) => !isFit)
    .map(([what]) => `${what}: ${JSON.stringify(drawn)}`);
}
