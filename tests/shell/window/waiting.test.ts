import { expect, test } from 'vitest';
import { toTitle } from '#shell/window/waiting.ts';

test('names the number of those who wait, and none when nobody does', () => {
  expect(toTitle(23)).toBe('(23) Perch');
  expect(toTitle(0)).toBe('Perch');
});
