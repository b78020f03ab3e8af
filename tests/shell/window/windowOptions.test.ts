import { expect, test } from 'vitest';
import { toTitle, toWindowBounds } from '#shell/window/windowOptions.ts';

const screen = { x: 0, y: 0, width: 1_920, height: 1_080 };
const second = { x: 1_920, y: 0, width: 2_560, height: 1_440 };
const saved = { x: 100, y: 80, width: 1_400, height: 900, maximised: false };

test.each([
  ['with the default size at first', null, [screen], { width: 1_280, height: 800 }],
  ['at its last position', saved, [screen], { x: 100, y: 80, width: 1_400, height: 900 }],
  [
    'on the second screen',
    { ...saved, x: 2_000 },
    [screen, second],
    { x: 2_000, y: 80, width: 1_400, height: 900 },
  ],
  ['centred when its screen is gone', { ...saved, x: 2_000 }, [screen], { width: 1_400, height: 900 }],
  [
    'centred when its bar is above the screen',
    { ...saved, y: -200 },
    [screen],
    { width: 1_400, height: 900 },
  ],
  [
    'no larger than the screen',
    { ...saved, width: 4_000, height: 4_000 },
    [screen],
    { x: 100, y: 80, width: 1_920, height: 1_080 },
  ],
  ['no smaller than is usable', { ...saved, width: 10, height: 10 }, [screen], { width: 960, height: 600 }],
  ['with the default position without any screen', saved, [], { width: 1_280, height: 800 }],
])('opens %s', (_name, placement, screens, expected) => {
  expect(toWindowBounds(placement, screens)).toEqual(expected);
});

test('shows the number of waiting conversations in the title unless it is 0', () => {
  expect(toTitle(23)).toBe('(23) Perch');
  expect(toTitle(0)).toBe('Perch');
});
