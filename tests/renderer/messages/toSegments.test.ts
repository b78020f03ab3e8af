import { describe, expect, it } from 'vitest';
import { toBeginning } from '#renderer/messages/longText.ts';
import { toLinkTarget, toSegments } from '#renderer/messages/toSegments.ts';

const link = (shown: string, start: number, url = 'https://example.com/') => ({
  start,
  end: start + shown.length,
  shown,
  url,
});

describe('segments', () => {
  it.each([
    ['plain', [], ['text:plain']],
    ['', [], []],
    ['Hi @harbour!', [], ['text:Hi ', 'mention:@harbour', 'text:!']],
    ['mail a@b.com', [], ['text:mail a@b.com']],
    ['#späť and #1', [], ['tag:#späť', 'text: and #1']],
    ['see example.com/a now', [link('example.com/a', 4)], ['text:see ', 'link:example.com/a', 'text: now']],
    ['a.co a.co', [link('a.co', 0), link('a.co', 5)], ['link:a.co', 'text: ', 'link:a.co']],
    ['x', [link('beyond the end', 1)], ['text:x']],
    [
      'I was sent to shop.example.evil.test, not shop.example',
      [link('shop.example', 42)],
      ['text:I was sent to shop.example.evil.test, not ', 'link:shop.example'],
    ],
    ['<b>@x</b>', [], ['text:<b>', 'mention:@x', 'text:</b>']],
  ])('cuts %j', (text, links, expected) => {
    expect(toSegments(text, links).map((segment) => `${segment.type}:${segment.text}`)).toEqual(expected);
  });

  it('preserves every character', () => {
    const text = '\u202Eevil @x #y \u{1F468}\u200D\u{1F469} t.co/1 \uD800';
    const joined = toSegments(text, [link('t.co/1', 24)])
      .map((segment) => segment.text)
      .join('');
    expect(joined).toBe(text);
  });
});

describe('link targets', () => {
  it.each([
    ['example.com/a', 'https://example.com/a', { host: 'example.com', differs: false }],
    ['https://www.example.com', 'https://example.com/', { host: 'example.com', differs: false }],
    ['paypal.com', 'https://evil.example/', { host: 'evil.example', differs: true }],
    ['p\u0430ypal.com', 'https://p\u0430ypal.com/', { host: 'xn--pypal-4ve.com', differs: true }],
  ])('leads %j to the real host', (shown, url, expected) => {
    expect(toLinkTarget(shown, url)).toMatchObject(expected);
  });

  it.each([
    'http://example.com',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://a:b@example.com',
    'nonsense',
  ])('does not open %j', (url) => {
    expect(toLinkTarget('x', url)).toBeNull();
  });
});

describe('long texts', () => {
  it('leaves 2,000 characters untouched', () => {
    expect(toBeginning('x'.repeat(2_000))).toBeNull();
  });

  it('truncates longer ones without splitting a character', () => {
    expect(toBeginning(`${'x'.repeat(1_999)}\u{1F600}${'y'.repeat(10)}`)).toBe('x'.repeat(1_999));
  });
});
