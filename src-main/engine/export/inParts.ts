/** Messages of one part, which takes some milliseconds. */
const AT_ONCE = 100;

/** The messages of a conversation in parts, one after the other, so that others get their turn between. */
export function* inParts<T>(messages: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < messages.length; from += AT_ONCE) yield messages.slice(from, from + AT_ONCE);
}
