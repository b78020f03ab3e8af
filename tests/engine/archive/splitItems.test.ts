import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NotAnAssignment, splitItems } from '#engine/archive/splitItems.ts';

async function* inPieces(text: string | Buffer, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function split(text: string | Buffer, { depth = 1, size = 7, longestItem = 1_000 } = {}) {
  const items: (string | null)[] = [];
  for await (const item of splitItems(inPieces(text, size), { depth, longestItem })) items.push(item);
  return items;
}

const begin = 'window.YTD.tweets.part0 = ';

test('the items of a list are split wherever its pieces end', async () => {
  const items = [{ a: '[{"\\' }, ['é 🐦', { b: [] }], {}];
  const text = begin + JSON.stringify(items, null, 2);
  for (let size = 1; size < 40; size += 1) {
    expect((await split(text, { size })).map((one) => JSON.parse(one ?? ''))).toEqual(items);
  }
});

test('any JSON comes out as it went in', async () => {
  const item = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
  await fc.assert(
    fc.asyncProperty(fc.array(item), fc.integer({ min: 1, max: 50 }), async (items, size) => {
      const found = await split(begin + JSON.stringify(items), { size, longestItem: 1_000_000 });
      expect(found).toEqual(items.map((one) => JSON.stringify(one)));
    }),
  );
});

test('items can be deeper', async () => {
  const conversations = [
    { dmConversation: { conversationId: '1-2', messages: [{ a: [1] }, { b: {} }] } },
    { dmConversation: { messages: [{ c: 1 }], conversationId: '1-3' } },
  ];
  const text = begin + JSON.stringify(conversations);
  expect(await split(text, { depth: 4 })).toEqual(['{"a":[1]}', '{"b":{}}', '{"c":1}']);
  expect(await split('window.__THAR_CONFIG = {"a" : {}}', { depth: 0 })).toEqual(['{"a" : {}}']);
});

test('an item that is too long is left out, without being kept', async () => {
  const long = { text: 'x'.repeat(1_000) };
  expect(await split(begin + JSON.stringify([{ a: 1 }, long, { b: 2 }]))).toEqual([
    '{"a":1}',
    null,
    '{"b":2}',
  ]);
});

describe('a file is refused', () => {
  test.each([
    ['that is empty', ''],
    ['without an assignment', '[{"a": 1}]'],
    ['that assigns to something else', 'alert(1); x = [{}]'],
    ['that calls something', 'window.YTD.tweets.part0 = f() = [{}]'.replace('window', 'evil()')],
    ['with an endless beginning', `${' '.repeat(5_000)}${begin}[{}]`],
    ['that ends early', `${begin}[{"a": 1}, {"b": `],
    ['that ends in a string', `${begin}[{"a": "x}]`],
  ])('%s', async (_, text) => {
    await expect(split(text)).rejects.toThrow(NotAnAssignment);
  });
});

test('what comes after the list is not looked at', async () => {
  expect(await split(`\uFEFF ${begin}[{"a":1}];\n[{"b":2}]}}}`)).toEqual(['{"a":1}']);
  expect(await split(`${begin}[ ]`)).toEqual([]);
});
