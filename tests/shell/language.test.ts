import { expect, test } from 'vitest';
import { toLanguage } from '#shell/language.ts';

test.each([
  ['system', 'nl-BE', 'nl'],
  ['system', 'fr', 'fr'],
  ['system', 'en-GB', 'en'],
  ['system', 'de-DE', 'en'],
  ['system', '', 'en'],
  ['nl', 'fr-FR', 'nl'],
] as const)('with %s on a system in %s speaks %s', (setting, locale, expected) => {
  expect(toLanguage(setting, locale)).toBe(expected);
});
