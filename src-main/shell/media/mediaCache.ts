import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Pictures on disk: addresses lead to contents, each content stands there once and is checked when it is read. */
export interface MediaCache {
  get(address: string): Promise<Uint8Array | null>;
  /** Keeps a picture; where the disk refuses, it is simply not kept. */
  put(address: string, bytes: Uint8Array): Promise<void>;
  /** Removes the oldest pictures until the rest has at most `limitBytes`. */
  prune(limitBytes: number): Promise<void>;
}

/** Opens the cache below `dir`, which may be deleted at any time. */
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
        await writeWhole(contentFile(hash), bytes);
        await writeWhole(addressFile(address), hash);
      } catch {
        // Without room on the disk the picture is fetched again next time.
      }
    },
    prune: (limitBytes) => pruneContents(path.join(dir, 'contents'), limitBytes),
  };
}

async function pruneContents(dir: string, limitBytes: number): Promise<void> {
  const names = await readdir(dir).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(dir, name);
      const { size, mtimeMs } = await stat(file);
      return { file, size, mtimeMs };
    }),
  );
  let kept = 0;
  for (const { file, size } of files.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    kept += size;
    if (kept > limitBytes) await rm(file, { force: true });
  }
}

async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, file);
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
