import { expect, test } from 'vitest';
import { Language } from '#shared/contract/shell.ts';
import { en } from '#shell/words/en.ts';
import { toLanguage, withCount, wordsOf } from '#shell/words/words.ts';

test.each(Language.options)('has every word in %s with the same placeholders', (language) => {
  const words = wordsOf(language);
  expect(Object.keys(words)).toEqual(Object.keys(en));
  for (const [name, word] of Object.entries(en)) {
    const spoken = Object.entries(words).find(([other]) => other === name)?.[1] ?? '';
    expect(spoken.match(/\{\w+\}/g)).toEqual(word.match(/\{\w+\}/g));
    expect(spoken).not.toBe('');
  }
});

test('fills a count in', () => {
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
