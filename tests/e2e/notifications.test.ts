import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type DemoX, findDemoX } from './support/demoX.ts';
import { askEngine, askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { listNotifications as shown, watchNotifications } from './support/shownNotifications.ts';
import { patiently } from './support/theWindow.ts';

const click = (app: ElectronApplication, title: string) =>
  app.evaluate((_, wanted) => {
    const found = globalThis.shownNotifications?.find((each) => each.title === wanted);
    found?.emit('click');
    found?.emit('click');
  }, title);

/** How many groups of conversations have been announced: each makes a sound, also where no notification shows. */
const announced = (page: Page) =>
  page.evaluate(
    () =>
      window.received?.events.filter((event) => (event as { name?: unknown }).name === 'sound.wanted')
        .length ?? 0,
  );

let strangers = 0;

/** Lets somebody write who never has, and waits until a group has been announced: theirs, or one before it. */
async function letWrite(page: Page, x: DemoX, text: string): Promise<void> {
  const before = await announced(page);
  strangers += 1;
  await x.control('mention', { from: `stranger${strangers}`, text });
  await askEngine(page, 'capture.pollNow', {});
  await expect.poll(() => announced(page), patiently).toBeGreaterThan(before);
}

test('notifies of a mention in words that arrive, and a click opens its conversation', async () => {
  const userData = freshUserData();
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await watchNotifications(app);
  await askShell(page, 'preferences.set', { sound: true });
  const body = process.platform === 'linux' ? 'R&amp;D &lt;3' : 'R&D <3';
  const found = async () => (await shown(app)).find((each) => each.body === body);
  // One that comes together with customers of the demo is announced in one group with them, by its number.
  const write = async () => {
    await letWrite(page, x, 'R&D <3');
    return found();
  };
  await expect.poll(write, patiently).toMatchObject({ title: expect.stringContaining('@stranger') });
  const { title = '' } = (await found()) ?? {};
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await click(app, title);
  await page
    .getByRole('main')
    .getByRole('heading', { level: 1 })
    .filter({ hasText: title.replace(/^.*@/, '') })
    .waitFor(patiently);
});

test('notifies of nothing where that is switched off', async () => {
  const userData = freshUserData();
  const { app, page } = await openPerch({ userData, args: ['--demo'] });
  const x = await findDemoX(userData);
  await askShell(page, 'preferences.set', { notifications: false, sound: true });
  await watchNotifications(app);
  // The first may still wait for its group when that of the demo is announced, but not when another one is.
  await letWrite(page, x, 'Anybody?');
  await letWrite(page, x, 'Hello?');
  expect(await shown(app)).toEqual([]);
  await askShell(page, 'preferences.set', { notifications: true });
  const write = async () => {
    await letWrite(page, x, 'And now?');
    return (await shown(app)).map((each) => each.body);
  };
  await expect.poll(write, patiently).toContain('And now?');
  expect((await shown(app)).map((each) => each.body)).not.toContain('Anybody?');
});
