import { describe, expect, test } from 'vitest';
import { mergeDrafts } from '#shared/domain/mergeDrafts.ts';

describe('mergeDrafts', () => {
  test.each<[string, string, string, string]>([
    ['puts the returned text above what was written since', 'One', 'Two', 'One\n\nTwo'],
    ['returns the only text', 'One', '', 'One'],
    ['ignores a draft of spaces', 'One', ' \n ', 'One'],
    ['keeps what was written where nothing returns', '', 'Two ', 'Two '],
    [
      'keeps line breaks inside both',
      'One\ntwo\n\nthree',
      'Four\n\nfive',
      'One\ntwo\n\nthree\n\nFour\n\nfive',
    ],
    ['leaves one blank line between them', 'One\n\n', '\nTwo', 'One\n\nTwo'],
    ['keeps a space that was just typed', 'One', 'Two ', 'One\n\nTwo '],
  ])('%s', (_, returned, current, merged) => {
    expect(mergeDrafts(returned, current)).toBe(merged);
  });

  test.each<[string, string, string, string]>([
    ['the same text', 'One', 'One', 'One'],
    ['a text that is already above', 'One', 'One\n\nTwo', 'One\n\nTwo'],
    ['a text that is already below', 'Two', 'One\n\nTwo', 'One\n\nTwo'],
    ['what the returned text already holds', 'One\n\nTwo', 'Two', 'One\n\nTwo'],
  ])('does not repeat %s', (_, returned, current, merged) => {
    expect(mergeDrafts(returned, current)).toBe(merged);
  });

  test('repeats words that only begin alike', () => {
    expect(mergeDrafts('On', 'On it')).toBe('On\n\nOn it');
  });

  test('gives the same when merged again', () => {
    const merged = mergeDrafts('One\n\nTwo', 'Three');
    expect(mergeDrafts('One\n\nTwo', merged)).toBe(merged);
  });
});
