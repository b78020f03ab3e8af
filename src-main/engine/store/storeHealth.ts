import { dirname } from 'node:path';
import type { AppError } from '#shared/errors.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { newestCopyAt } from './copies.ts';
import type { Db } from './open.ts';
import { isDamage, toStoreError } from './storeError.ts';

/** The part of a connection that matters here. */
interface Connection {
  readonly name: string;
  pragma(text: string): unknown;
}

interface Health {
  /** The file of the store, which is not that of the connection if it is read from memory. */
  readonly file?: string;
  /** Why nothing is written any more. */
  readonly error?: AppError;
  readonly listener?: (error: AppError) => void;
}

const health = new WeakMap<object, Health>();

/** Thrown instead of a write to a store that takes none any more. */
export class WritingStopped extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(`nothing is written any more: ${error.code}`);
    this.error = error;
  }
}

/** Why nothing is written to this store until it is opened again; null while it is writable. */
export const getStoreError = (db: object): AppError | null => health.get(db)?.error ?? null;

/** Calls `listener` once, as soon as nothing is written to this store any more. */
export function onWritingStopped(db: object, listener: (error: AppError) => void): void {
  health.set(db, { ...health.get(db), listener });
}

/** Ends all writing to a store for as long as it is open; reads go on. The first reason stays. */
export function stopWriting(db: Connection, error: AppError, file = db.name): void {
  const known = health.get(db);
  if (known?.error) return;
  health.set(db, { ...known, file, error });
  try {
    db.pragma('query_only = ON');
  } catch {
    // `guardWrite` refuses all writes anyway.
  }
  known?.listener?.(error);
}

/** Says from now on why a store is not opened for writing that was only read until it was checked. */
export function endChecking(db: object, error: AppError): void {
  health.set(db, { ...health.get(db), error });
}

/** The error of a store that cannot be written, of one that goes on being read. */
export function asRead(error: AppError): AppError {
  switch (error.code) {
    case 'storeCorrupt':
    case 'storeMissing':
    case 'storeUnwritable':
      return { ...error, reading: true };
    default:
      return error;
  }
}

/** Runs what reads. The first sign of damage ends all writing. */
export function guardRead<T>(db: Connection, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (isDamage(cause)) stopWriting(db, toDamage(db.name, cause));
    throw cause;
  }
}

const created = new WeakMap<object, Set<string>>();

/** Creates a table that is only in memory, once, also where nothing is written: SQLite takes that for writing. */
export function createInMemory(db: Db, text: string): void {
  const known = created.get(db) ?? new Set();
  created.set(db, known);
  if (known.has(text)) return;
  guardRead(db, () => {
    const isOnlyRead = db.pragma('query_only', { simple: true }) === 1;
    if (isOnlyRead) db.pragma('query_only = OFF');
    try {
      db.exec(text);
    } finally {
      if (isOnlyRead) db.pragma('query_only = ON');
    }
  });
  known.add(text);
}

/** Runs what writes. Throws `WritingStopped` if nothing is written any more. */
export function guardWrite<T>(db: Connection, work: () => T): T {
  const error = getStoreError(db);
  if (error) throw new WritingStopped(error);
  return guardRead(db, work);
}

/** The expected failure behind an exception from work with a store; null for a bug. */
export function toDbError(db: Connection, cause: unknown): AppError | null {
  if (cause instanceof WritingStopped) return cause.error;
  if (isDamage(cause)) stopWriting(db, toDamage(db.name, cause));
  const { file, error: stopped } = health.get(db) ?? {};
  const error = toStoreError(file ?? db.name, cause);
  // A file that is only read, or not checked yet, can turn out to be damaged all the same.
  if ((stopped?.code === 'readOnly' || stopped?.code === 'storeChecking') && isDamage(cause)) return error;
  return error && stopped ? stopped : error;
}

/** The error of an open store that turned out to be damaged. */
export function toDamage(file: string, cause: unknown): AppError {
  const detail = toErrorMessage(cause);
  return { code: 'storeCorrupt', file, detail, reading: true, copyAt: newestCopyAt(dirname(file)) };
}
