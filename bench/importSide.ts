import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createArchiveImports } from '#engine/archive/archiveImports.ts';
import { putAccount } from '#engine/store/account.ts';
import { indexWaiting } from '#engine/store/searchIndex.ts';
import type { Account } from '#shared/domain/account.ts';
import { type Spent, spentOn } from './measure.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

/*
 * A process that imports one archive, so that its memory is that of the import alone. The archive comes as a message of Node's `fork`.
 */

export interface ImportStep {
  readonly workspace: string;
  readonly file: string;
  readonly owner: Account;
}

/** What an import took; blocks in milliseconds. */
export interface ImportResult {
  readonly spent: Spent;
  readonly stored: number;
  /** The memory of the process before the import, and the most that it ever had. */
  readonly startBytes: number;
  readonly peakBytes: number;
  readonly block: { readonly p99: number; readonly longest: number };
}

async function importArchive({ workspace, file, owner }: ImportStep): Promise<ImportResult> {
  const db = openWorkspace(workspace);
  const ctx = { ...createCaptureContext(db), account: () => owner };
  putAccount(db, owner, ctx.clock.now());
  const imports = createArchiveImports(ctx);
  const blocks = monitorEventLoopDelay({ resolution: 1 });
  const startBytes = process.memoryUsage.rss();
  let stored = 0;
  blocks.enable();
  const spent = await spentOn(async () => {
    const done = await imports.start(file);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    stored = done.value.posts + done.value.dms;
    indexWaiting(db);
  });
  blocks.disable();
  imports.stop();
  db.close();
  const block = { p99: blocks.percentile(99) / 1e6, longest: blocks.max / 1e6 };
  return { spent, stored, startBytes, peakBytes: process.resourceUsage().maxRSS * 1024, block };
}

process.on('message', async (step: ImportStep) => process.send?.(await importArchive(step)));
process.on('disconnect', () => process.exit());
