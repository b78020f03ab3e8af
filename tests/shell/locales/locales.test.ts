import { expect, test } from 'vitest';
import { Language } from '#shared/domain/language.ts';
import { en } from '#shell/locales/en.ts';
import { textsOf, toLanguage, withCount } from '#shell/locales/locales.ts';

const flatten = ({ contents, ...texts }: typeof en): Record<string, string> => ({ ...texts, ...contents });

test.each(Language.options)('has every text in %s with the same placeholders', (language) => {
  const texts = flatten(textsOf(language));
  expect(Object.keys(texts)).toEqual(Object.keys(flatten(en)));
  for (const [name, text] of Object.entries(flatten(en))) {
    const translated = Object.entries(texts).find(([other]) => other === name)?.[1] ?? '';
    expect(translated.match(/\{\w+\}/g)).toEqual(text.match(/\{\w+\}/g));
    expect(translated).not.toBe('');
  }
});

test('fills in a count', () => {
  expect(withCount(en.newConversations, 3)).toBe('3 new conversations');
});

test.each([
  ['system', 'nl-BE', 'nl'],
  ['system', 'fr', 'fr'],
  ['system', 'en-GB', 'en'],
  ['system', 'de-DE', 'en'],
  ['system', '', 'en'],
  ['nl', 'fr-FR', 'nl'],
] as const)('with %s preferred on a system in %s, uses %s', (preference, locale, expected) => {
  expect(toLanguage(preference, locale)).toBe(expected);
});
