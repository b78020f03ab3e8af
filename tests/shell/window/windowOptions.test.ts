import { expect, test } from 'vitest';
import { toWindowBounds } from '#shell/window/windowBounds.ts';

const screen = { x: 0, y: 0, width: 1_920, height: 1_080 };
const second = { x: 1_920, y: 0, width: 2_560, height: 1_440 };
const place = { x: 100, y: 80, width: 1_400, height: 900, maximised: false };

test.each([
  ['the usual size at first', null, [screen], { width: 1_280, height: 800 }],
  ['where it was', place, [screen], { x: 100, y: 80, width: 1_400, height: 900 }],
  [
    'on the second screen',
    { ...place, x: 2_000 },
    [screen, second],
    { x: 2_000, y: 80, width: 1_400, height: 900 },
  ],
  ['centred when its screen is gone', { ...place, x: 2_000 }, [screen], { width: 1_400, height: 900 }],
  [
    'centred when its bar is above the screen',
    { ...place, y: -200 },
    [screen],
    { width: 1_400, height: 900 },
  ],
  [
    'no larger than the screen',
    { ...place, width: 4_000, height: 4_000 },
    [screen],
    { x: 100, y: 80, width: 1_920, height: 1_080 },
  ],
  ['no smaller than is usable', { ...place, width: 10, height: 10 }, [screen], { width: 960, height: 600 }],
  ['sensibly without any screen', place, [], { width: 1_280, height: 800 }],
])('opens %s', (_name, kept, screens, expected) => {
  expect(toWindowBounds(kept, screens)).toEqual(expected);
});
