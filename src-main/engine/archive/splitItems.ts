/** An item of a list, as its JSON text; null if it is longer than what is read of one. */
export type ItemText = string | null;

/** A file that is not what its name promises. */
export class NotAnAssignment extends Error {}

/** Longer beginnings are no assignment of X. */
const LONGEST_BEGINNING = 1_024;

const assignment = /^\uFEFF?\s*window\.(?:YTD\.\w+\.part\d+|__THAR_CONFIG)\s*$/;

const EQUALS = 0x3d;

interface SplitOptions {
  /** In how many lists and objects an item is contained. */
  readonly depth: number;
  readonly longestItem: number;
  /** Called before an item with the last kilobyte between it and the one before, if that has a string. */
  readonly onBetween?: ((text: string) => void) | undefined;
}

/**
 * Splits a file of X's archive into the lists and objects that are nested `depth` deep, without ever holding more than one of them:
 *
 *     window.YTD.tweets.part0 = [ {"tweet": {…}}, {"tweet": {…}} ]
 *     depth                     1 └─── item ───┘  └─── item ───┘
 *
 * Only brackets outside of strings are looked at, nothing is evaluated; whether an item is JSON at all is up to its reader. Throws
 * `NotAnAssignment` if the file does not begin as X's files do, or ends before its list does.
 */
export async function* splitItems(
  chunks: AsyncIterable<Buffer>,
  { depth, longestItem, onBetween }: SplitOptions,
): AsyncGenerator<ItemText> {
  const scan = new ItemScan(depth, longestItem, onBetween);
  let beginning: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let from = 0;
    if (beginning !== null) {
      const known: number = beginning.length;
      beginning = Buffer.concat([beginning, chunk.subarray(0, LONGEST_BEGINNING)]);
      const at: number = beginning.indexOf(EQUALS);
      if (at < 0 && beginning.length < LONGEST_BEGINNING) continue;
      if (!assignment.test(beginning.toString('utf8', 0, Math.max(at, 0))))
        throw new NotAnAssignment('it does not begin with an assignment');
      from = at + 1 - known;
      beginning = null;
    }
    yield* scan.take(chunk, from);
    if (scan.isComplete) return;
  }
  throw new NotAnAssignment('it ends early');
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
// Brackets and braces differ in this bit only.
const BRACE_BIT = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

const LONGEST_BETWEEN = 1_024;

/** Follows brackets and strings over chunks. */
class ItemScan {
  readonly #wanted: number;
  readonly #longestItem: number;
  readonly #onBetween: SplitOptions['onBetween'];
  #between: Buffer = Buffer.alloc(0);
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  /** What was read of an item; null outside of any. */
  #parts: Buffer[] | null = null;
  #length = 0;
  isComplete = false;

  constructor(wanted: number, longestItem: number, onBetween: SplitOptions['onBetween']) {
    this.#wanted = wanted;
    this.#longestItem = longestItem;
    this.#onBetween = onBetween;
  }

  /** Takes a chunk from a byte on, and returns the items that end in it. */
  *take(chunk: Buffer, from: number): Generator<ItemText> {
    let start = from;
    for (let at = from; at < chunk.length && !this.isComplete; at += 1) {
      const edge = this.#read(chunk[at] ?? 0);
      if (edge === null) continue;
      if (edge === 'begin') this.#endBetween(chunk.subarray(start, at));
      else yield this.#finish(chunk.subarray(start, at + 1));
      start = edge === 'begin' ? at : at + 1;
    }
    if (this.#parts !== null) this.#keep(chunk.subarray(start));
    else this.#keepBetween(chunk.subarray(start));
  }

  /** Returns whether an item begins or ends with this byte. */
  #read(byte: number): 'begin' | 'end' | null {
    if (this.#inString) this.#readString(byte);
    else if (byte === QUOTE) this.#inString = true;
    else if ((byte | BRACE_BIT) === OPENING) return this.#open() ? 'begin' : null;
    else if ((byte | BRACE_BIT) === CLOSING) return this.#close() ? 'end' : null;
    return null;
  }

  /** Returns whether an item begins. */
  #open(): boolean {
    const begins = this.#depth === this.#wanted;
    if (begins) this.#parts = [];
    this.#depth += 1;
    return begins;
  }

  /** Returns whether an item ends. */
  #close(): boolean {
    this.#depth -= 1;
    this.isComplete = this.#depth <= 0;
    return this.#depth === this.#wanted && this.#parts !== null;
  }

  #readString(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#inString = false;
  }

  #keep(part: Buffer): void {
    this.#length += part.length;
    // Copied, as its chunk may be used again.
    if (this.#length <= this.#longestItem) this.#parts?.push(Buffer.from(part));
  }

  #keepBetween(part: Buffer): void {
    if (!this.#onBetween || part.length === 0) return;
    this.#between = Buffer.concat([this.#between, part.subarray(-LONGEST_BETWEEN)]).subarray(
      -LONGEST_BETWEEN,
    );
  }

  #endBetween(last: Buffer): void {
    this.#keepBetween(last);
    if (this.#between.includes(QUOTE)) this.#onBetween?.(this.#between.toString('utf8'));
    this.#between = Buffer.alloc(0);
  }

  #finish(last: Buffer): ItemText {
    this.#keep(last);
    const text = this.#length > this.#longestItem ? null : Buffer.concat(this.#parts ?? []).toString('utf8');
    this.#parts = null;
    this.#length = 0;
    return text;
  }
}
