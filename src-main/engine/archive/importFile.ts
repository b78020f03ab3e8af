import { stat } from 'node:fs/promises';
import type { ArchiveImport } from '#shared/domain/archiveImport.ts';
import type { TableMapping } from '#shared/domain/messageTable.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { putImport, type StoredImport, toArchiveImport } from '../store/archiveImports.ts';
import { inTransaction } from '../store/sql.ts';
import { toDbError } from '../store/storeHealth.ts';
import { openSource, type Source } from './source.ts';
import { threadRest } from './storeArchived.ts';

export type ImportContext = Pick<
  EngineContext,
  'db' | 'dataDir' | 'clock' | 'log' | 'newId' | 'emit' | 'account'
>;

/** How an import ended. */
export type Outcome = Result<ArchiveImport, AppError>;

/** What an import that is stopped becomes; null if the engine stops, so that the next one continues it. */
export type StoppedAs = 'paused' | 'cancelled' | null;

/** Progress is notified at most this often. */
const NOTIFY_MS = 500;

export interface Job {
  readonly file: string;
  /** The import that it continues. */
  readonly known: StoredImport | null;
  /** How a table is read, if somebody has said so. */
  readonly mapping: TableMapping | undefined;
  readonly signal: AbortSignal;
  readonly stoppedAs: () => StoppedAs;
}

/** Imports a file, or what is left of it, until it is done or stopped. */
export async function importFile(ctx: ImportContext, job: Job): Promise<Outcome> {
  const account = ctx.account();
  if (!account) return err({ code: 'notConnected' });
  const opening = { db: ctx.db, account, now: ctx.clock.now() };
  const source = await openSource(opening, job.file, job.known?.mapping ?? job.mapping);
  if (!source.ok) return await fail(ctx, job, source.error);
  try {
    const current = await toImport(ctx, job, source.value);
    if (!current.ok) return await fail(ctx, job, current.error);
    return await importAll(ctx, job, source.value, { accountId: account.id, current: current.value });
  } finally {
    source.value.close();
  }
}

async function fail(ctx: ImportContext, { known }: Job, error: AppError): Promise<Outcome> {
  if (!known) return err(error);
  await threadRest(ctx);
  settle(ctx, known, { state: 'failed', error, endedAt: ctx.clock.now() });
  return err(error);
}

/** The import as it begins or continues, stored. Fails if the file is not the one that was being imported. */
async function toImport(
  ctx: ImportContext,
  { file, known }: Job,
  { firstCounts, mapping, begin }: Source,
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
    counts: firstCounts,
    mapping,
    error: null,
    startedAt: ctx.clock.now(),
    endedAt: null,
  };
  return ok(settle(ctx, first, { state: 'running' }, known ? undefined : begin));
}

async function importAll(
  ctx: ImportContext,
  { signal, stoppedAs }: Job,
  source: Source,
  { accountId, current }: { readonly accountId: string; readonly current: StoredImport },
): Promise<Outcome> {
  const run = { ctx, accountId, signal, current, onProgress: createNotifier(ctx) };
  try {
    const isDone = await source.run(run);
    if (isDone) return ok(notify(ctx, run.current));
    const state = stoppedAs();
    if (state === null) return err({ code: 'engineGone' });
    await threadRest(ctx);
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

/** Stores an import with these changes, and what `alsoStore` does with it, and notifies of it. */
export function settle(
  ctx: ImportContext,
  before: StoredImport,
  changed: Partial<StoredImport>,
  alsoStore: () => void = () => {},
): StoredImport {
  const current = { ...before, ...changed };
  inTransaction(ctx.db, () => {
    putImport(ctx.db, current);
    alsoStore();
  });
  notify(ctx, current);
  return current;
}

function notify(ctx: Pick<ImportContext, 'emit'>, current: StoredImport): ArchiveImport {
  const { id, state, counts } = current;
  const { items, bytes, of } = counts;
  ctx.emit({ name: 'archive.progress', params: { id, state, items, bytes, of } });
  return toArchiveImport(current);
}

function createNotifier(ctx: Pick<ImportContext, 'clock' | 'emit'>): (current: StoredImport) => void {
  let notifiedAt = Number.NEGATIVE_INFINITY;
  return (current) => {
    const now = ctx.clock.now();
    if (now - notifiedAt < NOTIFY_MS) return;
    notifiedAt = now;
    notify(ctx, current);
  };
}
