import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { toAutostartEntry } from '#shell/background/autostartEntry.ts';
import { createStartAtLogin } from '#shell/background/startAtLogin.ts';
import { toStartCommand } from '#shell/background/startCommand.ts';

const command = { program: '/opt/Perch/perch', args: ['--hidden'] };
const file = 'autostart/app.perch.desktop.desktop';

function start(platform: NodeJS.Platform, configDir = mkdtempSync(path.join(tmpdir(), 'perch-config-'))) {
  const set: unknown[] = [];
  const items = {
    getLoginItemSettings: ({ args }: { args: string[] }) => ({ openAtLogin: args[0] === '--hidden' }),
    setLoginItemSettings: (settings: unknown) => void set.push(settings),
  };
  return { atLogin: createStartAtLogin({ platform, items, configDir, command }), configDir, set };
}

test.each<NodeJS.Platform>(['win32', 'darwin'])('asks and tells the system on %s', async (platform) => {
  const { atLogin, set } = start(platform);
  expect(atLogin.isOn()).toBe(true);
  await atLogin.set(true);
  await atLogin.set(false);
  expect(set).toEqual([
    { openAtLogin: true, args: ['--hidden'] },
    { openAtLogin: false, args: ['--hidden'] },
  ]);
});

test('writes an entry on Linux, and removes it again', async () => {
  const { atLogin, configDir } = start('linux');
  expect(atLogin.isOn()).toBe(false);
  expect(await atLogin.set(true)).toEqual({ ok: true, value: null });
  expect(atLogin.isOn()).toBe(true);
  expect(readFileSync(path.join(configDir, file), 'utf8')).toContain('Exec=/opt/Perch/perch --hidden\n');
  expect(readdirSync(path.join(configDir, 'autostart'))).toHaveLength(1);
  await atLogin.set(false);
  await atLogin.set(false);
  expect(atLogin.isOn()).toBe(false);
});

test('says where the disk refuses', async () => {
  const { atLogin, configDir } = start('linux');
  mkdirSync(configDir, { recursive: true });
  writeFileSync(path.join(configDir, 'autostart'), 'no folder');
  expect(await atLogin.set(true)).toMatchObject({
    ok: false,
    error: { code: 'storeUnwritable', file: path.join(configDir, file) },
  });
});

test.each([
  ['/opt/My Perch/perch', '"/opt/My Perch/perch"'],
  ['/a"b$c', String.raw`"/a\\"b\\$c"`],
  ['/100%/perch', '"/100%%/perch"'],
  [String.raw`/a\b`, String.raw`"/a\\\\b"`],
])('quotes %s', (program, expected) => {
  expect(toAutostartEntry({ program, args: [] })).toContain(`\nExec=${expected}\n`);
});

test('starts an AppImage by its own file, and an unpackaged Perch by its folder', () => {
  const running = {
    appPath: '/src',
    execPath: '/tmp/.mount/perch',
    env: { APPIMAGE: '/home/a/Perch.AppImage' },
  };
  expect(toStartCommand({ ...running, isPackaged: true }, ['--hidden'])).toEqual({
    program: '/home/a/Perch.AppImage',
    args: ['--hidden'],
  });
  expect(toStartCommand({ ...running, isPackaged: true, env: {} }, []).program).toBe('/tmp/.mount/perch');
  expect(toStartCommand({ ...running, isPackaged: false }, ['--hidden'])).toEqual({
    program: '/tmp/.mount/perch',
    args: ['/src', '--hidden'],
  });
});
