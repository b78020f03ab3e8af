import { expect, test } from 'vitest';
import { toSize } from '#renderer/ui/toSize.ts';

test('sizes are in megabytes, small ones in kilobytes, and in gigabytes from one on', () => {
  expect(toSize(99_000, 'en')).toBe('99 kB');
  expect(toSize(71_400_000, 'en')).toBe('71.4 MB');
  expect(toSize(999_900_000, 'en')).toBe('999.9 MB');
  expect(toSize(1_448_100_000, 'en')).toBe('1.4 GB');
  expect(toSize(1_448_100_000, 'nl')).toBe('1,4 GB');
  expect(toSize(1_448_100_000, 'fr')).toBe('1,4\u202fGo');
});
