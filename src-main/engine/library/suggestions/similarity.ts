/*
 * How alike texts are by their words and by the sequences of three and five characters that they have in common: these see what is common to
 * "resetting" and "reset", "log in" and "login", and to a word and its misspelling, in every language. Rare ones count more
 * (TF-IDF, cosine). How rare one is, is counted among the texts that are compared.
 */

/** Features are numbers: hashes of words and sequences. Two rarely share one. */
const FEATURES = 1 << 17;
const LENGTHS = [3, 5] as const;
const WORD_LENGTH = 5;

/** Scratch space of one comparison, which is never interrupted; all zero between two. */
const counts = new Uint16Array(FEATURES);
const having = new Uint16Array(FEATURES);
const rarities = new Float32Array(FEATURES);
const wanted = new Float32Array(FEATURES);

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
  const known = countHaving(bags);
  for (const feature of known) rarities[feature] = Math.log((bags.length + 1) / (having[feature] ?? 1));
  const alike = toCosines(own, bags);
  for (const feature of known) {
    having[feature] = 0;
    rarities[feature] = 0;
  }
  return alike;
}

function countHaving(bags: readonly Bag[]): number[] {
  const known: number[] = [];
  for (const { features } of bags) {
    for (const feature of features) {
      const before = having[feature] ?? 0;
      if (before === 0) known.push(feature);
      having[feature] = before + 1;
    }
  }
  return known;
}

const weigh = (feature: number, times: number): number => (growth[times] ?? 0) * (rarities[feature] ?? 0);

function toCosines(own: Bag, bags: readonly Bag[]): number[] {
  let square = 0;
  for (let n = 0; n < own.features.length; n += 1) {
    const feature = own.features[n] ?? 0;
    const weight = weigh(feature, own.times[n] ?? 0);
    wanted[feature] = weight;
    square += weight * weight;
  }
  const alike = bags.map((bag) => toProduct(bag) / (Math.sqrt(square) || 1));
  for (const feature of own.features) wanted[feature] = 0;
  return alike;
}

function toProduct({ features, times }: Bag): number {
  let square = 0;
  let product = 0;
  for (let n = 0; n < features.length; n += 1) {
    const feature = features[n] ?? 0;
    const weight = weigh(feature, times[n] ?? 0);
    square += weight * weight;
    product += weight * (wanted[feature] ?? 0);
  }
  return square === 0 ? 0 : product / Math.sqrt(square);
}

function toBag(words: string): Bag {
  const text = ` ${words} `;
  const found: number[] = [];
  const add = (hash: number) => {
    const feature = (hash ^ (hash >>> 15)) & (FEATURES - 1);
    const times = counts[feature] ?? 0;
    if (times === 0) found.push(feature);
    counts[feature] = times + 1;
  };
  for (const length of LENGTHS) addSequences(text, length, add);
  addWords(text, add);
  const features = Uint32Array.from(found);
  const times = Uint8Array.from(found, (feature) => Math.min(255, counts[feature] ?? 0));
  for (const feature of found) counts[feature] = 0;
  return { features, times };
}

function addSequences(text: string, length: number, add: (hash: number) => void): void {
  for (let at = 0; at + length <= text.length; at += 1) {
    let hash = length;
    for (let n = at; n < at + length; n += 1) hash = Math.imul(hash ^ text.charCodeAt(n), 0x0100_0193);
    add(hash);
  }
}

function addWords(text: string, add: (hash: number) => void): void {
  let hash = 0x811c_9dc5;
  let length = 0;
  for (let at = 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      if (length > 0) add(hash);
      hash = 0x811c_9dc5;
      length = 0;
    } else if (length < WORD_LENGTH) {
      hash = Math.imul(hash ^ code, 0x0100_0193);
      length += 1;
    }
  }
}
