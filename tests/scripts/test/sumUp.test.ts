import { expect, it } from 'vitest';
import { sumUp } from '../../../scripts/test/sumUp.ts';

it('adds up the tests of all stages', () => {
  const results = [
    { title: 'Units', passed: 40, failed: 2, problems: ['failed: one', 'failed: two'] },
    { title: 'Window', passed: 5, failed: 0, problems: [] },
  ];
  const problems = ['Units: failed: one', 'Units: failed: two'];
  expect(sumUp(results)).toEqual({ passed: 45, failed: 2, problems });
});

it('counts a stage that fails without a failed test as one failure', () => {
  const results = [
    { title: 'Types', passed: 0, failed: 0, problems: ['exited with code 2'] },
    { title: 'Units', passed: 3, failed: 0, problems: ['skipped: one', 'skipped: two'] },
  ];
  const { failed, problems } = sumUp(results);
  expect(failed).toBe(2);
  expect(problems).toEqual(['Types: exited with code 2', 'Units: skipped: one', 'Units: skipped: two']);
});
