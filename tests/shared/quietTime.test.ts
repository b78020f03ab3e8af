import { expect, test } from 'vitest';
import { toQuietUntil } from '#shared/domain/quietTime.ts';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

test.each([
  ['off', at(27, 14), null],
  ['hour', at(27, 14, 5), at(27, 15, 5)],
  ['untilTomorrow', at(27, 14), at(28, 9)],
  ['untilTomorrow', at(27, 23, 59), at(28, 9)],
  ['untilTomorrow', at(28, 2), at(28, 9)],
  ['untilTomorrow', at(28, 5), at(29, 9)],
] as const)('%s at %i ends at %j', (choice, now, expected) => {
  expect(toQuietUntil(choice, now)).toBe(expected);
});
