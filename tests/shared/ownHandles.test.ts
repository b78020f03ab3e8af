import { describe, expect, test } from 'vitest';
import { toPreview, withoutOwnHandles } from '#shared/domain/ownHandles.ts';

describe('withoutOwnHandles', () => {
  test.each([
    ['@harbourhelp why is it late?', 'why is it late?'],
    ['@HarbourHelp why is it late?', 'why is it late?'],
    ['.@harbourhelp why is it late?', 'why is it late?'],
    ['@harbourhelp, why?', 'why?'],
    ['@harbourhelp: why?', 'why?'],
    ['@harbourhelp\n\nwhy?', 'why?'],
    ['  @harbourhelp why?', 'why?'],
    ['@harbourhelp @harbourhelp why?', 'why?'],
    ['@harbourhelp https://t.co/abc', 'https://t.co/abc'],
    ['@harbourhelp 😡', '😡'],
    ['@harbourhelp ?', '?'],
  ])('%j becomes %j', (text, expected) => {
    expect(withoutOwnHandles(text, 'harbourhelp')).toBe(expected);
  });

  test.each([
    ['@annadv @harbourhelp where are you?', '@annadv where are you?'],
    ['@harbourhelp @annadv where are you?', '@annadv where are you?'],
    ['@annadv @harbourhelp @pilarnunez hi', '@annadv @pilarnunez hi'],
  ])('keeps the handles of others: %j becomes %j', (text, expected) => {
    expect(withoutOwnHandles(text, 'harbourhelp')).toBe(expected);
  });

  test.each([
    ['@harbourhelp متى يصل طلبي؟', 'متى يصل طلبي؟'],
    ['\u200f@harbourhelp متى يصل طلبي؟', 'متى يصل طلبي؟'],
    ['@harbourhelp، متى يصل طلبي؟', 'متى يصل طلبي؟'],
    ['@harbourhelp\u200f שלום', '\u200f שלום'],
  ])('in a script from right to left: %j becomes %j', (text, expected) => {
    expect(withoutOwnHandles(text, 'harbourhelp')).toBe(expected);
  });

  test.each([
    '@harbourhelp',
    ' @harbourhelp @harbourhelp ',
    '@annadv @harbourhelp',
    '@harbourhelper why?',
    '@harbourhelp_nl why?',
    "@harbourhelp's parcel is late",
    '@harbourhelp.example is a domain',
    '@annadv why?',
    'why, @harbourhelp?',
    'me@harbourhelp why?',
    '',
  ])('keeps %j', (text) => {
    expect(withoutOwnHandles(text, 'harbourhelp')).toBe(text);
  });

  test('keeps everything while the handle of the account is not known', () => {
    expect(withoutOwnHandles('@harbourhelp why?', '')).toBe('@harbourhelp why?');
  });
});

test.each([
  ['in', '@harbourhelp where is it?', 'where is it?'],
  ['in', '@annadv is it you?', '@annadv is it you?'],
  ['out', '@annadv it is on its way.', 'it is on its way.'],
  ['out', '@AnnaDV @pilarnunez it is on its way.', '@pilarnunez it is on its way.'],
  ['out', '@harbourhelp is us.', '@harbourhelp is us.'],
] as const)('a preview leaves out whom the message is to: %s, %j becomes %j', (direction, text, expected) => {
  expect(toPreview({ text, direction }, { own: 'harbourhelp', person: 'annadv' })).toBe(expected);
});
