import { describe, expect, test } from 'vitest';
import { type Candidate, matchSent } from '#engine/conversations/matchSent.ts';
import { normaliseText } from '#engine/conversations/sameText.ts';

const now = 1_000_000_000_000;

describe('matchSent', () => {
  const candidate = (changed: Partial<Candidate> = {}): Candidate => ({
    xId: '9',
    text: '@anna On it',
    at: now + 100,
    inReplyTo: '5',
    quotes: [],
    ...changed,
  });
  const sought = { text: 'On it', inReplyTo: '5', hasFiles: false, since: now };
  const find = (candidates: Candidate[], taken: string[] = []) =>
    matchSent(sought, candidates, ({ xId }) => taken.includes(xId))?.xId ?? null;

  test.each<[string, Candidate[], string | null]>([
    ['the reply', [candidate()], '9'],
    ['none', [], null],
    ['another text', [candidate({ text: 'On it!' })], null],
    ['a reply to another post', [candidate({ inReplyTo: '6' })], null],
    ['one from long before', [candidate({ at: now - 600_000 })], null],
    ['one by a clock that is a little slow', [candidate({ at: now - 60_000 })], '9'],
    ['the older of two', [candidate(), candidate({ xId: '8', at: now + 50 })], '8'],
  ])('finds %s', (_, candidates, found) => {
    expect(find(candidates)).toBe(found);
  });

  test('skips messages that are known to be another reply', () => {
    expect(find([candidate(), candidate({ xId: '8', at: now + 50 })], ['8'])).toBe('9');
  });
});

describe('a reply with pictures', () => {
  const find = (text: string, shown: string, hasFiles = true) =>
    matchSent(
      { text, inReplyTo: '5', hasFiles, since: now },
      [{ xId: '9', text: shown, at: now, inReplyTo: '5', quotes: [] }],
      () => false,
    )?.xId ?? null;

  test.each([
    ['See', '@anna See'],
    ['See', '@anna See https://t.co/q1'],
    ['See', 'See pic.x.com/q1'],
    ['See', 'See x.com/harbourhelp/status/9/photo/1'],
    ['', '@anna https://t.co/q1'],
    ['See https://a.example/1', 'See https://t.co/q1 https://t.co/q2'],
  ])('%j is found as %j', (text, shown) => {
    expect(find(text, shown)).toBe('9');
  });

  test.each([
    ['See', '@anna See https://t.co/q1', false],
    ['See', '@anna Look https://t.co/q1', true],
    ['See', '@anna See https://t.co/q1 https://t.co/q2', true],
    ['', 'See https://t.co/q1', true],
  ])('%j is not %j', (text, shown, hasFiles) => {
    expect(find(text, shown, hasFiles)).toBeNull();
  });
});

describe('normaliseText', () => {
  test.each([
    ['@anna @bob On it', 'On it'],
    ['R&amp;D', 'R&D'],
    ['Cafe\u0301', 'Café'],
    ['see https://www.example.com/a/ now', 'see example.com/a now'],
    ['two  spaces\n\nand lines ', 'two spaces and lines'],
  ])('%j means the same as %j', (one, other) => {
    expect(normaliseText(one)).toBe(normaliseText(other));
  });

  test.each([
    ['On it', 'On it!'],
    ['ask @anna', 'ask'],
    ['1 < 2', '1 > 2'],
  ])('%j does not mean the same as %j', (one, other) => {
    expect(normaliseText(one)).not.toBe(normaliseText(other));
  });
});

describe('a message that quotes', () => {
  const find = (text: string, shown: string, quotes: string[]) =>
    matchSent(
      { text, inReplyTo: '5', hasFiles: false, since: now },
      [{ xId: '9', text: shown, at: now, inReplyTo: '5', quotes }],
      () => false,
    )?.xId ?? null;

  test.each([
    ['See https://x.com/bob/status/77', '@anna See'],
    ['See https://twitter.com/i/web/status/77?s=20', '@anna See'],
    ['See https://t.co/q1', '@anna See'],
    ['As in https://x.com/bob/status/77 above', '@anna As in x.com/bob/status/77 above'],
    ['https://x.com/bob/status/77', '@anna'],
  ])('is the reply %s', (text, shown) => {
    expect(find(text, shown, ['77'])).toBe('9');
  });

  test.each([
    ['See', '@anna See', ['77']],
    ['See https://x.com/bob/status/78', '@anna See', ['77']],
    ['See https://x.com/bob/status/77', '@anna See', []],
  ])('is not the reply %s', (text, shown, quotes) => {
    expect(find(text, shown, quotes)).toBeNull();
  });
});
