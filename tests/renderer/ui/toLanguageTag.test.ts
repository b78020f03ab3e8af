import { expect, it } from 'vitest';
import { toLanguageTag } from '#renderer/ui/toLanguageTag.ts';

it.each([
  ['nl', 'nl'],
  ['in', 'id'],
  ['iw', 'he'],
  ['zh-TW', 'zh-Hant'],
  ['und', undefined],
  ['qme', undefined],
  ['qht', undefined],
  ['zxx', undefined],
  ['', undefined],
  ['"><script>', undefined],
  [null, undefined],
])('gives %j the language tag %j', (lang, tag) => {
  expect(toLanguageTag(lang)).toBe(tag);
});
