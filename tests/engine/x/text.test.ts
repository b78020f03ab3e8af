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

  test('replaces a short link by its real address', () => {
    const urls = [link('https://t.co/a', 'https://example.com/help?a=1&b=2')];
    expect(toReadableText('See https://t.co/a please', urls)).toEqual({
      text: 'See example.com/help?a=1&b=2 please',
      links: [{ shown: 'example.com/help?a=1&b=2', url: 'https://example.com/help?a=1&b=2' }],
    });
  });

  test('links to where a shortened address leads', () => {
    const urls = [link('https://t.co/a', 'http://sho.rt/x', { unwound_url: 'https://example.com/' })];
    expect(toReadableText('https://t.co/a', urls).links).toEqual([
      { shown: 'sho.rt/x', url: 'https://example.com/' },
    ]);
  });

  test('removes links that represent pictures', () => {
    const urls = [link('https://t.co/p', 'https://x.com/a/status/1/photo/1', { media_key: '3_1' })];
    expect(toReadableText('Look https://t.co/p', urls)).toEqual({ text: 'Look', links: [] });
  });

  test('keeps a text whose links are badly described', () => {
    expect(toReadableText('Look https://t.co/p', [null, link('https://t.co/other', null)])).toEqual({
      text: 'Look https://t.co/p',
      links: [],
    });
  });
});
