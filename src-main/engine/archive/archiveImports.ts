import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ArchiveImport } from '#shared/domain/archiveImport.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import type { ArchiveImports } from '../context/services.ts';
import { getLastImport, putImport, type StoredImport, toArchiveImport } from '../store/archiveImports.ts';
import { inTransaction } from '../store/sql.ts';
import { toDbError } from '../store/storeHealth.ts';
import { toFirstCounts } from './importCounts.ts';
import { type Archive, openArchive } from './openArchive.ts';
import { runImport } from './runImport.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'log' | 'newId' | 'emit' | 'account'>;
type Outcome = Result<ArchiveImport, AppError>;

/** Progress is notified at most this often. */
const NOTIFY_MS = 500;

/** The import that is running. */
interface Running {
  readonly file: string;
  readonly stopping: AbortController;
  /** What it becomes when it is stopped; null if the engine stops, so that the next one continues it. */
  stoppedAs: 'paused' | 'cancelled' | null;
  readonly outcome: Promise<Outcome>;
}

/** The service that imports archives, one at a time, and `stop`, which ends it with the engine. */
export function createArchiveImports(ctx: Context): ArchiveImports & { readonly stop: () => Promise<void> } {
  let running: Running | null = null;

  const begin = (file: string, known: StoredImport | null): Promise<Outcome> => {
    const stopping = new AbortController();
    const job = importFile(ctx, { file, known, signal: stopping.signal, stoppedAs: () => started.stoppedAs });
    const outcome = job.finally(() => {
      running = null;
    });
    const started: Running = { file, stopping, stoppedAs: null, outcome };
    running = started;
    return outcome;
  };
  const end = async (stoppedAs: Running['stoppedAs']): Promise<void> => {
    if (!running) return;
    running.stoppedAs ??= stoppedAs;
    running.stopping.abort();
    await running.outcome.catch(() => {});
  };
  const getStatus = () => {
    const last = getLastImport(ctx.db);
    return last && toArchiveImport(last);
  };
  return {
    start: async (path) => {
      const file = resolve(path);
      if (running)
        return running.file === file
          ? await running.outcome
          : err({ code: 'archiveImporting', file: running.file });
      const last = getLastImport(ctx.db);
      const known = last?.state === 'paused' || last?.state === 'running' ? last : null;
      if (known && known.file !== file) return err({ code: 'archiveImporting', file: known.file });
      return await begin(file, known);
    },
    resume: async () => {
      const last = getLastImport(ctx.db);
      if (!running && last?.state === 'paused') return await begin(last.file, last);
      return ok(getStatus());
    },
    pause: async () => {
      await end('paused');
      return getStatus();
    },
    cancel: async () => {
      await end('cancelled');
      const last = getLastImport(ctx.db);
      if (last?.state === 'paused') settle(ctx, last, { state: 'cancelled', endedAt: ctx.clock.now() });
      return getStatus();
    },
    getStatus,
    continueLast: () => {
      const last = getLastImport(ctx.db);
      if (last?.state !== 'running' || running) return;
      begin(last.file, last).catch((cause: unknown) =>
        ctx.log('archive.importFailed', { cause: String(cause) }),
      );
    },
    stop: () => end(null),
  };
}

interface Job {
  readonly file: string;
  /** The import that it continues. */
  readonly known: StoredImport | null;
  readonly signal: AbortSignal;
  readonly stoppedAs: () => Running['stoppedAs'];
}

async function importFile(ctx: Context, job: Job): Promise<Outcome> {
  const account = ctx.account();
  if (!account) return err({ code: 'notConnected' });
  const archive = await openArchive(job.file, account);
  if (!archive.ok) return fail(ctx, job, archive.error);
  try {
    const current = await toImport(ctx, job, archive.value);
    if (!current.ok) return fail(ctx, job, current.error);
    return await importAll(ctx, job, archive.value, { accountId: account.id, current: current.value });
  } finally {
    archive.value.zip.close();
  }
}

function fail(ctx: Context, { known }: Job, error: AppError): Outcome {
  if (known) settle(ctx, known, { state: 'failed', error, endedAt: ctx.clock.now() });
  return err(error);
}

/** The import as it begins or continues, stored. Fails if the file is not the one that was being imported. */
async function toImport(
  ctx: Context,
  { file, known }: Job,
  archive: Archive,
): Promise<Result<StoredImport, AppError>> {
  const { size, mtimeMs } = await stat(file);
  const fileModifiedAt = Math.floor(mtimeMs);
  if (known && (known.fileBytes !== size || known.fileModifiedAt !== fileModifiedAt))
    return err({ code: 'archiveNotRead', file, reason: 'changed', detail: '' });
  const first: StoredImport = known ?? {
    id: ctx.newId(),
    file,
    fileBytes: size,
    fileModifiedAt,
    state: 'running',
    part: 0,
    item: 0,
    counts: toFirstCounts(archive),
    error: null,
    startedAt: ctx.clock.now(),
    endedAt: null,
  };
  return ok(settle(ctx, first, { state: 'running' }));
}

async function importAll(
  ctx: Context,
  { signal, stoppedAs }: Job,
  archive: Archive,
  { accountId, current }: { readonly accountId: string; readonly current: StoredImport },
): Promise<Outcome> {
  const run = { ctx, archive, accountId, signal, current, onProgress: createNotifier(ctx) };
  try {
    const isDone = await runImport(run);
    if (isDone) return ok(notify(ctx, run.current));
    const state = stoppedAs();
    if (state === null) return err({ code: 'engineGone' });
    const endedAt = state === 'cancelled' ? ctx.clock.now() : null;
    return ok(toArchiveImport(settle(ctx, run.current, { state, endedAt })));
  } catch (cause) {
    const error = toDbError(ctx.db, cause);
    // What could not be stored is read again by the next engine.
    if (error) return err(error);
    const reference = ctx.newId();
    ctx.log('archive.importFailed', {
      reference,
      cause: cause instanceof Error ? cause.stack : String(cause),
    });
    const failure = { code: 'bug', reference } as const;
    settle(ctx, run.current, { state: 'failed', error: failure, endedAt: ctx.clock.now() });
    return err(failure);
  }
}

function settle(ctx: Context, before: StoredImport, changed: Partial<StoredImport>): StoredImport {
  const current = { ...before, ...changed };
  inTransaction(ctx.db, () => putImport(ctx.db, current));
  notify(ctx, current);
  return current;
}

function notify(ctx: Pick<Context, 'emit'>, current: StoredImport): ArchiveImport {
  const { id, state, counts } = current;
  const { items, bytes, of } = counts;
  ctx.emit({ name: 'archive.progress', params: { id, state, items, bytes, of } });
  return toArchiveImport(current);
}

function createNotifier(ctx: Pick<Context, 'clock' | 'emit'>): (current: StoredImport) => void {
  let notifiedAt = Number.NEGATIVE_INFINITY;
  return (current) => {
    const now = ctx.clock.now();
    if (now - notifiedAt < NOTIFY_MS) return;
    notifiedAt = now;
    notify(ctx, current);
  };
}
