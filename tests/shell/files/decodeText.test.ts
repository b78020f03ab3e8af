import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '#shell/files/decodeText.ts';

const words = 'titre;texte\r\nRetour;Ça coûte 5 € – « à bientôt » 📦';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from(words)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${words}`)],
  ['UTF-16 little endian', Buffer.from(`\uFEFF${words}`, 'utf16le')],
  ['UTF-16 big endian', utf16be(`\uFEFF${words}`)],
])('reads %s', (_name, bytes) => {
  expect(decodeText(bytes)).toBe(words);
});

test('reads what an older spreadsheet writes, in Windows-1252', () => {
  const bytes = Buffer.from([
    0x35, 0x20, 0x80, 0x20, 0x96, 0x20, 0x93, 0xe7, 0xe0, 0x94, 0x85, 0x92, 0x9c, 0x9f,
  ]);
  expect(decodeText(bytes)).toBe('5 € – “çà”…’œŸ');
});

test('reads each of its bytes as the Unicode mapping says, and those without one as they are', () => {
  const rest = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
  const all = Array.from({ length: 256 }, (_, byte) => byte);
  const text = decodeText(Uint8Array.from(all));
  expect([...text]).toHaveLength(256);
  expect(new Set(text).size).toBe(256);
  for (const byte of rest) expect(text.charCodeAt(byte)).toBe(byte);
  expect(text.slice(0x80, 0x90)).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F');
  expect(text.slice(0x90, 0xa0)).toBe('\u0090‘’“”•–—˜™š›œ\u009DžŸ');
  expect(text.slice(0xa0)).toBe(Buffer.from(all.slice(0xa0)).toString('latin1'));
});

test('marks what is damaged behind a mark of UTF-8, instead of taking it for another encoding', () => {
  expect(decodeText(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe9]))).toBe('a\uFFFD');
});

test('gives back any text in each encoding, and reads any bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.startsWith('\uFEFF'));
      expect(decodeText(Buffer.from(text))).toBe(text);
      expect(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(text);
    }),
  );
  fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeText(bytes) === 'string'));
});
