import { resolve } from 'node:path';
import type { TableMapping } from '#shared/domain/messageTable.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok } from '#shared/result.ts';
import { SECOND_MS } from '#shared/time.ts';
import type { ArchiveImports } from '../context/services.ts';
import { getLastImport, type StoredImport, toArchiveImport } from '../store/archiveImports.ts';
import { toDbError } from '../store/storeHealth.ts';
import { type ImportContext, importFile, type Outcome, type StoppedAs, settle } from './importFile.ts';
import { removeUnfinishedVideo } from './writeVideo.ts';

/** The import that is running. */
interface Running {
  readonly file: string;
  readonly stopping: AbortController;
  stoppedAs: StoppedAs;
  readonly outcome: Promise<Outcome>;
}

/** How often an import that a full disk has ended is tried again. */
const RETRY_MS = 30 * SECOND_MS;

/**
 * The service that imports archives and tables, one at a time, and `stop`, which ends it with the engine. An import that could not go on because
 * the disk was full goes on by itself once there is room.
 */
export function createArchiveImports(
  ctx: ImportContext,
): ArchiveImports & { readonly stop: () => Promise<void> } {
  const continueLast = () => {
    if (!jobs.running()) removeUnfinishedVideo(ctx.dataDir);
    const last = getLastImport(ctx.db);
    if (last?.state !== 'running' || jobs.running()) return;
    jobs
      .begin(last.file, last)
      .catch((cause: unknown) => ctx.log('archive.importFailed', { cause: String(cause) }));
  };
  const jobs = createJobs(ctx, continueLast);
  const getStatus = () => {
    const last = getLastImport(ctx.db);
    return last && toArchiveImport(last);
  };
  return {
    start: (path, mapping) => start(ctx, jobs, resolve(path), mapping),
    resume: async () => {
      const last = getLastImport(ctx.db);
      return last?.state === 'paused' && !jobs.running()
        ? await jobs.begin(last.file, last)
        : ok(getStatus());
    },
    pause: async () => {
      await jobs.end('paused');
      pauseWaiting(ctx);
      return getStatus();
    },
    cancel: async () => {
      await jobs.end('cancelled');
      const last = getLastImport(ctx.db);
      if (last && last.endedAt === null) settle(ctx, last, { state: 'cancelled', endedAt: ctx.clock.now() });
      return getStatus();
    },
    getStatus,
    continueLast,
    stop: () => jobs.end(null),
  };
}

/** Pauses an import that waits for room on the disk. */
function pauseWaiting(ctx: ImportContext): void {
  const last = getLastImport(ctx.db);
  if (last?.state === 'running') settle(ctx, last, { state: 'paused' });
}

async function start(
  ctx: ImportContext,
  jobs: Jobs,
  file: string,
  mapping: TableMapping | undefined,
): Promise<Outcome> {
  const running = jobs.running();
  const last = getLastImport(ctx.db);
  const known = last?.state === 'paused' || last?.state === 'running' ? last : null;
  const busyWith = running?.file ?? known?.file ?? file;
  if (busyWith !== file) return err({ code: 'archiveImporting', file: busyWith });
  return await (running?.outcome ?? jobs.begin(file, known, mapping));
}

type Jobs = ReturnType<typeof createJobs>;

/** At most one import at a time. `goOn` is called some time after one for which there was no room. */
function createJobs(ctx: ImportContext, goOn: () => void) {
  let running: Running | null = null;
  let cancelRetry = () => {};
  const retryIfFull = (error: AppError | null) => {
    if (error?.code === 'storeUnwritable') cancelRetry = ctx.clock.after(RETRY_MS, goOn);
  };
  return {
    running: () => running,
    begin: (file: string, known: StoredImport | null, mapping?: TableMapping): Promise<Outcome> => {
      cancelRetry();
      const stopping = new AbortController();
      const { signal } = stopping;
      const job = importFile(ctx, { file, known, mapping, signal, stoppedAs: () => started.stoppedAs });
      const outcome = job.finally(() => {
        running = null;
      });
      const started: Running = { file, stopping, stoppedAs: null, outcome };
      running = started;
      outcome.then(
        (ended) => retryIfFull(ended.ok ? null : ended.error),
        (cause: unknown) => retryIfFull(toDbError(ctx.db, cause)),
      );
      return outcome;
    },
    /** Stops what is running, and resolves once it has ended. */
    end: async (stoppedAs: StoppedAs): Promise<void> => {
      cancelRetry();
      if (!running) return;
      running.stoppedAs ??= stoppedAs;
      running.stopping.abort();
      await running.outcome.catch(() => {});
    },
  };
}
