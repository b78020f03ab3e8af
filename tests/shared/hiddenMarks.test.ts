import { describe, expect, test } from 'vitest';
import { hasHiddenMarks, markHidden, withoutHiddenMarks } from '#shared/hiddenMarks.ts';

describe('a name shows', () => {
  test.each([
    ['a zero-width space', 'Har\u200bbour', 'Har⟨U+200B⟩bour'],
    ['a joiner in Latin', 'Har\u200dbour', 'Har⟨U+200D⟩bour'],
    ['a non-joiner in Latin', 'Harbour\u200c', 'Harbour⟨U+200C⟩'],
    ['a word joiner', '\u2060Harbour', '⟨U+2060⟩Harbour'],
    ['a byte order mark', '\ufeffHarbour', '⟨U+FEFF⟩Harbour'],
    ['a soft hyphen', 'Har\u00adbour', 'Har⟨U+00AD⟩bour'],
    ['a combining joiner', 'Har\u034fbour', 'Har⟨U+034F⟩bour'],
    ['a Hangul filler', 'Har\u3164bour', 'Har⟨U+3164⟩bour'],
    ['an empty braille pattern', 'Har\u2800bour', 'Har⟨U+2800⟩bour'],
    ['tags', 'Harbour\u{e0041}\u{e0042}', 'Harbour⟨U+E0041…⟩'],
    ['a variation selector behind a letter', 'Harbour\ufe0f', 'Harbour⟨U+FE0F⟩'],
    ['a supplementary selector behind a letter', 'Harbour\u{e0101}', 'Harbour⟨U+E0101⟩'],
    ['a turn in Latin', 'Har\u202ebour\u200e', 'Har⟨U+202E⟩bour⟨U+200E⟩'],
    ['a run by its first', 'Har\u200b\u200b\u2060bour', 'Har⟨U+200B…⟩bour'],
    ['a joiner at the end of Persian', 'علی\u200c', 'علی⟨U+200C⟩'],
    ['a joiner between an emoji and a letter', '👩\u200dHarbour', '👩⟨U+200D⟩Harbour'],
    ['what hides behind a proper one', '❤\ufe0f\u200bA', '❤\ufe0f⟨U+200B⟩A'],
    ['a text behind a flag', `🏴${'\u{e0068}'.repeat(9)}`, `🏴${'\u{e0068}'.repeat(7)}⟨U+E0068…⟩`],
  ])('%s', (_what, name, shown) => {
    expect(markHidden(name)).toBe(shown);
    expect(markHidden(shown)).toBe(shown);
    expect(hasHiddenMarks(shown)).toBe(true);
  });
});

describe('a name is left alone with', () => {
  test.each([
    ['a family', '👩\u200d👩\u200d👧\u200d👦 Anna'],
    ['a profession with a skin tone', '👩🏽\u200d⚕\ufe0f Dr Ann'],
    ['a flag of several parts', '🏳\ufe0f\u200d🌈'],
    ['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a keycap', '1\ufe0f\u20e3 Anna'],
    ['a heart as text', '♥\ufe0e Anna'],
    ['Persian', 'می\u200cخواهم'],
    ['Hindi with a half letter', 'क्\u200dष'],
    ['Sinhala', 'ශ්\u200dරී ලංකා'],
    ['Malayalam', 'അവന്\u200cഅ'],
    ['Thai with word breaks', 'สวัสดี\u200bครับ'],
    ['a variant of a Japanese character', '辻\u{e0101}さん'],
    ['combining accents', 'Ze\u0301lie'],
    ['Hebrew', 'שלום'],
  ])('%s', (_what, name) => {
    expect(markHidden(name)).toBe(name);
    expect(hasHiddenMarks(name)).toBe(false);
  });
});

test('what turns the direction of a right-to-left name is removed', () => {
  expect(markHidden('\u200fمحمد\u202b حسن\u202c')).toBe('محمد حسن');
});

test.each(['', '\u200b\u3164', ' \u202e '])('nothing is left of %j', (name) => {
  expect(markHidden(name)).toBe('');
});

test('marks are removed again where they would be in the way', () => {
  expect(withoutHiddenMarks('⟨U+FEFF⟩Anna ⟨U+200B…⟩de Vries')).toBe('Anna de Vries');
});
