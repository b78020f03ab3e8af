import { expect, test } from 'vitest';
import { toExternalLink } from '#shell/security/externalLink.ts';

test.each([
  ['https://example.com', 'https://example.com/'],
  ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['HTTPS://EXAMPLE.COM/', 'https://example.com/'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
])('lets %s through as %s', (address, expected) => {
  expect(toExternalLink(address)).toBe(expected);
});

test.each([
  'http://example.com',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'ms-settings:',
  'mailto:a@example.com',
  'https://user@example.com/',
  'https://user:word@example.com/',
  'https://localhost/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://[::1]/',
  'https://intranet/',
  'https://localhost./',
  'https://perch.localhost/',
  'https://printer.local/',
  'https://router.lan/',
  'https://wiki.corp/',
  'https://nas.home/',
  'https://files.intranet/',
  'https://git.private./',
  'https://192.168.1.1/reset',
  'https://0x7f.1/',
  'https://[::ffff:7f00:1]/',
  'https:',
  '',
  `https://example.com/${'a'.repeat(2_048)}`,
])('refuses %s', (address) => {
  expect(toExternalLink(address)).toBeNull();
});
