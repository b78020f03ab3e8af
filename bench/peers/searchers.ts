import { createRequire } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import { findMessages } from '#engine/search/findMessages.ts';
import { captureAll } from '../ingest.ts';
import { createCaptureContext, openWorkspace } from '../workspace.ts';

/** How many results a search is for. */
const LIMIT = 50;

/** What stores messages and finds those that have all words of a text, of its last one a beginning. */
interface Searcher {
  readonly store: (batch: readonly CapturedMessage[]) => unknown;
  /** Returns how many it found, at most 50. */
  readonly search: (text: string) => number | Promise<number>;
}

export const peerNames = ['perch', 'fts5', 'like', 'minisearch', 'flexsearch', 'orama'] as const;
export type PeerName = (typeof peerNames)[number];

/** Opens a peer with its files in `dir`, and with the libraries of the folder `installed`. */
export async function openSearcher(name: PeerName, dir: string, installed: string): Promise<Searcher> {
  const load = createRequire(join(installed, 'package.json'));
  switch (name) {
    case 'perch':
      return openPerch(dir);
    case 'fts5':
      return openIndex(join(dir, 'index.sqlite'));
    case 'like':
      return openTable(join(dir, 'table.sqlite'));
    case 'minisearch':
      return openMiniSearch();
    case 'flexsearch':
      return openFlexSearch(load('flexsearch'));
    case 'orama':
      return openOrama(load('@orama/orama'));
  }
}

function openPerch(dir: string): Searcher {
  const db = openWorkspace(dir);
  return {
    store: captureAll(createCaptureContext(db)),
    search: (text) => {
      const found = findMessages(db, { text, limit: LIMIT }, Date.now());
      return found.ok ? found.value.items.length : 0;
    },
  };
}

/** SQLite's full-text index and nothing else, the newest first. */
function openIndex(file: string): Searcher {
  const db = openFile(file);
  db.exec(
    `CREATE VIRTUAL TABLE bare USING fts5 (text, prefix = '2 3 4', tokenize = "unicode61 remove_diacritics 2")`,
  );
  const insert = db.prepare('INSERT INTO bare (text) VALUES (?)');
  const select = db.prepare('SELECT rowid, text FROM bare WHERE bare MATCH ? ORDER BY rowid DESC LIMIT ?');
  return {
    store: storing(db, ({ text }) => insert.run(text)),
    search: (text) => select.all(`${text.split(' ').map(toPhrase).join(' ')} *`, LIMIT).length,
  };
}

const toPhrase = (word: string) => `"${word.replaceAll('"', '""')}"`;

/** A table whose texts are compared one by one, the newest first. */
function openTable(file: string): Searcher {
  const db = openFile(file);
  db.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT)');
  const insert = db.prepare('INSERT INTO bare (text) VALUES (?)');
  const select = db.prepare(
    `SELECT id, text FROM bare WHERE text LIKE '%' || ? || '%' ORDER BY id DESC LIMIT ?`,
  );
  return {
    store: storing(db, ({ text }) => insert.run(text)),
    search: (text) => select.all(text, LIMIT).length,
  };
}

const isLast = (_: string, n: number, words: readonly string[]) => n === words.length - 1;

function openMiniSearch(): Searcher {
  const index = new MiniSearch({ idField: 'xId', fields: ['text'], storeFields: ['text'] });
  return {
    store: (batch) => index.addAll(batch),
    search: (text) => index.search(text, { combineWith: 'AND', prefix: isLast }).slice(0, LIMIT).length,
  };
}

interface FlexSearch {
  readonly Index: new (options: {
    readonly tokenize: 'forward';
  }) => {
    add: (id: string, text: string) => unknown;
    search: (text: string, options: { readonly limit: number }) => readonly unknown[];
  };
}

function openFlexSearch({ Index }: FlexSearch): Searcher {
  const index = new Index({ tokenize: 'forward' });
  return {
    store: (batch) => {
      for (const { xId, text } of batch) index.add(xId, text);
    },
    search: (text) => index.search(text, { limit: LIMIT }).length,
  };
}

interface Orama {
  readonly create: (options: { readonly schema: { readonly text: 'string' } }) => unknown;
  readonly insertMultiple: (db: unknown, rows: readonly { readonly text: string }[]) => unknown;
  readonly search: (
    db: unknown,
    query: { readonly term: string; readonly limit: number; readonly threshold: number },
  ) => Promise<{ readonly hits: readonly unknown[] }>;
}

function openOrama({ create, insertMultiple, search }: Orama): Searcher {
  const db = create({ schema: { text: 'string' } });
  return {
    store: (batch) =>
      insertMultiple(
        db,
        batch.map(({ text }) => ({ text })),
      ),
    // At this threshold all words must occur.
    search: async (text) => (await search(db, { term: text, limit: LIMIT, threshold: 0 })).hits.length,
  };
}

function openFile(file: string): Database.Database {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  return db;
}

function storing(db: Database.Database, store: (message: CapturedMessage) => unknown) {
  return db.transaction((batch: readonly CapturedMessage[]) => {
    for (const message of batch) store(message);
  });
}
