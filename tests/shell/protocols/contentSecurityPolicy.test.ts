import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '#shell/protocols/contentSecurityPolicy.ts';

const directives = new Map(
  contentSecurityPolicy.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources.join(' ')];
  }),
);

test('allows scripts and styles of the application only', () => {
  expect(directives.get('default-src')).toBe("'none'");
  expect(directives.get('script-src')).toBe("'self'");
  expect(directives.get('style-src')).toBe("'self'");
});

test('allows no network', () => {
  expect(directives.get('connect-src')).toBe("'none'");
  expect(directives.get('img-src')).toBe("'self' media: data:");
  expect(directives.get('media-src')).toBe('media:');
  expect(contentSecurityPolicy).not.toMatch(/https?:|wss?:|\*/);
});

test('allows neither inline code nor eval', () => {
  expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|unsafe-eval/);
  expect(directives.get('require-trusted-types-for')).toBe("'script'");
});

test.each(['object-src', 'frame-src', 'worker-src', 'base-uri', 'form-action', 'frame-ancestors'])(
  'disables %s',
  (name) => {
    expect(directives.get(name)).toBe("'none'");
  },
);
