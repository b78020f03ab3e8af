import type { z } from 'zod';
import { splitItems } from './splitItems.ts';
import type { Zip } from './zip/openZip.ts';

/** X's longest messages have 10,000 characters, its longest posts 25,000. */
const LONGEST_ITEM = 4 * 1024 * 1024;

/**
 * An item of an archive: as its schema reads it, or why it cannot be read. A private message is in a conversation, whose id its file names
 * before it.
 */
export type ArchiveItem<T> =
  | { readonly kind: 'item'; readonly item: T; readonly conversationId: string | null }
  | { readonly kind: 'unreadable'; readonly raw: unknown }
  | { readonly kind: 'tooLarge' };

/** How deep the items of a file are in its lists: those of private messages are in conversations. */
export type ItemDepth = 0 | 1 | 4;

interface ReadOptions<T extends z.ZodType> {
  readonly schema: T;
  readonly depth: ItemDepth;
  /** How many items to leave out. */
  readonly from?: number;
  /** Called with the size of each unpacked piece. */
  readonly onBytes?: (bytes: number) => void;
}

/** Reads the items of a file in a zip one by one. Throws `NotAnAssignment` if the file is none of X, `ZipDamage` if it does not unpack. */
export async function* readItems<T extends z.ZodType>(
  zip: Zip,
  name: string,
  { schema, depth, from = 0, onBytes = () => {} }: ReadOptions<T>,
): AsyncGenerator<ArchiveItem<z.output<T>>> {
  const chunks = withCount(zip.read(name), onBytes);
  let index = 0;
  let conversationId: string | null = null;
  const onBetween = (text: string) => {
    conversationId = findConversationId(text);
  };
  const options = { depth, longestItem: LONGEST_ITEM, onBetween: depth === 4 ? onBetween : undefined };
  for await (const text of splitItems(chunks, options)) {
    index += 1;
    if (index > from) yield text === null ? { kind: 'tooLarge' } : parseItem(text, schema, conversationId);
  }
}

const conversation = /"conversationId"\s*:\s*"(\d{1,19}(?:-\d{1,19})?)"/g;

/** The id of the conversation that begins last in what is between two messages, if it is named there. */
function findConversationId(between: string): string | null {
  const last = between.slice(Math.max(0, between.lastIndexOf('"dmConversation"')));
  return [...last.matchAll(conversation)].at(-1)?.[1] ?? null;
}

async function* withCount(chunks: AsyncIterable<Buffer>, onBytes: (bytes: number) => void) {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

function parseItem<T extends z.ZodType>(
  text: string,
  schema: T,
  conversationId: string | null,
): ArchiveItem<z.output<T>> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', raw: null };
  }
  const read = schema.safeParse(raw);
  return read.success ? { kind: 'item', item: read.data, conversationId } : { kind: 'unreadable', raw };
}

/** The first item of a file, null if there is none that can be read. */
export async function readFirst<T extends z.ZodType>(
  zip: Zip,
  name: string,
  options: Pick<ReadOptions<T>, 'schema' | 'depth'>,
): Promise<z.output<T> | null> {
  for await (const item of readItems(zip, name, options)) return item.kind === 'item' ? item.item : null;
  return null;
}
