import { expect, test } from 'vitest';
import { askShell } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { patiently } from './support/theWindow.ts';

test('opens on the welcome screen when it is new', async () => {
  const { app, page } = await openPerch();
  expect(page.url()).toBe('app://perch/');
  const state = await askShell(page, 'shell.state', {});
  expect(state.workspace).toEqual({ kind: 'none' });
  expect(state.preferences.theme).toBe('system');
  const window = () =>
    app.evaluate(({ BrowserWindow }) => {
      const [first] = BrowserWindow.getAllWindows();
      return { title: first?.getTitle(), smallest: first?.getMinimumSize(), visible: first?.isVisible() };
    });
  await expect.poll(window, patiently).toEqual({ title: 'Perch', smallest: [960, 600], visible: true });
});

test('saves settings and applies them at once', async () => {
  const { app, page } = await openPerch();
  expect(await askShell(page, 'preferences.set', { theme: 'dark', language: 'nl' })).toMatchObject({
    theme: 'dark',
  });
  expect((await askShell(page, 'shell.state', {})).language).toBe('nl');
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const labels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  await expect.poll(labels, patiently).toContain('Gesprek');
});

test('passes a menu command to the page', async () => {
  const { app, page } = await openPerch();
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('settings.open')?.click());
  await page.waitForFunction(() =>
    window.received?.events.some((event) => JSON.stringify(event).includes('settings.open')),
  );
});

test('reports an invalid input, and rejects an unknown method', async () => {
  const { page } = await openPerch();
  const refused = await page.evaluate(() => window.perch?.call('links.open', { url: 7 }));
  expect(refused).toMatchObject({ error: { code: 'invalid', path: 'url' } });
  const rejected = page.evaluate(() => window.perch?.call('shell.quit' as 'shell.state', {}));
  await expect(rejected).rejects.toThrow('Unknown method');
});
