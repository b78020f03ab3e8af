import { expect, test } from 'vitest';
import { DM_LIMIT, dmLength, hasPricedLink, toSendable, weightedLength } from '#shared/domain/postLength.ts';
import { listPostLinks, listPricedLinks, newerDomains } from '#shared/domain/postLinks.ts';

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
  ['Stuur een e-mail.Nu graag', 'e-mail.Nu', 17],
  ['Het is OK.Nu nog', 'OK.Nu', 10],
  ['Om 17.Nu dus', '17.Nu', 6],
])('finds the missing space in %j', (text, word, spaceAt) => {
  expect(listPostLinks(text)).toMatchObject([{ text: word, spaceAt }]);
});

test.each(['See bericht.nu', 'See Example.Com/Help', 'See https://bericht.Nu', 'See EXAMPLE.COM'])(
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

test.each([
  ['Listen at foo.music today', ['foo.music']],
  [
    'example.com and foo.music, or https://bar.music/b.kids',
    ['example.com', 'foo.music', 'https://bar.music/b.kids'],
  ],
  ['Kijk op www.Harbour.Music.', ['www.Harbour.Music']],
  ['ご案内：例え.アマゾン', ['例え.アマゾン']],
  ['Mail a@foo.music or b.c@example.music', []],
  ['Use music.js, foo.musical, _foo.web and foo.web_', []],
  ['Use node.js 10.12.3, e.g. at 10.0.0.1. Dank.Dan', []],
])('prices in %j the links %j', (text, links) => {
  expect(listPricedLinks(text).map((link) => link.text)).toEqual(links);
  expect(hasPricedLink({ channel: 'public', text })).toBe(links.length > 0);
});

test('weighs a name that X may not link by its letters', () => {
  expect(weightedLength('foo.music')).toBe(9);
});

test.each(newerDomains)('twitter-text does not link names under .%s, so they stand in a list', (domain) => {
  expect(listPostLinks(`foo.${domain}`)).toEqual([]);
  expect(linksOf(`https://foo.${domain}`)).toEqual([`https://foo.${domain}`]);
  expect(listPricedLinks(`foo.${domain}`)).toMatchObject([{ start: 0, end: 4 + domain.length }]);
});
