import Database from 'better-sqlite3';
import type { CaptureContext } from '../src-main/engine/capture/captureContext.ts';
import { storeCaptured } from '../src-main/engine/capture/storeCaptured.ts';
import type { CapturedMessage } from '../src-main/engine/capture/toFacts.ts';
import { threadMessages } from '../src-main/engine/conversations/thread.ts';
import { timed } from './measure.ts';

/** How many messages one transaction stores. */
const BATCH = 1_000;

/** Rows a second into a table with nothing but a primary key: the measure for everything else. */
export function bareInsert(file: string, messages: readonly CapturedMessage[]): number {
  const db = open(file);
  db.exec(
    'CREATE TABLE bare (id INTEGER PRIMARY KEY, x_id TEXT, person_id TEXT, text TEXT, at INTEGER) STRICT',
  );
  const insert = db.prepare('INSERT INTO bare VALUES (?, ?, ?, ?, ?)');
  return perSecond(db, messages, (message, n) => {
    insert.run(n, message.xId, message.personId, message.text, message.at);
  });
}

/** Rows a second into a full-text index alone. */
export function indexOnly(file: string, messages: readonly CapturedMessage[]): number {
  const db = open(file);
  db.exec(
    `CREATE VIRTUAL TABLE bare USING fts5 (text, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2")`,
  );
  const insert = db.prepare('INSERT INTO bare (rowid, text) VALUES (?, ?)');
  return perSecond(db, messages, (message, n) => {
    insert.run(n, message.text);
  });
}

/** Rows a second through capture and threading, all indexes and conversations included. */
export async function captureAll(ctx: CaptureContext, messages: readonly CapturedMessage[]): Promise<number> {
  const start = performance.now();
  for (const batch of batches(messages)) {
    const page = { source: 'mentions', referenced: [], users: [], unreadable: [] };
    await storeCaptured(ctx, { ...page, messages: batch });
    threadMessages(ctx);
  }
  return (messages.length / (performance.now() - start)) * 1_000;
}

function open(file: string): Database.Database {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('cache_size = -65536');
  return db;
}

function perSecond(
  db: Database.Database,
  messages: readonly CapturedMessage[],
  store: (message: CapturedMessage, n: number) => void,
): number {
  const { ms } = timed(() => {
    for (const [number, batch] of batches(messages).entries()) {
      db.transaction(() => {
        for (const [n, message] of batch.entries()) store(message, number * BATCH + n);
      })();
    }
  });
  db.close();
  return (messages.length / ms) * 1_000;
}

function batches(messages: readonly CapturedMessage[]): CapturedMessage[][] {
  return Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, n) =>
    messages.slice(n * BATCH, (n + 1) * BATCH),
  );
}
