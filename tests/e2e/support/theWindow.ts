import type { ElectronApplication, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { askEngine } from './engineInPage.ts';

/** Long enough for the demo to start and for its customers to write. */
export const patiently = { timeout: 30_000 };

/** The selected row of the list. */
export function openRow(page: Page): Locator {
  return page.locator('[role="option"][aria-selected="true"]');
}

/** The reply field, on any channel. */
export function replyField(page: Page): Locator {
  return page.getByRole('main').getByRole('textbox');
}

/** Goes to the end of the list by keyboard until this person's conversation is there and open. */
export async function openLastByKeys(page: Page, name: string): Promise<void> {
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => {
      await page.keyboard.press('End');
      return openRow(page).innerText();
    }, patiently)
    .toContain(name);
  await page
    .getByRole('main')
    .getByRole('heading', { level: 1 })
    .filter({ hasText: name })
    .waitFor(patiently);
}

/** Adds a second agent, with whom assignees appear; the current agent stays. */
export async function addColleague(page: Page): Promise<void> {
  const { agents } = await askEngine(page, 'agents.list', {});
  await askEngine(page, 'agents.add', { name: 'Robin' });
  await askEngine(page, 'agents.switch', { id: agents[0]?.id ?? '' });
  await page.getByRole('button', { name: 'Working as' }).waitFor(patiently);
  await page.getByRole('button', { name: /^Mine/ }).waitFor(patiently);
}

/** Searches for a person by keyboard until they have written, and opens their conversation. */
export async function openBySearch(page: Page, handle: string): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search' }).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.type(handle);
  await page.getByRole('option').filter({ hasText: handle }).first().waitFor(patiently);
  await page.keyboard.press('Enter');
  await page
    .getByRole('main')
    .getByRole('heading', { level: 1 })
    .filter({ hasText: handle })
    .waitFor(patiently);
}

/** Waits until this has the focus: keys that come before are not its own. */
export async function hasFocus(locator: Locator): Promise<void> {
  await locator.and(locator.page().locator(':focus')).waitFor(patiently);
}

/** Waits until the keyboard is in this menu or list: it shows a moment before it takes keys. */
export async function takesKeys(list: Locator): Promise<void> {
  await list.locator(':focus').waitFor(patiently);
}

/** Waits until these words are on the screen, which they may be for a few frames only: a locator looks too seldom. */
export async function isDrawn(page: Page, words: RegExp): Promise<void> {
  const { source } = words;
  await page.waitForFunction((wanted) => new RegExp(wanted).test(document.body.innerText), source, patiently);
}

/** What `read` returns as soon as it returns the same twice in a row, with frames between. */
export async function atRest<T>(page: Page, read: () => Promise<T>): Promise<T> {
  let last = await read();
  const isSame = async () => {
    await page.evaluate(
      () => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 100)),
    );
    const before = last;
    last = await read();
    return JSON.stringify(last) === JSON.stringify(before);
  };
  await expect.poll(isSame, patiently).toBe(true);
  return last;
}

/** Zooms a window of 1280 by 800, or another size. */
export async function zoom(
  app: ElectronApplication,
  page: Page,
  factor: number,
  size: readonly [number, number] = [1280, 800],
): Promise<void> {
  const wanted = { factor, width: size[0], height: size[1] };
  await app.evaluate(({ BrowserWindow }, { factor: zoomed, width, height }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
    window?.webContents.setZoomFactor(zoomed);
  }, wanted);
  await page.waitForFunction((width) => Math.abs(window.innerWidth - width) < 2, size[0] / factor);
}

/** The texts and controls that lie beyond the right edge of the window and that nothing scrolls into it. */
export function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isScrolled = (element: Element | null): boolean => {
      if (!element) return false;
      const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
      return (
        (scrolls && element.getBoundingClientRect().right <= innerWidth + 1) ||
        isScrolled(element.parentElement)
      );
    };
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    return [...document.body.querySelectorAll('*')]
      .filter((element) => isSeen(element) && (hasWords(element) || element.matches('button, input')))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !isScrolled(element))
      .map((element) => `${element.tagName} ${element.textContent} ${element.getBoundingClientRect().right}`);
  });
}

/** The menu that filters and sorts the list. */
export const filterMenu = (page: Page): Locator => page.getByRole('menu', { name: 'Filter and sort' });

/** Opens the filter menu by its key, and chooses what begins with these letters, one menu after the other. */
export async function chooseFilter(page: Page, ...labels: string[]): Promise<void> {
  await page.keyboard.press('f');
  await filterMenu(page).waitFor(patiently);
  for (const [index, label] of labels.entries()) {
    const item = page.locator('[role^="menuitem"]').filter({ hasText: label });
    await expect
      .poll(async () => {
        if (await item.first().evaluate((element) => element === document.activeElement)) return true;
        await page.keyboard.press('ArrowDown');
        return item.first().evaluate((element) => element === document.activeElement);
      }, patiently)
      .toBe(true);
    await page.keyboard.press(index < labels.length - 1 ? 'ArrowRight' : 'Enter');
  }
  await filterMenu(page).waitFor({ state: 'hidden', ...patiently });
}

/** Chooses a command in the palette; `command` is at least a part of its name. */
export async function choose(page: Page, command: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await hasFocus(page.getByRole('dialog').getByRole('combobox'));
  await page.keyboard.type(command);
  await page.locator('[cmdk-item][aria-selected="true"]').filter({ hasText: command }).waitFor(patiently);
  await page.keyboard.press('Enter');
}

/** Chooses the report on surveys on the screen of reports, by keyboard. */
export async function chooseSurveys(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Work' }).focus(patiently);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('radio', { name: 'Surveys', checked: true }).waitFor(patiently);
}
