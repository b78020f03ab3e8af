import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomic } from '../base/writeFileAtomic.ts';

/** Pictures on disk, stored once per content under its SHA-256, which is verified on every read. Never rejects. */
export interface MediaCache {
  /** The picture of an address; null if it is not cached or its file was changed. */
  get(address: string): Promise<Uint8Array | null>;
  /** Caches a picture, unless the disk refuses. */
  put(address: string, bytes: Uint8Array): Promise<void>;
  /** Removes the oldest pictures beyond `limitBytes` in total, and addresses without a picture. */
  prune(limitBytes: number): Promise<void>;
}

/** Opens the cache in `dir`, which may be deleted at any time. */
export function openMediaCache(dir: string): MediaCache {
  const addressFile = (address: string) => path.join(dir, 'addresses', hashOf(address));
  const contentFile = (hash: string) => path.join(dir, 'contents', hash);
  return {
    get: async (address) => {
      try {
        const hash = (await readFile(addressFile(address), 'utf8')).trim();
        if (!/^[0-9a-f]{64}$/.test(hash)) return null;
        const bytes = await readFile(contentFile(hash));
        return hashOf(bytes) === hash ? new Uint8Array(bytes) : null;
      } catch {
        return null;
      }
    },
    put: async (address, bytes) => {
      try {
        const hash = hashOf(bytes);
        await writeFileAtomic(contentFile(hash), bytes);
        await writeFileAtomic(addressFile(address), hash);
      } catch {
        // Fetched again next time.
      }
    },
    prune: async (limitBytes) => {
      await pruneContents(path.join(dir, 'contents'), limitBytes);
      await pruneAddresses(path.join(dir, 'addresses'), path.join(dir, 'contents'));
    },
  };
}

async function pruneContents(dir: string, limitBytes: number): Promise<void> {
  let totalBytes = 0;
  for (const { file, size } of await newestFirst(dir)) {
    totalBytes += size;
    if (totalBytes > limitBytes) await removeQuietly(file);
  }
}

async function newestFirst(
  dir: string,
): Promise<readonly { readonly file: string; readonly size: number }[]> {
  const files = await Promise.all(
    (await filesIn(dir)).map(async (name) => {
      const file = path.join(dir, name);
      const facts = await stat(file).catch(() => null);
      return facts && { file, size: facts.size, writtenAt: facts.mtimeMs };
    }),
  );
  return files.filter((found) => found !== null).sort((a, b) => b.writtenAt - a.writtenAt);
}

async function pruneAddresses(dir: string, contents: string): Promise<void> {
  const existing = new Set(await filesIn(contents));
  for (const name of await filesIn(dir)) {
    const file = path.join(dir, name);
    const hash = await readFile(file, 'utf8').catch(() => '');
    if (!existing.has(hash.trim())) await removeQuietly(file);
  }
}

/** A file that cannot be removed now is left for the next pruning. */
async function removeQuietly(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => {});
}

/** The names of a folder's files; empty if there is no such folder. */
function filesIn(dir: string): Promise<string[]> {
  return readdir(dir).catch(() => []);
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
