import Database from 'better-sqlite3';
import type { CaptureContext } from '#engine/capture/feed.ts';
import { storeCaptured } from '#engine/capture/storeCaptured.ts';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import { threadMessages } from '#engine/conversations/threading.ts';
import { add, type Spent, spentOn } from './measure.ts';

/** A way to store messages, with one transaction per batch. */
export type Ingest = (batch: readonly CapturedMessage[]) => void | Promise<void>;

/** Inserts into a table with nothing but a primary key, as the baseline. */
export function bareInsert(file: string): Ingest {
  const db = open(file);
  db.exec(
    'CREATE TABLE bare (id INTEGER PRIMARY KEY, x_id TEXT, person_id TEXT, text TEXT, at INTEGER) STRICT',
  );
  const insert = db.prepare('INSERT INTO bare (x_id, person_id, text, at) VALUES (?, ?, ?, ?)');
  return inTransaction(db, ({ xId, personId, text, at }: CapturedMessage) =>
    insert.run(xId, personId, text, at),
  );
}

/** Inserts into a full-text index only. */
export function indexOnly(file: string): (batch: readonly Pick<CapturedMessage, 'text'>[]) => void {
  const db = open(file);
  db.exec(
    `CREATE VIRTUAL TABLE bare USING fts5 (text, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2")`,
  );
  const insert = db.prepare('INSERT INTO bare (text) VALUES (?)');
  return inTransaction(db, ({ text }: Pick<CapturedMessage, 'text'>) => insert.run(text));
}

/**
 * Stores through capture and threading, with all indexes and conversations, as the last pages of reads. `onStored` is called after each
 * transaction; an earlier commit needs two for it.
 */
export function captureAll(ctx: CaptureContext, onStored: () => void = () => {}): Ingest {
  const page = { source: 'mentions', referenced: [], users: [], unreadable: [] };
  return async (messages) => {
    await storeCaptured(ctx, { ...page, messages, threads: true });
    onStored();
    threadMessages(ctx);
    onStored();
  };
}

/** Stores the batches in each of `ways` and returns what each spent. They take turns batch by batch, so that noise affects all alike. */
export async function compareIngest(
  ways: readonly Ingest[],
  batches: Iterable<readonly CapturedMessage[]>,
): Promise<Spent[]> {
  const spent = ways.map(() => ({ ms: 0, processorMs: 0 }));
  for (const batch of batches) {
    for (const [n, store] of ways.entries()) {
      const one = await spentOn(() => store(batch));
      spent[n] = add(spent[n], one);
    }
  }
  return spent;
}

function open(file: string): Database.Database {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('cache_size = -65536');
  return db;
}

function inTransaction<M>(db: Database.Database, store: (message: M) => unknown) {
  return db.transaction((batch: readonly M[]) => {
    for (const message of batch) store(message);
  });
}
