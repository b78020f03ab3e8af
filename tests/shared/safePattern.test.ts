import { expect, test } from 'vitest';
import { compilePattern } from '#shared/domain/safePattern.ts';

test.each([
  ['KL-####', 'KL-4711', true],
  ['KL-####', 'kl 4711', true],
  ['KL-####', 'KL4711', true],
  ['KL-####', 'KL-47112', false],
  ['KL-####', 'AKL-4711', false],
  ['ORD#+', 'ORD1234567', true],
  ['ORD#+', 'ORD', false],
  ['??-***.#', 'ab-x1y.5', true],
  ['??-***.#', 'ab-x1yz5', false],
  ['(##) ##', '(12) 34', true],
])('the pattern %j finds %j: %j', (pattern, text, isFound) => {
  expect(compilePattern(pattern)?.test(text)).toBe(isFound);
});

test.each(['', '##', 'ORDER', '#+#+#+', 'x'.repeat(61)])('%j is no pattern', (pattern) => {
  expect(compilePattern(pattern)).toBeNull();
});

test('every pattern is fast on every text', () => {
  const pattern = compilePattern('#+*+');
  const started = performance.now();
  expect('1'.repeat(20_000).match(pattern ?? /$^/g)).toBeNull();
  expect(performance.now() - started).toBeLessThan(2_000);
});
