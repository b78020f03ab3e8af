/** A key of a table as a number in the same order, so that keys between two others can be calculated. */
export type KeyNumber = bigint;

/** Longer keys are cut: what they begin with is enough to find a place to go on. */
const LENGTH = 40;
const BASE = 128n;

/** The number of a row id, or of a text whose characters are ASCII, as all ids are. */
export function toKeyNumber(key: number | bigint | string): KeyNumber {
  if (typeof key !== 'string') return BigInt(key);
  let value = 0n;
  for (let at = 0; at < LENGTH; at += 1) {
    value = value * BASE + BigInt(Math.min(at < key.length ? key.charCodeAt(at) : 0, 127));
  }
  return value;
}

/** The key with this number: a row id, or a text that is sorted like it. */
export function fromKeyNumber(value: KeyNumber, isText: boolean): bigint | string {
  if (!isText) return value;
  let rest = value;
  let text = '';
  for (let at = 0; at < LENGTH; at += 1) {
    text = String.fromCharCode(Number(rest % BASE)) + text;
    rest /= BASE;
  }
  return text.replace(/\0+$/, '');
}

/** The greatest number that a key can have. */
export const maxKeyNumber = (isText: boolean): KeyNumber =>
  isText ? BASE ** BigInt(LENGTH) - 1n : 2n ** 63n - 1n;
