import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrations } from '#engine/store/migrations/index.ts';
import { STORE_FILE } from '#engine/store/open.ts';

/** In the middle of what an engine was killed; not more than one of them, the first. */
export type Death = 'migrating' | 'sending' | 'capturing' | 'idle';

// A new store has a journal until it has its log: without it a commit that was cut off could not be taken back.
const storeFiles = [STORE_FILE, `${STORE_FILE}-wal`, `${STORE_FILE}-journal`];

/** Reads from what an engine has left in `dir` what it was at. A copy is read, so that the next engine finds all as it was. */
export function readDeath(dir: string, wasCapturing: boolean): Death {
  if (!existsSync(join(dir, STORE_FILE))) return 'idle';
  const copy = mkdtempSync(join(tmpdir(), 'perch-death-'));
  try {
    for (const name of storeFiles) {
      if (existsSync(join(dir, name))) copyFileSync(join(dir, name), join(copy, name));
    }
    const { version, sending } = readStore(join(copy, STORE_FILE));
    if (version > 0 && version < migrations.length && hasBegunMigration(dir)) return 'migrating';
    if (sending > 0) return 'sending';
    return wasCapturing ? 'capturing' : 'idle';
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const toCopy = (dir: string) => join(dir, `perch-before-v${migrations.length}.sqlite`);

/** Whether an engine has begun to migrate the store in `dir`, which it does by making a copy of it. */
export const hasBegunMigration = (dir: string): boolean =>
  existsSync(`${toCopy(dir)}.unfinished`) || hasCopied(dir);

/** Whether the copy is made, so that the store itself changes next. */
export const hasCopied = (dir: string): boolean => existsSync(toCopy(dir));

function readStore(file: string): { readonly version: number; readonly sending: number } {
  const db = new Database(file);
  try {
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version === 0) return { version, sending: 0 };
    const sending = db.prepare(`SELECT count(*) FROM outbox WHERE state = 'sending'`).pluck().get();
    return { version, sending: Number(sending) };
  } finally {
    db.close();
  }
}
