import { expect, test } from 'vitest';
import { isPermissionGranted } from '#shell/security/permissions.ts';

test('grants the application copying text and notifications', () => {
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
