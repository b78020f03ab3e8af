import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import MiniSearch from 'minisearch';
import Papa from 'papaparse';
import twitterText from 'twitter-text';
import { expect, test } from 'vitest';
import { z } from 'zod';

// What docs/behaviours.md says about zod, Node.js, twitter-text and MiniSearch. A failure after an upgrade means that code
// which works around the behaviour can be made simpler, or has become wrong.

test('zod: .partial() fills in the defaults of fields that were not given', () => {
  const Settings = z.object({ dueHours: z.number().default(4), name: z.string() });
  expect(Settings.partial().parse({})).toEqual({ dueHours: 4 });
});

test('Node.js: readline ends a line at U+2028, which JSON may hold unescaped', async () => {
  const lines: string[] = [];
  const input = Readable.from([`${JSON.stringify({ text: 'a\u2028b' })}\n`]);
  for await (const line of createInterface({ input })) lines.push(line);
  expect(lines).toEqual(['{"text":"a', 'b"}']);
});

test('twitter-text: a full stop without a space after it makes a link, an address of a newer domain does not', () => {
  expect(twitterText.extractUrls('Lees het bericht.Nu ook in het Frans')).toEqual(['bericht.Nu']);
  expect(twitterText.extractUrls('https://foo.music')).toEqual([]);
});

test('twitter-text: an IP address is no link', () => {
  expect(twitterText.extractUrls('http://192.168.0.1 https://8.8.8.8/a 8.8.8.8')).toEqual([]);
});

test('twitter-text: a byte order mark makes a text invalid, weighs two, and is not named', () => {
  expect(twitterText.parseTweet('Hello\uFEFF')).toMatchObject({ valid: false, weightedLength: 7 });
});

test('papaparse: a table of two columns with semicolons is read by the commas of its sentences', () => {
  const { meta, errors } = Papa.parse(
    'Title;Text\nLate;Sorry, we know, wait\nRefund;It is done, check, please\n',
  );
  expect([meta.delimiter, errors]).toEqual([',', []]);
});

test('MiniSearch: a frequent name ranks below its misspelling', () => {
  const index = new MiniSearch({ fields: ['name'], searchOptions: { prefix: true, fuzzy: 0.2 } });
  index.addAll([{ id: 0, name: 'anne' }]);
  index.addAll(Array.from({ length: 30 }, (_, at) => ({ id: at + 1, name: `anna smith${at}` })));
  expect(index.search('anna')[0]?.id).toBe(0);
});
