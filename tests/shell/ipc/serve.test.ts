import { expect, test } from 'vitest';
import { type ShellHandlers, serveCall } from '#shell/ipc/serve.ts';
import { defaultState } from '#shell/preferences/storedState.ts';

const opened: string[] = [];
const handlers: ShellHandlers = {
  'shell.state': () => {
    throw new Error('a bug');
  },
  'preferences.set': (changes) => ({ ...defaultState.preferences, theme: changes.theme ?? 'system' }),
  'background.get': () => ({ hasTray: false, startsAtLogin: false }),
  'background.startAtLogin': () => ({}),
  'network.list': () => ({ items: [] }),
  'places.set': () => ({}),
  'workspace.openDemo': () => ({}),
  'workspace.openAccount': () => ({}),
  'workspace.openToRead': () => ({}),
  'workspace.connectInBrowser': () => ({ error: { code: 'offline' } }),
  'workspace.connectToken': () => ({}),
  'workspace.loginLink': () => ({ url: null }),
  'workspace.cancelConnect': () => ({}),
  'workspace.close': () => ({}),
  'workspace.logOut': () => ({}),
  'workspace.sizes': () => ({ workspaceBytes: 0, cacheBytes: 0 }),
  'workspace.remove': () => ({}),
  'workspace.reopen': () => ({}),
  'workspace.restore': () => ({}),
  'engine.restart': () => ({}),
  'page.print': () => ({}),
  'page.saveWeek': () => ({}),
  'page.savePdf': () => ({}),
  'files.saveText': () => ({}),
  'files.openTable': () => ({}),
  'files.exportConversations': () => ({}),
  'files.chooseArchive': () => ({}),
  'files.chooseBackup': () => ({}),
  'files.chooseFolder': () => ({}),
  'pictures.save': () => ({}),
  'pictures.choose': () => ({ files: [] }),
  'pictures.copy': () => ({}),
  'spelling.use': () => ({}),
  'spelling.check': ({ words }) => ({ wrong: words }),
  'spelling.state': () => ({ unreadable: [] }),
  'links.open': async ({ url }) => {
    opened.push(url);
    return {};
  },
};
const call = (method: unknown, input: unknown) => serveCall(handlers, method, input);

test('runs the handler with the validated input and returns its output', async () => {
  expect(await call('preferences.set', { theme: 'dark' })).toMatchObject({ theme: 'dark' });
  expect(await call('links.open', { url: 'https://example.com' })).toEqual({});
  expect(opened).toEqual(['https://example.com']);
});

test('returns an expected failure as data', async () => {
  expect(await call('workspace.connectInBrowser', { clientId: 'c' })).toEqual({ error: { code: 'offline' } });
});

test('returns invalid input as an error', async () => {
  expect(await call('links.open', { url: 7 })).toMatchObject({ error: { code: 'invalid', path: 'url' } });
  expect(await call('workspace.connectToken', { token: ' ' })).toMatchObject({ error: { path: 'token' } });
  expect(opened).toHaveLength(1);
});

test.each([
  ['an unknown method', 'shell.quit', {}],
  ['a name from the prototype', 'constructor', {}],
  ['no name', undefined, {}],
  ['invalid input of a method whose output has no error', 'preferences.set', { theme: 'pink' }],
  ['a handler that throws', 'shell.state', {}],
])('rejects %s', async (_name, method, input) => {
  await expect(call(method, input)).rejects.toThrow();
});
