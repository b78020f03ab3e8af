/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; five are no characters there either. */
const inserted = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/**
 * The text of a file: in UTF-8 or UTF-16 if it begins with the mark of one of them, which is left out, else in UTF-8 if it is valid as
 * that, else in Windows-1252, which older spreadsheets write. Bytes that mean nothing after a mark become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const hasMark = first === 0xef && second === 0xbb && bytes[2] === 0xbf;
  try {
    return new TextDecoder('utf-8', { fatal: !hasMark }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

// By hand, since the decoder of Node 20 takes it for Latin-1.
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009F]/gu, (sign) => inserted[sign.charCodeAt(0) - 0x80] ?? sign);
}
