import { type Fingerprint, SIGNATURE_LENGTH } from '../../store/answers.ts';

/** A band is a number made of so many of a signature. */
const ROWS = 3;
const BANDS = Math.floor(SIGNATURE_LENGTH / ROWS);

/**
 * The signature of a text by its words and pairs of neighbouring words (MinHash): the share of equal numbers of two texts is about
 * the share of words and pairs that they have in common. Digits are alike.
 */
export function toFingerprint(words: string): Fingerprint {
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(0xffff_ffff);
  for (const hash of hashShingles(words.replace(/\d/gu, '0').split(' '))) {
    for (let n = 0; n < SIGNATURE_LENGTH; n += 1) {
      const value = mix(hash ^ Math.imul(n + 1, 0x9e37_79b1));
      if (value < (signature[n] ?? 0)) signature[n] = value;
    }
  }
  const bands = Array.from({ length: BANDS }, (_, band) => {
    const rows = signature.subarray(band * ROWS, band * ROWS + ROWS);
    return rows.reduce((hash, value) => mix(hash ^ value), band + 1);
  });
  const buffer = Buffer.alloc(SIGNATURE_LENGTH * 4);
  for (const [n, value] of signature.entries()) buffer.writeUInt32LE(value, n * 4);
  return { signature: buffer, bands };
}

function hashShingles(words: readonly string[]): Set<number> {
  const hashes = words.map(hashOf);
  return new Set(
    hashes.flatMap((hash, n) => (n === 0 ? [hash] : [hash, mix(hash ^ Math.imul(hashes[n - 1] ?? 0, 31))])),
  );
}

function hashOf(word: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x0100_0193);
  return mix(hash);
}

function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
