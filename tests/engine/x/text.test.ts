import { describe, expect, test } from 'vitest';
import { decodeEntities, placeLinks, toReadableText } from '#engine/x/text.ts';

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
      links: [
        { start: 4, end: 28, shown: 'example.com/help?a=1&b=2', url: 'https://example.com/help?a=1&b=2' },
      ],
    });
  });

  test('links to where a shortened address leads', () => {
    const urls = [link('https://t.co/a', 'http://sho.rt/x', { unwound_url: 'https://example.com/' })];
    expect(toReadableText('https://t.co/a', urls).links).toEqual([
      { start: 0, end: 8, shown: 'sho.rt/x', url: 'https://example.com/' },
    ]);
  });

  test.each([404, 410])('says that X found no page (%d)', (status) => {
    const urls = [link('https://t.co/a', 'https://example.com/x', { status })];
    expect(toReadableText('https://t.co/a', urls).links).toMatchObject([{ isDead: true }]);
  });

  test.each([200, 403, 503, null])('takes a page for being there otherwise (%j)', (status) => {
    const urls = [link('https://t.co/a', 'https://example.com/x', { status })];
    expect(toReadableText('https://t.co/a', urls).links[0]).not.toHaveProperty('isDead');
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

  test.each(['$&', '$$', '$`', "$'", '$1', '$<a>'])('takes %s in an address as it is written', (pattern) => {
    const url = `https://a.example/?${pattern}`;
    expect(toReadableText('https://t.co/a', [{ url: 'https://t.co/a', expanded_url: url }])).toEqual({
      text: `a.example/?${pattern}`,
      links: [{ start: 0, end: 11 + pattern.length, shown: `a.example/?${pattern}`, url }],
    });
  });

  test('finds a link by its position, not by its words', () => {
    const raw = 'I was sent to https://t.co/evil, not https://t.co/a';
    const urls = [
      link('https://t.co/a', 'https://shop.example', { start: 37, end: 51 }),
      link('https://t.co/evil', 'https://shop.example.evil.test', { start: 14, end: 31 }),
    ];
    const { text, links } = toReadableText(raw, urls);
    expect(text).toBe('I was sent to shop.example.evil.test, not shop.example');
    expect(links.map(({ start, end }) => text.slice(start, end))).toEqual([
      'shop.example.evil.test',
      'shop.example',
    ]);
  });

  test('counts positions in code points of the escaped text', () => {
    const raw = 'A &amp; B 👍🏽 https://t.co/a &lt;3 https://t.co/a';
    const urls = [
      link('https://t.co/a', 'https://a.example/1', { start: 13, end: 27 }),
      link('https://t.co/a', 'https://a.example/2', { start: 34, end: 48 }),
    ];
    const { text, links } = toReadableText(raw, urls);
    expect(text).toBe('A & B 👍🏽 a.example/1 <3 a.example/2');
    expect(links.map(({ start, end }) => text.slice(start, end))).toEqual(['a.example/1', 'a.example/2']);
  });

  test('finds a link without a position, or with a wrong one, by whole words', () => {
    const urls = [link('https://t.co/a', 'https://a.example', { start: 1, end: 3 })];
    expect(toReadableText('https://t.co/ab https://t.co/a', urls)).toEqual({
      text: 'https://t.co/ab a.example',
      links: [{ start: 16, end: 25, shown: 'a.example', url: 'https://a.example' }],
    });
  });

  test('gives equal short links without positions their addresses in order', () => {
    const urls = ['https://a.example/1', 'https://a.example/2'].map((to) => link('https://t.co/a', to));
    expect(toReadableText('https://t.co/a or https://t.co/a, https://t.co/a', urls).text).toBe(
      'a.example/1 or a.example/2, a.example/2',
    );
  });

  test('keeps the first of two links whose positions overlap', () => {
    const urls = [
      link('https://t.co/ab', 'https://a.example/1', { start: 0, end: 15 }),
      link('t.co/ab', 'https://a.example/2', { start: 8, end: 15 }),
    ];
    expect(toReadableText('https://t.co/ab', urls).text).toBe('a.example/1');
  });

  test('places thousands of links without positions before the test times out', () => {
    const urls = Array.from({ length: 4_000 }, () => link('https://t.co/a', 'https://a.example'));
    expect(toReadableText('https://t.co/a '.repeat(4_000), urls).links).toHaveLength(4_000);
  });

  test('removes the one link of several pictures', () => {
    const picture = { start: 3, end: 17, media_key: '3_1' };
    const urls = [picture, { ...picture, media_key: '3_2' }].map((more) =>
      link('https://t.co/p', null, more),
    );
    expect(toReadableText('Hi https://t.co/p', urls)).toEqual({ text: 'Hi', links: [] });
  });
});

describe('placeLinks', () => {
  const stored = { shown: 'shop.example', url: 'https://shop.example/' };

  test('keeps a link whose words are at its position', () => {
    const links = [{ ...stored, start: 14, end: 26 }];
    expect(placeLinks('shop.example, shop.example', links)).toEqual(links);
  });

  test.each([
    ['at the only place', 'Go to shop.example, please', 6],
    ['beside a longer address', 'not shop.example.evil.test or my-shop.example but shop.example.', 50],
  ])('places a link without a position %s of its words', (_, text, start) => {
    expect(placeLinks(text, [stored])).toEqual([{ ...stored, start, end: start + 12 }]);
  });

  test('places a link with the scheme that an agent wrote', () => {
    const text = 'See https://shop.example, or http://shop.example/other';
    const placed = { start: 4, end: 24, shown: 'https://shop.example', url: stored.url };
    expect(placeLinks(text, [{ ...stored, start: 10, end: 22 }])).toEqual([placed]);
  });

  test('places equal links in as many places', () => {
    const links = placeLinks('https://shop.example or shop.example', [stored, stored]);
    expect(links.map(({ start, end }) => [start, end])).toEqual([
      [0, 20],
      [24, 36],
    ]);
  });

  test.each(['shop.example or shop.example', 'shop.example.evil.test', 'no link'])(
    'leaves out a link that could be anywhere or nowhere in %j',
    (text) => expect(placeLinks(text, [stored])).toEqual([]),
  );
});
