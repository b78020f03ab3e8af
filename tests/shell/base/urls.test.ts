import { expect, test } from 'vitest';
import { isAppOrigin } from '#shell/base/urls.ts';

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
])('recognises %s as the application: %s', (address, expected) => {
  expect(isAppOrigin(address)).toBe(expected);
});
