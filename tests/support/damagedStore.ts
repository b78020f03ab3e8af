import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { STORE_FILE } from '#engine/store/open.ts';
import type { TestEngine } from './startTestEngine.ts';

const PAGE = 4_096;

/** Captures mentions of many people, so that each table has many pages, and stops the engine. Returns the store's file. */
export async function fillAndStop(test: TestEngine, mentions = 300): Promise<string> {
  for (let n = 0; n < mentions; n += 1) {
    test.control.mention({ from: `person${n % 60}`, text: `message ${n} ${'x'.repeat(200)}` });
  }
  await test.call('capture.pollNow', {});
  await test.engine.stop();
  return join(test.dir, STORE_FILE);
}

/** Overwrites bytes of a file. */
export function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/** Overwrites a page with noise. */
export const spoilPage = (file: string, page: number): void =>
  overwrite(file, (page - 1) * PAGE, Buffer.alloc(PAGE, 0xa5));

/** Removes words from the search index of messages, so that it contradicts itself. */
export function contradictIndex(file: string): void {
  const db = new Database(file);
  try {
    db.unsafeMode(true);
    db.exec('DELETE FROM messages_fts_data WHERE id = (SELECT max(id) FROM messages_fts_data)');
    if (!/fts5/i.test(String(db.pragma('quick_check(1)', { simple: true }))))
      throw new Error('the index is sound');
  } finally {
    db.close();
  }
}

/** The leaf pages of a table or index, in the order of its keys. */
export function leafPages(file: string, name: string): number[] {
  const db = new Database(file, { readonly: true });
  try {
    const root = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name));
    return toLeaves(readFileSync(file), root);
  } finally {
    db.close();
  }
}

/** https://www.sqlite.org/fileformat.html#b_tree_pages */
function toLeaves(content: Buffer, page: number): number[] {
  const start = (page - 1) * PAGE;
  const head = page === 1 ? start + 100 : start;
  const kind = content.readUInt8(head);
  if (kind === 0x0d || kind === 0x0a) return [page];
  const cells = content.readUInt16BE(head + 3);
  const children = Array.from({ length: cells }, (_, n) =>
    content.readUInt32BE(start + content.readUInt16BE(head + 12 + 2 * n)),
  );
  return [...children, content.readUInt32BE(head + 8)].flatMap((child) => toLeaves(content, child));
}
