import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findDemoX } from './support/demoX.ts';
import { askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { addColleague, atRest, openBySearch, openRow, patiently, replyField } from './support/theWindow.ts';

test('nothing moves under the eye: one composer height, and toasts that cover no row', async () => {
  const { page, app } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await resize(app, 1280, 800);
  // A window as large as the screen gets a pixel less.
  await page.waitForFunction(() => window.innerWidth >= 1279 && window.innerHeight >= 799);
  await page.keyboard.press('j');
  await replyField(page).waitFor(patiently);
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  // The customers of the demo write in public and in private.
  const seen = new Map<string, number>();
  for (let step = 0; step < 12; step++) {
    const { channel, top } = await atRest(page, () => composerOf(page));
    if (channel) seen.set(channel, top);
    const before = await heading.innerText();
    await page.keyboard.press('j');
    await expect.poll(() => heading.innerText(), patiently).not.toBe(before);
  }
  expect([...seen.keys()].toSorted()).toEqual(['dm', 'public']);
  expect(new Set(seen.values()).size).toBe(1);

  // Sends a reply, and goes on to the next customer.
  await page.keyboard.press('r');
  await replyField(page).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type('Thank you, we are looking into it.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page
    .getByRole('region', { name: 'What you did' })
    .getByText(/sending in/i)
    .first()
    .waitFor(patiently);
  for (const [width, height] of [
    [1280, 800],
    [960, 600],
  ] as const) {
    await resize(app, width, height);
    await expect.poll(() => coveredRows(page), { ...patiently, message: `${width}` }).toBe(0);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await page.locator('main section[data-channel]').waitFor(patiently);
  await page.locator('main article').last().waitFor(patiently);
  const before = await atRest(page, () => placeOf(page));
  await page
    .getByRole('region', { name: 'What you did' })
    .getByText(/sending in/i)
    .first()
    .waitFor({ state: 'hidden', timeout: 20_000 });
  expect(await placeOf(page)).toEqual(before);
  await page.keyboard.press('End');
  await expect.poll(() => openRow(page).isVisible(), patiently).toBe(true);
});

test('a name and a hint are not cut where less important things can give way', async () => {
  const { page, app } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await resize(app, 1280, 800);
  await openBySearch(page, 'Anna');
  await page.getByText('Hi! My order 48213').last().click();
  await page
    .locator('main header')
    .getByRole('button', { name: /^Resolve/ })
    .waitFor(patiently);
  const languages = [
    ['en', 'Costs'],
    ['nl', 'Kosten'],
    ['fr', 'Coûts'],
  ] as const;
  const speak = async ([language, costs]: (typeof languages)[number]) => {
    await askShell(page, 'preferences.set', { language });
    await page.getByRole('navigation').getByText(costs, { exact: true }).waitFor(patiently);
  };
  for (const one of languages) {
    await speak(one);
    expect(await isCut(page, 'main header h1 > :first-child'), `name, ${one[0]}`).toBe(false);
  }
  await speak(languages[0]);
  await openBySearch(page, 'camillerousseau');
  expect(await isCut(page, 'main header h1 > :first-child'), 'a longer name').toBe(false);
  await resize(app, 960, 600);
  for (const keys of ['g t', 'g h', 'g c']) {
    for (const key of keys.split(' ')) await page.keyboard.press(key);
    await page.locator('main header p').waitFor(patiently);
    for (const one of languages) {
      await speak(one);
      expect(await isCut(page, 'main header p'), `hint, ${keys}, ${one[0]}`).toBe(false);
    }
  }
});

test('the send button has one line beside the person', async () => {
  const { page, app } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await addColleague(page);
  await resize(app, 1280, 800);
  await page.keyboard.press('j');
  await page.getByRole('complementary', { name: 'Person' }).waitFor(patiently);
  await replyField(page).waitFor(patiently);
  for (const language of ['en', 'nl', 'fr'] as const) {
    await askShell(page, 'preferences.set', { language });
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
    const button = page.locator('main section[data-channel] button').last();
    expect((await button.boundingBox())?.height, language).toBeLessThan(30);
  }
});

test('the lowest window has room for the whole rail, a reply to a long handle, and names in the list', async () => {
  const userData = freshUserData();
  const { page, app } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await page.getByRole('option').first().waitFor(patiently);
  await addColleague(page);
  await x.control('person', { handle: 'fifteen_letters', name: 'Bartholomew de Vries-van den Heuvel' });
  await x.control('mention', { from: 'fifteen_letters', text: 'Where is it?' });
  await page.keyboard.press('Shift+R');
  await openBySearch(page, 'fifteen_letters');
  await replyField(page).waitFor(patiently);
  await page.keyboard.press('Escape');
  await page.getByRole('option').first().waitFor(patiently);
  await resize(app, 960, 600);
  await page.waitForFunction(() => window.innerHeight === 600);
  for (const language of ['nl', 'fr', 'en'] as const) {
    await askShell(page, 'preferences.set', { language });
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
    expect(await faultsOfRail(page), language).toEqual([]);
    expect(await faultsOfComposer(page), language).toEqual([]);
    expect(await cutNamesBesideHandles(page), language).toEqual([]);
  }
  await askShell(page, 'preferences.set', { language: 'nl' });
  // The label of the open screen is bolder.
  await page.getByRole('navigation').getByText('Standaardantwoorden').click();
  await page.locator('nav [aria-current]').filter({ hasText: 'Standaardantwoorden' }).waitFor(patiently);
  expect(await faultsOfRail(page)).toEqual([]);
});

function isCut(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate(
      (element) =>
        element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 2,
    );
}

function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
}

function composerOf(page: Page) {
  return page.evaluate(() => {
    const composer = document.querySelector<HTMLElement>('main section[data-channel]');
    const hasField = composer?.querySelector('textarea') !== null;
    return {
      channel: hasField ? composer?.dataset.channel : undefined,
      top: Math.round(composer?.getBoundingClientRect().top ?? 0),
    };
  });
}

/** Where the last message and the composer are. */
function placeOf(page: Page) {
  return page.evaluate(() =>
    ['main article:last-of-type', 'main section[data-channel]'].map((selector) =>
      Math.round(document.querySelector(selector)?.getBoundingClientRect().top ?? 0),
    ),
  );
}

/** How many rows of the list the toasts lie over. */
function coveredRows(page: Page): Promise<number> {
  return page.evaluate(() => {
    const list = document.querySelector('[role="listbox"]')?.getBoundingClientRect();
    const toast = document.querySelector('section[aria-label="What you did"]')?.getBoundingClientRect();
    if (!list || !toast || toast.height === 0) return -1;
    return [...document.querySelectorAll('[role="option"]')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return Math.min(bottom, list.bottom) > toast.top && top < toast.bottom && top < list.bottom;
    }).length;
  });
}

/** What scrolls in the rail, and the labels that are cut. */
function faultsOfRail(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll<HTMLElement>('nav, nav ul, nav li span, nav > div span')];
    const isScrolling = (each: HTMLElement) =>
      each.tagName !== 'SPAN' && each.scrollHeight > each.clientHeight;
    const isCut = (each: HTMLElement) => each.clientWidth > 1 && each.scrollWidth > each.clientWidth;
    return parts
      .filter((each) => isScrolling(each) || isCut(each))
      .map((each) => `${each.tagName} ${each.innerText}`);
  });
}

/** What lies outside the composer, and a send button of more than two lines. */
function faultsOfComposer(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const composer = document.querySelector('main section[data-channel]');
    const edge = composer?.getBoundingClientRect().right ?? 0;
    const buttons = [...(composer?.querySelectorAll('button') ?? [])];
    const outside = buttons.filter((each) => each.getBoundingClientRect().right > edge);
    const tall = buttons.filter((each) => each.getBoundingClientRect().height > 44);
    return [...outside, ...tall].map((each) => each.innerText || (each.ariaLabel ?? ''));
  });
}

/** Names in the list that are cut although a handle beside them is shown. */
function cutNamesBesideHandles(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role="option"] bdi + bdi')].flatMap((handle) => {
      const name = handle.previousElementSibling as HTMLElement;
      const isShown = handle.getBoundingClientRect().top < name.getBoundingClientRect().bottom;
      return isShown && name.scrollWidth > name.clientWidth ? [name.innerText] : [];
    }),
  );
}
