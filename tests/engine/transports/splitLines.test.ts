import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLineSplitter, type Line } from '#engine/transports/splitLines.ts';

function split(chunks: readonly (string | Buffer)[], maxBytes = 1_000): Line[] {
  const splitter = createLineSplitter(maxBytes);
  return [...chunks.flatMap((chunk) => splitter.push(Buffer.from(chunk))), ...splitter.end()];
}

const line = (text: string): Line => ({ kind: 'line', text });

describe('createLineSplitter', () => {
  test.each<[string, string[], Line[]]>([
    ['whole lines', ['a\nb\n'], [line('a'), line('b')]],
    ['a line in pieces', ['a', 'b', '\nc'], [line('ab'), line('c')]],
    ['carriage returns and empty lines', ['a\r\n\r\n\n b \n'], [line('a'), line('b')]],
    ['nothing', [], []],
  ])('reads %s', (_, chunks, lines) => {
    expect(split(chunks)).toEqual(lines);
  });

  test('keeps nothing of a line that is too long, and goes on after it', () => {
    expect(split(['x'.repeat(6), 'x'.repeat(6), '\nshort\n', 'y'.repeat(11)], 10)).toEqual([
      { kind: 'tooLong' },
      line('short'),
      { kind: 'tooLong' },
    ]);
  });

  test('reads the same however the bytes are cut, also within a letter', () => {
    const text = '{"a":"é漢🐦"}\n{"b":1}\n';
    fc.assert(
      fc.property(fc.array(fc.nat({ max: Buffer.byteLength(text) })), (cuts) => {
        const bytes = Buffer.from(text);
        const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((end, n) => bytes.subarray(places[n], end));
        expect(split(chunks)).toEqual([line('{"a":"é漢🐦"}'), line('{"b":1}')]);
      }),
    );
  });
});
