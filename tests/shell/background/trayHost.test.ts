import { expect, test } from 'vitest';
import { toSocketPath } from '#shell/background/dBus.ts';
import { hasTrayHost } from '#shell/background/trayHost.ts';
import { type BusReply, openFakeBus } from '../../support/fakeBus.ts';

const ask = (address: string) => hasTrayHost('linux', { DBUS_SESSION_BUS_ADDRESS: address });

test.each<[NodeJS.Platform, boolean]>([
  ['win32', true],
  ['darwin', true],
  ['freebsd', false],
])('%s: %j without asking a bus', async (platform, expected) => {
  expect(await hasTrayHost(platform, {})).toBe(expected);
});

test.each<[BusReply, boolean]>([
  [true, true],
  [false, false],
  ['error', false],
  ['number', false],
  ['nothing', false],
])('on Linux a bus that replies %j means %j', async (reply, expected) => {
  const { address, calls } = await openFakeBus({ reply });
  expect(await ask(address)).toBe(expected);
  expect(calls.join('')).toContain('org.kde.StatusNotifierWatcher');
});

test('understands a reply that comes byte by byte', async () => {
  const { address } = await openFakeBus({ reply: true, inPieces: true });
  expect(await ask(address)).toBe(true);
});

test('there is no tray where there is no bus, or where it refuses this user', async () => {
  const { address } = await openFakeBus({ reply: true, refusesUsers: true });
  expect(await ask(address)).toBe(false);
  expect(await ask('unix:path=/nowhere/at/all')).toBe(false);
  expect(await ask('tcp:host=localhost,port=1')).toBe(false);
});

test.each([
  ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
  ['unix:abstract=/tmp/dbus-x,guid=1', '\0/tmp/dbus-x'],
  ['unix:guid=1,path=/a%20b', '/a b'],
  ['tcp:host=localhost;unix:path=/b', '/b'],
  ['unix:tmpdir=/tmp', null],
  ['', null],
])('the socket of %s is %j', (address, expected) => {
  expect(toSocketPath(address)).toBe(expected);
});
