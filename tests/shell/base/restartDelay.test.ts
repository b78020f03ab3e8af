import { expect, test } from 'vitest';
import { restartDelayMs } from '#shell/base/restartDelay.ts';

test.each([
  ['the first crash', [0], 250],
  ['the second within a minute', [0, 1_000], 1_000],
  ['the third', [0, 1_000, 2_000], 4_000],
  ['the fifth', [0, 1, 2, 3, 4], 4_000],
  ['the sixth within a minute', [0, 1, 2, 3, 4, 5], null],
  ['the sixth, when the others are long ago', [0, 1, 2, 3, 4, 60_004], 250],
  ['none', [], 250],
])('after %s', (_name, crashedAt, expected) => {
  expect(restartDelayMs(crashedAt)).toBe(expected);
});
