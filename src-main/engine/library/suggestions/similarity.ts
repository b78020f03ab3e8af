/*
 * How alike texts are by their words and by the sequences of three and five characters that they have in common: these see what is common to
 * "resetting" and "reset", "log in" and "login", and to a word and its misspelling, in every language. Rare ones count more
 * (TF-IDF, cosine). How rare one is, is counted among the texts that are compared.
 */

/** Features are numbers: hashes of words and sequences. Two rarely share one. */
const FEATURES = 1 << 17;
const WORD_LENGTH = 5;
/** Of longer texts the beginning is compared. */
const MAX_LENGTH = 2_000;
const SPACE = 32;
const START = 0x811c_9dc5;

/** Scratch space of one comparison, which is never interrupted; all zero between two. */
const counts = new Uint16Array(FEATURES);
const having = new Uint16Array(FEATURES);
const wanted = new Float32Array(FEATURES);
const found = new Uint32Array(3 * MAX_LENGTH);

/** How much the first, second, third ... occurrence makes of a feature. */
const growth = Float32Array.from({ length: 256 }, (_, times) => (times === 0 ? 0 : 1 + Math.log(times)));

/** A text as its features, each once, and how often it has each of them, 255 times at most. */
interface Bag {
  readonly features: Uint32Array;
  readonly times: Uint8Array;
}

/** How alike `text` is to each of `others`, from 0 to 1. All are folded words, separated by single spaces. */
export function compare(text: string, others: readonly string[]): number[] {
  const bags = others.map(toBag);
  const own = toBag(text);
  for (const { features } of bags) {
    for (let n = 0; n < features.length; n += 1) {
      const feature = features[n] ?? 0;
      having[feature] = (having[feature] ?? 0) + 1;
    }
  }
  // By how many of the texts have a feature. What only the question has says nothing.
  const rarities = Float32Array.from({ length: bags.length + 1 }, (_, texts) =>
    texts === 0 ? 0 : Math.log((bags.length + 1) / texts),
  );
  const alike = toCosines(own, bags, rarities);
  for (const { features } of bags) for (let n = 0; n < features.length; n += 1) having[features[n] ?? 0] = 0;
  return alike;
}

function toCosines(own: Bag, bags: readonly Bag[], rarities: Float32Array): number[] {
  let square = 0;
  for (let n = 0; n < own.features.length; n += 1) {
    const feature = own.features[n] ?? 0;
    const weight = (growth[own.times[n] ?? 0] ?? 0) * (rarities[having[feature] ?? 0] ?? 0);
    wanted[feature] = weight;
    square += weight * weight;
  }
  const alike = bags.map((bag) => toProduct(bag, rarities) / (Math.sqrt(square) || 1));
  for (const feature of own.features) wanted[feature] = 0;
  return alike;
}

function toProduct({ features, times }: Bag, rarities: Float32Array): number {
  let square = 0;
  let product = 0;
  for (let n = 0; n < features.length; n += 1) {
    const feature = features[n] ?? 0;
    const weight = (growth[times[n] ?? 0] ?? 0) * (rarities[having[feature] ?? 0] ?? 0);
    square += weight * weight;
    product += weight * (wanted[feature] ?? 0);
  }
  return square === 0 ? 0 : product / Math.sqrt(square);
}

function toBag(words: string): Bag {
  const text = ` ${words} `;
  const length = Math.min(text.length, MAX_LENGTH);
  const size = addWords(text, length, addSequences(text, length));
  const features = found.slice(0, size);
  const times = new Uint8Array(size);
  for (let n = 0; n < size; n += 1) {
    const feature = features[n] ?? 0;
    times[n] = Math.min(255, counts[feature] ?? 0);
    counts[feature] = 0;
  }
  return { features, times };
}

/** Adds a feature to the first `size` in `found`, unless it is there, and returns how many there are now. */
function add(hash: number, size: number): number {
  const feature = (hash ^ (hash >>> 15)) & (FEATURES - 1);
  const times = counts[feature] ?? 0;
  counts[feature] = times + 1;
  if (times > 0) return size;
  found[size] = feature;
  return size + 1;
}

function addSequences(text: string, length: number): number {
  let size = 0;
  for (let at = 0; at + 2 < length; at += 1) {
    const two = toHash(toHash(START, text.charCodeAt(at)), text.charCodeAt(at + 1));
    const three = toHash(two, text.charCodeAt(at + 2));
    size = add(three, size);
    if (at + 4 < length) {
      const four = toHash(three, text.charCodeAt(at + 3));
      size = add(toHash(four, text.charCodeAt(at + 4)), size);
    }
  }
  return size;
}

function addWords(text: string, length: number, before: number): number {
  let size = before;
  let word = START;
  let letters = 0;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      if (letters > 0) size = add(~word, size);
      word = START;
      letters = 0;
    } else if (letters < WORD_LENGTH) {
      word = toHash(word, code);
      letters += 1;
    }
  }
  return size;
}

const toHash = (hash: number, code: number): number => Math.imul(hash ^ code, 0x0100_0193);
