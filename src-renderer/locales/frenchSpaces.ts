/** U+202F: it keeps a sign and its word on one line. */
const narrow = '\u202f';

/** `text` with the narrow no-break spaces that French sets before `; : ! ? %` and inside guillemets. */
export function setFrenchSpaces(text: string): string {
  return text.replace(/ (?=[;:!?%»])/g, narrow).replace(/« /g, `«${narrow}`);
}

/** A catalogue with its French spaces set, so that its source can be typed with ordinary ones. */
export function withFrenchSpaces<T extends object>(words: T): T {
  const entries = Object.entries(words).map(([key, value]) => [
    key,
    typeof value === 'string' ? setFrenchSpaces(value) : withFrenchSpaces(value),
  ]);
  return Object.fromEntries(entries);
}
