import { describe, expect, it } from 'vitest';
import { findTrigger } from '#renderer/features/Conversation/canned/trigger.ts';

/** The request that ends at `|`. */
function trigger(marked: string) {
  const cursor = marked.indexOf('|');
  return findTrigger(marked.replace('|', ''), cursor);
}

describe('the request for a canned response', () => {
  it.each([
    ['/|', { start: 0, query: '' }],
    ['/ret|', { start: 0, query: 'ret' }],
    [';ret|', { start: 0, query: 'ret' }],
    ['Hello /re| and more', { start: 6, query: 're' }],
    ['Hello\n/re|', { start: 6, query: 're' }],
    ['/return to us|', { start: 0, query: 'return to us' }],
    ['/verzé|', { start: 0, query: 'verzé' }],
    ['/a /b|', { start: 3, query: 'b' }],
  ])('%j', (marked, expected) => {
    expect(trigger(marked)).toEqual(expected);
  });

  it.each([
    'and/or|',
    'https://shop.example/|',
    '24 / 7|',
    'Hello|',
    '/ret\n|',
    'x;y|',
    `/${'a'.repeat(61)}|`,
  ])('none in %j', (marked) => {
    expect(trigger(marked)).toBeNull();
  });
});
