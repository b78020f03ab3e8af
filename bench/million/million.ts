import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../scripts/build/build.ts';
import { launchPerch } from '../../scripts/launch.ts';
import { prepare } from '../../tools/prepare.ts';
import type { Row } from '../table.ts';
import { fillWithYears } from './fill.ts';
import {
  backUpAndRestore,
  browse,
  erase,
  exportHistory,
  importArchive,
  previewRule,
  search,
} from './steps.ts';
import { shareEngine, startWatching } from './watch.ts';
import { BenchWindow } from './window.ts';

const LONG = { timeout: 600_000 };
const ARCHIVED = 60_000;

export interface MillionOptions {
  /** Where the filled workspace is kept for other runs; by default it is filled anew. */
  readonly keep?: string | undefined;
  /** How many messages the archive has that is imported. */
  readonly archived?: number | undefined;
  /** Where a picture of each step is saved. */
  readonly pictures?: string | undefined;
}

/** Does in the real window what a team does with years of messages, one step after the other, and measures each. */
export async function measureMillion(dir: string, total: number, options: MillionOptions): Promise<Row[]> {
  await build();
  const workspace = join('workspaces', 'demo');
  const filled = join(options.keep ?? join(dir, 'filled'), workspace);
  if (!existsSync(filled)) await fillWithYears(filled, total);
  const userData = join(dir, 'window');
  cpSync(filled, join(userData, workspace), { recursive: true });
  const preparation = await prepare();
  const start = performance.now();
  const perch = await launchPerch({ userData, preparation, args: ['--demo'] });
  try {
    await perch.page.getByRole('option').first().waitFor(LONG);
    const readyMs = performance.now() - start;
    await shareEngine(perch.page);
    await perch.page.getByRole('option').first().waitFor(LONG);
    await startWatching(perch.page);
    const window = new BenchWindow(perch.app, perch.page, options.pictures);
    await window.picture('start');
    await search(window);
    await browse(window);
    await exportHistory(window, dir);
    await backUpAndRestore(window);
    await previewRule(window);
    await erase(window);
    await importArchive(window, dir, options.archived ?? ARCHIVED);
    return [
      ['messages', String(total), ''],
      ['start to queue', `${readyMs.toFixed(0)} ms`, ''],
      ...window.rows,
    ];
  } finally {
    await perch.close();
    preparation.close();
  }
}
