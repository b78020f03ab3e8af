import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { expect, test } from 'vitest';
import { isRoot } from '../../tools/command.ts';
import { askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { patiently } from './support/theWindow.ts';

test('runs the page in a sandbox, without Node and apart from the preload', async () => {
  const { app, page } = await openPerch();
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
  );
  expect(globals).toEqual([]);
  expect(await page.evaluate(() => Object.keys(window.perch ?? {}).sort())).toEqual([
    'call',
    'onEvent',
    'pathOf',
  ]);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  expect(preferences.webviewTag).not.toBe(true);
});

// Root has no Chromium sandbox on Linux; everyone else must have it.
test('is confined by the system itself', async () => {
  const { app } = await openPerch();
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const confined =
    process.platform !== 'linux' || /Seccomp:\s+2/.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  expect(confined).toBe(process.platform !== 'linux' || !isRoot());
});

test('runs neither code from text nor inline code', async () => {
  const { page } = await openPerch();
  const outcome = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
    const inline = document.createElement('script');
    const tried: string[] = [];
    const attempt = (name: string, run: () => void) => {
      try {
        run();
        tried.push(`${name} ran`);
      } catch {
        tried.push(`${name} refused`);
      }
    };
    attempt('inline script', () => {
      inline.textContent = 'window.attacked = true';
      document.head.append(inline);
    });
    attempt('markup', () => {
      const box = document.createElement('div');
      box.innerHTML = '<img src="x" onerror="window.attacked = true">';
      document.body.append(box);
    });
    attempt('remote script', () => {
      const remote = document.createElement('script');
      remote.src = 'https://example.com/a.js';
      document.head.append(remote);
    });
    // A picture that fails later than those of the attacks.
    const last = new Image();
    const failed = new Promise((resolve) => last.addEventListener('error', resolve));
    last.src = 'x';
    await failed;
    return { attacked: 'attacked' in window, tried, violations: violations.length };
  });
  expect(outcome.attacked).toBe(false);
  expect(outcome.tried).toEqual(['inline script refused', 'markup refused', 'remote script refused']);
  expect(outcome.violations).toBeGreaterThan(0);
});

declare global {
  /** How often the page wanted to go to example.com, in Electron's main process. */
  var wantedNavigations: number | undefined;
}

async function countNavigations(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    globalThis.wantedNavigations = 0;
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', ({ url }) => {
      if (url.startsWith('https://example.com'))
        globalThis.wantedNavigations = (globalThis.wantedNavigations ?? 0) + 1;
    });
  });
}

const navigations = (app: ElectronApplication) => app.evaluate(() => globalThis.wantedNavigations);

test('stays where it is and opens no other window', async () => {
  const { app, page } = await openPerch();
  await countNavigations(app);
  const opened = await page.evaluate(() => window.open('https://example.com/') === null);
  expect(opened).toBe(true);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    document.body.append(link);
    link.click();
  });
  await expect.poll(() => navigations(app), patiently).toBe(1);
  await page.evaluate(() => window.location.assign('file:///etc/passwd')).catch(() => {});
  await page.evaluate(() => window.location.assign('https://example.com/'));
  await expect.poll(() => navigations(app), patiently).toBe(2);
  expect(page.url()).toBe('app://perch/');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('gives the page no camera, location or clipboard', async () => {
  const { page } = await openPerch();
  const states = await page.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'clipboard-read'];
    const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
    return (await Promise.all(asked)).map((status) => status.state);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

// As the dialogs are the system's, a test cannot see them: the log says that they were refused.
test('opens no dialog for choosing files, also after the page was loaded again or has crashed', async () => {
  const userData = freshUserData();
  const { app } = await openPerch({ userData });
  const pickers = ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'];
  const offered = `${JSON.stringify(pickers)}.filter((name) => name in window)`;
  const choose = `{
    const input = Object.assign(document.createElement('input'), { type: 'file' });
    document.body.append(input);
    input.click();
  }`;
  const show = `Object.assign(document.createElement('input'), { type: 'file', multiple: true }).showPicker()`;
  expect(await runWithGesture(app, offered)).toEqual([]);
  await runWithGesture(app, choose);
  await expect.poll(() => logged(userData, 'security.fileChooserDenied'), patiently).toBe(1);
  await runWithGesture(app, show);
  await expect.poll(() => logged(userData, 'security.fileChooserDenied'), patiently).toBe(2);
  await reloadAfter(app, 'reload');
  await runWithGesture(app, choose);
  await expect.poll(() => logged(userData, 'security.fileChooserDenied'), patiently).toBe(3);
  await reloadAfter(app, 'forcefullyCrashRenderer');
  await runWithGesture(app, choose);
  await expect.poll(() => logged(userData, 'security.fileChooserDenied'), patiently).toBe(4);
  expect(logged(userData, 'security.fileChoosersAllowed')).toBe(0);
});

test('saves no file for the page', async () => {
  const userData = freshUserData();
  const { app } = await openPerch({ userData });
  await runWithGesture(
    app,
    `{
      const href = URL.createObjectURL(new Blob(['text']));
      Object.assign(document.createElement('a'), { href, download: 'text.txt' }).click();
    }`,
  );
  await expect.poll(() => logged(userData, 'security.downloadDenied'), patiently).toBe(1);
});

/** Runs code in the page as if the person had just clicked. */
function runWithGesture(app: ElectronApplication, code: string): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`${code};`, true),
    code,
  );
}

/** Reloads the page, or lets its process crash, and waits until it is there again. */
function reloadAfter(app: ElectronApplication, what: 'reload' | 'forcefullyCrashRenderer'): Promise<void> {
  return app.evaluate(async ({ BrowserWindow }, what) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    contents?.[what]();
    await loaded;
  }, what);
}

/** How many lines of the shell's log are about something. */
function logged(userData: string, what: string): number {
  return readFileSync(path.join(userData, 'logs', 'perch.log'), 'utf8').split(what).length - 1;
}

test('opens only plain https addresses in the browser', async () => {
  const { app, page } = await openPerch();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  for (const url of ['file:///etc/passwd', 'http://example.com/', 'https://user@example.com/', 'calc:']) {
    expect(await askShell(page, 'links.open', { url })).toMatchObject({ error: { code: 'invalid' } });
  }
  expect(await askShell(page, 'links.open', { url: 'https://example.com/a' })).toEqual({});
  const opened = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  expect(opened).toEqual(['https://example.com/a']);
});

test.each(['app://perch/..%2f..%2fpackage.json', 'app://perch/../shell/main.js', 'app://other/index.html'])(
  'serves nothing for %s',
  async (address) => {
    const { app } = await openPerch();
    const status = await app.evaluate(
      ({ session }, url) =>
        session.defaultSession.fetch(url, { bypassCustomProtocolHandlers: false }).then(
          (response) => response.status,
          () => 0,
        ),
      address,
    );
    expect(status).not.toBe(200);
  },
);
