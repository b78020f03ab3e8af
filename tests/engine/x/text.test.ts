import { describe, expect, test } from 'vitest';
import { decodeEntities, toReadableText } from '#engine/x/text.ts';

describe('decodeEntities', () => {
  test.each([
    ['R&amp;D &lt;3 &gt;', 'R&D <3 >'],
    ['&amp;lt;', '&lt;'],
    ['&quot; &copy; & plain', '&quot; &copy; & plain'],
    ['', ''],
  ])('reads %j as %j', (raw, text) => {
    expect(decodeEntities(raw)).toBe(text);
  });
});

describe('toReadableText', () => {
  const link = (url: string, expanded: string | null, more = {}) => ({
    url,
    expanded_url: expanded,
    unwound_url: null,
    media_key: null,
    ...more,
  });

  test('puts the real address in the place of a short link', () => {
    const urls = [link('https://t.co/a', 'https://example.com/help?a=1&b=2')];
    expect(toReadableText('See https://t.co/a please', urls)).toEqual({
      text: 'See example.com/help?a=1&b=2 please',
      links: [{ shown: 'example.com/help?a=1&b=2', url: 'https://example.com/help?a=1&b=2' }],
    });
  });

  test('leads to where a shortened address ends', () => {
    const urls = [link('https://t.co/a', 'http://sho.rt/x', { unwound_url: 'https://example.com/' })];
    expect(toReadableText('https://t.co/a', urls).links).toEqual([
      { shown: 'sho.rt/x', url: 'https://example.com/' },
    ]);
  });

  test('leaves out links that stand for pictures', () => {
    const urls = [link('https://t.co/p', 'https://x.com/a/status/1/photo/1', { media_key: '3_1' })];
    expect(toReadableText('Look https://t.co/p', urls)).toEqual({ text: 'Look', links: [] });
  });

  test('keeps a text whose links X described badly', () => {
    expect(toReadableText('Look https://t.co/p', [null, link('https://t.co/other', null)])).toEqual({
      text: 'Look https://t.co/p',
      links: [],
    });
  });
});
