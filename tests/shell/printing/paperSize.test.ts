import { expect, it } from 'vitest';
import { toPaperSize } from '#shell/printing/paperSize.ts';

it.each([
  ['BE', 'A4'],
  ['FR', 'A4'],
  ['', 'A4'],
  ['US', 'Letter'],
  ['ca', 'Letter'],
])('prints on the paper of %s: %s', (country, paper) => {
  expect(toPaperSize(country)).toBe(paper);
});
