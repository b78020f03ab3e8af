import { expect, it } from 'vitest';
import { sumUp } from '../../../scripts/test/sumUp.ts';

it('adds up the tests of all stages', () => {
  const results = [
    { title: 'Units', passed: 40, failed: 2, faults: [] },
    { title: 'Window', passed: 5, failed: 0, faults: [] },
  ];
  expect(sumUp(results)).toEqual({ passed: 45, failed: 2, faults: ['Units: 2 failed'] });
});

it('counts a stage that fails without a failed test as one failure', () => {
  const results = [
    { title: 'Types', passed: 0, failed: 0, faults: ['ended with 2'] },
    { title: 'Units', passed: 3, failed: 0, faults: ['skipped: one', 'skipped: two'] },
  ];
  const { failed, faults } = sumUp(results);
  expect(failed).toBe(2);
  expect(faults).toEqual(['Types: ended with 2', 'Units: skipped: one', 'Units: skipped: two']);
});
