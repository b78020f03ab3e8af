import { describe, expect, test } from 'vitest';
import { hasVisibleText, toPlaceholder } from '#shared/domain/placeholder.ts';

const message = { text: '', media: [], unreadable: false, deletedAt: null };
const photo = { type: 'photo' as const };

describe('toPlaceholder', () => {
  test.each([
    ['its words', { ...message, text: 'hello' }, null],
    ['its words beside a picture', { ...message, text: 'hello', media: [photo] }, null],
    ['an emoji', { ...message, text: '👍' }, null],
    ['a link without an attachment', { ...message, text: 'https://t.co/p' }, null],
    ['a picture', { ...message, media: [photo] }, 'photo'],
    ['a picture behind its link', { ...message, text: 'https://t.co/p', media: [photo] }, 'photo'],
    ['a picture beside invisible signs', { ...message, text: '\u200b\u2060 ', media: [photo] }, 'photo'],
    ['a voice message', { ...message, media: [{ type: 'audio' as const }] }, 'audio'],
    ['what X did not describe', { ...message, media: [{ type: 'other' as const }] }, 'other'],
    ['a poll', { ...message, hasPoll: true }, 'poll'],
    ['that it is encrypted', { ...message, unreadable: true }, 'unreadable'],
    ['that it is gone', { ...message, deletedAt: 1, media: [photo] }, 'deleted'],
    ['that it is empty', message, 'empty'],
    ['that it is only spaces', { ...message, text: ' \n\t\u00a0\u3000' }, 'empty'],
  ])('of a message shows %s', (_, content, expected) => {
    expect(toPlaceholder(content)).toBe(expected);
  });
});

test.each([
  '\u200b',
  '\u200e\u200f',
  '\ufeff',
  '\u3164',
  '\u115f',
  '\u2800',
  '\ufe0f',
  '\u00ad',
  '\u0000',
  '\u2028',
])('nothing is visible in %j', (text) => {
  expect(hasVisibleText(text)).toBe(false);
  expect(hasVisibleText(`${text}a`)).toBe(true);
});
