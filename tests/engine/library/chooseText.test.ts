import { expect, test } from 'vitest';
import { chooseText } from '#engine/library/chooseText.ts';
import type { CannedText } from '#shared/domain/cannedResponse.ts';

const texts = ['en/public', 'en/dm', 'nl/null', 'nl/dm', 'null/null', 'fr/dm'].map((key): CannedText => {
  const [language, channel] = key.split('/').map((part) => (part === 'null' ? null : part));
  return { language, channel, text: key } as CannedText;
});

test.each([
  ['nl', 'dm', 'nl/dm'],
  ['nl', 'public', 'nl/null'],
  ['en', 'public', 'en/public'],
  ['fr', 'dm', 'fr/dm'],
  // French words for private messages are not for the public.
  ['fr', 'public', 'null/null'],
  [null, 'public', 'en/public'],
  [null, 'dm', 'en/dm'],
] as const)('for %s in %s it is %s', (language, channel, expected) => {
  expect(chooseText(texts, { language, channel, usual: 'en' })?.text).toBe(expected);
});

test('without a wording for the language, any language and then the usual one serves', () => {
  const some = texts.filter(({ language }) => language !== null);
  expect(chooseText(some, { language: 'fr', channel: 'public', usual: 'en' })?.text).toBe('en/public');
  expect(chooseText([], { language: 'fr', channel: 'public', usual: 'en' })).toBeNull();
});
