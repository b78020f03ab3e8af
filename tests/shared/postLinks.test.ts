import { expect, test } from 'vitest';
import { DM_LIMIT, dmLength, hasPricedLink, toSendable, weightedLength } from '#shared/domain/postLength.ts';
import { listPostLinks } from '#shared/domain/postLinks.ts';

const linksOf = (text: string) => listPostLinks(text).map((link) => link.text);

test.each([
  ['See example.com/help, please', ['example.com/help']],
  ['See https://foo.music (new)', ['https://foo.music']],
  ['(https://foo.music/a?b=1).', ['https://foo.music/a?b=1']],
  ['https://büro.music and http://a.example', ['https://büro.music', 'http://a.example']],
  ['foo.music without a scheme', []],
  ['https://localhost and https://10.0.0.1', []],
  ['No link. None at all.', []],
  ['Mail a@example.com', []],
])('finds in %j the links %j', (text, links) => {
  expect(linksOf(text)).toEqual(links);
});

test.each([
  ['Lees het bericht.Nu ook', 'bericht.Nu', 17],
  ['Merci.Et alors', 'Merci.Et', 6],
])('finds the missing space in %j', (text, word, spaceAt) => {
  expect(listPostLinks(text)).toMatchObject([{ text: word, spaceAt }]);
});

test.each(['See bericht.nu', 'See Example.Com/Help', 'See https://bericht.Nu'])(
  'takes the link in %j as meant',
  (text) => {
    expect(listPostLinks(text)).toMatchObject([{ spaceAt: null }]);
  },
);

test('prices and weighs every link alike', () => {
  expect(hasPricedLink({ channel: 'public', text: 'https://foo.music' })).toBe(true);
  expect(hasPricedLink({ channel: 'dm', text: 'https://foo.music' })).toBe(false);
  expect(weightedLength('https://foo.music')).toBe(23);
  expect(weightedLength(`https://foo.music/${'a'.repeat(300)}`)).toBe(23);
});

test('leaves out the signs that X refuses', () => {
  expect(toSendable('\ufeffHello\ufffe\uffff ')).toBe('Hello');
  expect(weightedLength('\ufeffHello')).toBe(5);
});

test('counts a private message in characters', () => {
  expect(dmLength('👍'.repeat(DM_LIMIT))).toBe(DM_LIMIT);
});
