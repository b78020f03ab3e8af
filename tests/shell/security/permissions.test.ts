import { expect, test } from 'vitest';
import { isAppOrigin, isPermissionGranted } from '#shell/security/permissions.ts';

test.each([
  ['app://perch/', true],
  ['app://perch', true],
  ['app://perch/index.html?a#b', true],
  ['app://perch.evil/', false],
  ['app://perch:80/', false],
  ['app://user@perch/', true],
  ['https://perch/', false],
  ['app:perch', false],
  ['null', false],
  ['', false],
])('knows whether %s is the application itself', (address, expected) => {
  expect(isAppOrigin(address)).toBe(expected);
});

test('grants copying text and notifications to the application', () => {
  expect(isPermissionGranted('clipboard-sanitized-write', 'app://perch/')).toBe(true);
  expect(isPermissionGranted('notifications', 'app://perch')).toBe(true);
});

test.each(['media', 'geolocation', 'clipboard-read', 'openExternal', 'hid', 'fullscreen', 'unknown'])(
  'denies %s',
  (permission) => {
    expect(isPermissionGranted(permission, 'app://perch/')).toBe(false);
  },
);

test('grants nothing to any other page', () => {
  expect(isPermissionGranted('notifications', 'https://example.com')).toBe(false);
});
