import { expect, test } from 'vitest';
import { isLoopbackHost, isXUrl } from '#shared/xUrl.ts';

test.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['localhost', true],
  ['[::1]', true],
  ['127.0.0.1.evil.example', false],
  ['128.0.0.1', false],
  ['x.com', false],
])('knows whether %s is this machine', (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected);
});

test.each([
  ['https://x.example', true],
  ['https://x.example:8443/base', true],
  ['http://localhost:1', true],
  ['http://[::1]:1', true],
  ['http://127.0.0.1:1', true],
  ['http://127.9.9.9:1', true],
  ['http://x.example', false],
  ['http://127.0.0.1.evil.example', false],
  ['ftp://127.0.0.1', false],
  ['nonsense', false],
  ['', false],
])('knows whether Perch may look for X at "%s"', (address, expected) => {
  expect(isXUrl(address)).toBe(expected);
});
