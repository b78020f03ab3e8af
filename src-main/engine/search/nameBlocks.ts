import { listNames, listPeopleWith, type NamePart, type PeopleRange } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';

/**
 * The handles and names of everybody, in blocks by the order of their ids. A part of a name is looked for in this text, fifteen times as
 * fast as in the table, and only the blocks that have it are read:
 *
 *     after ''      after '1020'     after '1100'
 *     anna⏎bert⏎…   zoë⏎zoe⏎…        …
 */
export type NameBlocks = NameBlock[];

interface NameBlock {
  /** The people of a block have ids greater than this, up to that of the next block. */
  readonly after: string;
  readonly names: Buffer;
}

const BLOCK_SIZE = 256;
/** Sorts behind every id. */
const END = '\u{10ffff}';

/** Reads the names of everybody into `blocks`, one at each step. */
export function* fillNameBlocks(db: Db, blocks: NameBlocks): Iterable<unknown> {
  for (const block of readBlocks(db, { after: '', through: END })) yield blocks.push(block);
}

/** Reads the names of some people again, one block at each step. */
export function* updateNameBlocks(db: Db, blocks: NameBlocks, ids: readonly string[]): Iterable<unknown> {
  const changed = new Set(ids.map((id) => blocks.findLastIndex(({ after }) => after < id)));
  // From the last one on, since a block that has grown becomes several.
  for (const at of [...changed].toSorted((a, b) => b - a)) {
    const range = rangeOf(blocks, at);
    if (range) yield blocks.splice(at, 1, ...readBlocks(db, range));
  }
}

/** Adds the ids of people with conversations whose handle or name contains `part` to `found` until it has `limit`, a block at each step. */
export function* findInBlocks(
  db: Db,
  blocks: NameBlocks,
  part: NamePart,
  { found, limit }: { readonly found: Set<string>; readonly limit: number },
): Iterable<unknown> {
  const needles = [...new Set([part.lower, part.folded])].map((text) => Buffer.from(text));
  for (let at = 0; at < blocks.length && found.size < limit; at += 1) {
    const range = rangeOf(blocks, at);
    const isThere = needles.some((needle) => blocks[at]?.names.includes(needle));
    if (range && isThere) for (const id of listPeopleWith(db, part, range, limit)) found.add(id);
    yield at;
  }
}

function rangeOf(blocks: NameBlocks, at: number): PeopleRange | null {
  const block = blocks[at];
  return block ? { after: block.after, through: blocks[at + 1]?.after ?? END } : null;
}

function* readBlocks(db: Db, { after, through }: PeopleRange): Iterable<NameBlock> {
  for (let from = after; ; ) {
    const people = listNames(db, { after: from, through }, BLOCK_SIZE);
    yield { after: from, names: toBuffer(people.map(({ names }) => names).join('\n')) };
    const last = people.at(-1);
    if (last === undefined || people.length < BLOCK_SIZE) return;
    from = last.id;
  }
}

// Buffer.from() takes the room that the longest encoding would need.
function toBuffer(text: string): Buffer {
  const buffer = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  buffer.write(text);
  return buffer;
}
