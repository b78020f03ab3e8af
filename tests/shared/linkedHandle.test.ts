import { expect, test } from 'vitest';
import { readLinkedHandle } from '#shared/domain/linkedHandle.ts';

test.each([
  ['https://x.com/annadv', 'annadv'],
  ['https://twitter.com/annadv/status/2127333215554240512?s=20', 'annadv'],
  ['x.com/Anna_dv', 'Anna_dv'],
  ['https://mobile.twitter.com/annadv#top', 'annadv'],
  ['https://x.com/i/web/status/1', null],
  ['https://x.com/messages', null],
  ['https://netflix.com/annadv', null],
  ['https://x.com', null],
  ['annadv', null],
])('%s leads to %s', (text, handle) => {
  expect(readLinkedHandle(text)).toBe(handle);
});
