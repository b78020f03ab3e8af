import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askShell } from './support/engineInPage.ts';
import { catchFieldMenus, chooseInFieldMenu, itemsOfFieldMenu } from './support/fieldMenu.ts';
import { openPerch } from './support/openPerch.ts';
import { openBySearch, openLastByKeys, patiently, replyField } from './support/theWindow.ts';

const ADD = 'Add to dictionary';

test('a misspelled word is replaced from the menu of the field, by mouse and by key', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await askShell(page, 'preferences.set', { spellCheck: true });
  const seen = await watchDownloads(app);
  await catchFieldMenus(app);
  await openLastByKeys(page, 'Anna');
  await write(page, 'r', 'recieve the parcel tommorow');
  await expect.poll(() => menuOfFirstWord(app, page), patiently).toContain(ADD);
  await chooseInFieldMenu(app, 'receive');
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('receive the parcel tommorow');
  await expect.poll(() => menuOn(app, page, 'tommorow'), patiently).toContain('tomorrow');
  await chooseInFieldMenu(app, 'tomorrow');
  await expect.poll(() => replyField(page).inputValue(), patiently).toBe('receive the parcel tomorrow');
  await expect.poll(() => menuOfFirstWord(app, page), patiently).not.toContain(ADD);
  expect(await seen()).toEqual([]);
});

test('handles, hashtags, links and names are no errors', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await askShell(page, 'preferences.set', { spellCheck: true });
  await catchFieldMenus(app);
  await page.getByRole('option').first().waitFor(patiently);
  await openBySearch(page, 'jgrossmann');
  const right = [
    '@helpp_mee',
    '#retuorn',
    'https://exampel.com/orderr',
    'my-shopp.com',
    "Großmann's",
    'Großmann',
    'Harbour',
    'IBAN',
    'B2Bx',
  ];
  await write(page, 'd', `Hi ${right.join(' ')} teh`);
  await waitForMark(app, page, 'teh');
  for (const word of right) expect(await menuOn(app, page, word.slice(-6)), word).not.toContain(ADD);
  expect(await menuOn(app, page, 'exampel')).not.toContain(ADD);
});

test('a reply is checked in the language of the customer, a note in that of the window', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await askShell(page, 'preferences.set', { spellCheck: true });
  await catchFieldMenus(app);
  await page.getByRole('option').first().waitFor(patiently);
  await openBySearch(page, 'jorishendriks');
  await write(page, 'r', 'Bedankt, receive bedangt');
  await waitForMark(app, page, 'bedangt');
  expect(await menuOn(app, page, 'Bedankt')).not.toContain(ADD);
  expect(await menuOn(app, page, 'bedangt')).toContain('bedankt');
  await page.keyboard.press('Escape');
  await write(page, 'n', 'receive Bedankt recieve');
  await waitForMark(app, page, 'recieve');
  expect(await menuOn(app, page, 'receive')).not.toContain(ADD);
  expect(await menuOn(app, page, 'Bedankt')).toContain(ADD);
  await page.keyboard.press('Escape');
  await openBySearch(page, 'camillerousseau');
  await write(page, 'r', "Merci, l'hôtel a récu le colis");
  await waitForMark(app, page, 'récu');
  expect(await menuOn(app, page, 'récu')).toContain('reçu');
  expect(await menuOn(app, page, "l'hôtel")).not.toContain(ADD);
  // In a language without a dictionary nothing is marked.
  await page.keyboard.press('Escape');
  await openBySearch(page, 'kathaweiss');
  await write(page, 'r', 'Vielen Dank, teh recieve bedangt');
  // What is checked later is marked later.
  await page.keyboard.press('Escape');
  await write(page, 'n', 'receive recieve');
  await waitForMark(app, page, 'recieve');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await replyField(page).and(page.locator(':focus')).waitFor(patiently);
  expect(await menuOn(app, page, 'recieve')).not.toContain(ADD);
});

test('a word is added to the dictionary, and spelling switched off', async () => {
  const { app, page } = await openPerch({ args: ['--demo'] });
  await askShell(page, 'preferences.set', { spellCheck: true });
  await catchFieldMenus(app);
  await openLastByKeys(page, 'Anna');
  await write(page, 'r', 'Harbourly harbourlyy');
  await waitForMark(app, page, 'Harbourly');
  await menuOn(app, page, 'Harbourly');
  await chooseInFieldMenu(app, ADD);
  await expect.poll(() => menuOn(app, page, 'Harbourly'), patiently).not.toContain(ADD);
  await waitForMark(app, page, 'harbourlyy');
  const { preferences } = await askShell(page, 'shell.state', {});
  expect(preferences.ownWords).toEqual(['Harbourly']);
  await askShell(page, 'preferences.set', { spellCheck: false });
  await expect.poll(() => menuOn(app, page, 'harbourlyy'), patiently).not.toContain(ADD);
  await askShell(page, 'preferences.set', { spellCheck: true });
  await waitForMark(app, page, 'harbourlyy');
});

test('Chromium has no language whose dictionary it could download, in any session', async () => {
  const { app } = await openPerch();
  const languages = await app.evaluate(({ session }) =>
    [session.defaultSession, session.fromPartition('media')].map((one) => one.getSpellCheckerLanguages()),
  );
  expect(languages).toEqual(process.platform === 'darwin' ? expect.anything() : [[], []]);
});

/** Opens an editor with its key, and types into the empty field. */
async function write(page: Page, key: string, text: string): Promise<void> {
  await page.keyboard.press(key);
  await replyField(page).and(page.locator(':focus')).waitFor(patiently);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text);
}

/** Waits until a word of the field is marked as misspelled. */
async function waitForMark(app: ElectronApplication, page: Page, word: string): Promise<void> {
  await expect.poll(() => menuOn(app, page, word), patiently).toContain(ADD);
}

/** The items of the menu that the keyboard opens on a word of the field. */
async function menuOn(app: ElectronApplication, page: Page, word: string): Promise<string[]> {
  await page.evaluate((wanted) => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement)) throw new Error('no field has the focus');
    const at = field.value.lastIndexOf(wanted) + 1;
    field.setSelectionRange(at, at);
  }, word);
  return openMenu(app, () => page.keyboard.press('Shift+F10'));
}

/** The items of the menu that a right click on the first word of the field opens. */
function menuOfFirstWord(app: ElectronApplication, page: Page): Promise<string[]> {
  return openMenu(app, () => replyField(page).click({ button: 'right', position: { x: 24, y: 14 } }));
}

async function openMenu(app: ElectronApplication, open: () => Promise<void>): Promise<string[]> {
  await app.evaluate(() => {
    globalThis.openedFieldMenu = undefined;
  });
  await open();
  await expect.poll(() => itemsOfFieldMenu(app), patiently).not.toBeNull();
  return (await itemsOfFieldMenu(app)) ?? [];
}

/** Records the requests of the page and the downloads of dictionaries. */
async function watchDownloads(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ session }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    session.defaultSession.on('spellcheck-dictionary-download-begin', (_event, language) =>
      seen.push(language),
    );
    session.defaultSession.webRequest.onSendHeaders(({ url }) => {
      if (!/^(app|media|data|devtools):/.test(url)) seen.push(url);
    });
  });
  return () => app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
}
