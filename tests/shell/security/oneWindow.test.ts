import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../../src-main/shell');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const filesWith = (pattern: RegExp) =>
  files.filter((file) => pattern.test(readFileSync(path.join(root, file), 'utf8'))).sort();

test('reads all of the shell’s sources', () => {
  expect(files.length).toBeGreaterThan(40);
});

const printer = path.join('printing', 'htmlToPdf.ts');

test('creates the window in one place, and one that prints without scripts in another', () => {
  expect(filesWith(/new (BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/)).toEqual([
    printer,
    path.join('window', 'mainWindow.ts'),
  ]);
  expect(filesWith(/webPreferences/)).toEqual([printer, path.join('window', 'windowOptions.ts')]);
  const source = readFileSync(path.join(root, printer), 'utf8');
  for (const option of [
    'sandbox: true',
    'javascript: false',
    'nodeIntegration: false',
    'session: openClosedSession(',
  ])
    expect(source).toContain(option);
  expect(source).not.toContain('preload');
});

test('receives calls from windows in one place', () => {
  expect(filesWith(/ipcMain\b/)).toEqual([path.join('ipc', 'ipc.ts')]);
});

test('weakens no security option', () => {
  const weak =
    /webSecurity: false|nodeIntegration: true|contextIsolation: false|sandbox: false|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag|disable-web-security/;
  expect(filesWith(weak)).toEqual([]);
});

test('opens the system browser only for checked links and logins', () => {
  expect(filesWith(/openExternal\(/)).toEqual(['shellHandlers.ts']);
});
