import { describe, expect, test } from 'vitest';
import { Initials, sign, toInitials, toMark, unsign, withoutMark } from '#shared/domain/initials.ts';
import { POST_LIMIT, weightedLength } from '#shared/domain/postLength.ts';
import { joinParts, splitThread } from '#shared/domain/splitThread.ts';

test.each([
  ['Anna Bakker', 'AB'],
  ['Anna de Vries', 'AV'],
  ['anne-marie o’neill', 'AO'],
  ['Mia', 'MI'],
  ['Élodie', 'ÉL'],
  ['A', 'A'],
  ['Sam 2', 'SA'],
  ['123', ''],
])('the initials of %s are %s', (name, initials) => {
  expect(toInitials(name)).toBe(initials);
});

test('initials can be typed with the sign in front', () => {
  expect(Initials.parse(' ^AB ')).toBe('AB');
  expect(Initials.parse('')).toBe('');
  expect(Initials.safeParse('A B').success).toBe(false);
  expect(Initials.safeParse('^^A').success).toBe(false);
  expect(Initials.safeParse('https://x').success).toBe(false);
});

test('the mark is there on the channels that are signed', () => {
  const signing = { initials: 'AB', signedChannels: ['public' as const] };
  expect(toMark(signing, 'public')).toBe('^AB');
  expect(toMark(signing, 'dm')).toBeNull();
  expect(toMark({ ...signing, initials: '' }, 'public')).toBeNull();
});

describe('sign', () => {
  test('puts the mark behind the text, and unsign takes it away', () => {
    expect(sign('On it', '^AB')).toBe('On it ^AB');
    expect(sign('', '^AB')).toBe('^AB');
    expect(sign('On it', null)).toBe('On it');
    expect(unsign('On it ^AB', '^AB')).toBe('On it');
    expect(unsign('^AB', '^AB')).toBe('');
    expect(unsign('On it ^AB', null)).toBe('On it ^AB');
  });

  test.each([
    'On it ^AB',
    'On it ^ab',
    'On it /AB',
    'On it -AB',
    'On it - AB',
    'On it *ab ',
    'On it ^CD',
    '^AB',
  ])('never signs “%s” twice', (text) => expect(sign(text, '^AB')).toBe(text));

  test.each(['See example.com/AB', '2^AB', 'On it AB', 'and/or'])('signs “%s”', (text) =>
    expect(sign(text, '^AB')).toBe(`${text} ^AB`),
  );
});

// Endings of real replies.
test.each([
  ['I hope this helps! ^SA', 'I hope this helps!'],
  ['Let us know. ^JasonYaddow', 'Let us know.'],
  ['here to help! Thanks.^Kartika', 'here to help! Thanks.'],
  ['on this platform? *MS', 'on this platform?'],
  ['for what to do next /VM', 'for what to do next'],
  ['right here /G', 'right here'],
  ['Thank you. -Karla', 'Thank you.'],
  ['for your response. –Jo', 'for your response.'],
  ["for actions we're taking. ~ Shaun", "for actions we're taking."],
  ['phone number.\n^Roopa 2/2', 'phone number.'],
  ['Update us with the result. -Shie 3/3', 'Update us with the result.'],
  ['https://www.apple.com/newsroom', 'https://www.apple.com/newsroom'],
  ['in and/or out', 'in and/or out'],
  ['We are open 9 - 5', 'We are open 9 - 5'],
])('“%s” without its mark', (text, words) => expect(withoutMark(text)).toBe(words));

test('a thread is signed in its last part, which is never the mark alone', () => {
  const filler = 'We have looked at your order, and the parcel left our warehouse this morning. ';
  for (let length = 300; length < 620; length += 1) {
    const written = filler.repeat(9).slice(0, length).trim();
    const parts = splitThread(sign(written, '^AB'), '^AB');
    for (const { text } of parts) expect(weightedLength(text)).toBeLessThanOrEqual(POST_LIMIT);
    expect(parts.at(-1)?.text).toMatch(/\S \^AB \((\d+)\/\1\)$/);
    expect(parts.filter(({ text }) => text.includes('^AB'))).toHaveLength(1);
    expect(unsign(joinParts(parts), '^AB')).toBe(written);
  }
});
