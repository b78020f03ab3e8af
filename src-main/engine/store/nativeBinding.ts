import Database from 'better-sqlite3';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

/** The Node-API version that better-sqlite3's own builds need; an older Node crashes on them. */
const NEEDED_NAPI = 10;

interface Runtime {
  readonly napi: number;
  readonly node: string;
  readonly binding: string | undefined;
}

const thisProcess = (): Runtime => ({
  napi: Number(process.versions.napi),
  node: process.versions.node,
  binding: process.env.PERCH_SQLITE_BINDING,
});

/**
 * Which build of SQLite to load: better-sqlite3's own, or for an older Node the one named in PERCH_SQLITE_BINDING. Fails with
 * `storeUnwritable` if an older Node has none.
 */
export function nativeBinding(
  file: string,
  runtime = thisProcess(),
): Result<{ readonly nativeBinding?: string }, AppError> {
  if (runtime.napi >= NEEDED_NAPI) return ok({});
  if (runtime.binding) return ok({ nativeBinding: runtime.binding });
  const detail = `Node.js ${runtime.node} is too old: Node-API ${NEEDED_NAPI} is needed, this is ${runtime.napi}; use Node.js 22.14 or later, or name a build of better-sqlite3 in PERCH_SQLITE_BINDING`;
  return err({ code: 'storeUnwritable', file, detail });
}

/**
 * Opens a SQLite file, or the content of one, with the right build of SQLite. Every connection is made here: on an older Node
 * the wrong build ends the process without an error. Throws if there is no right one, as SQLite does if it cannot open the file.
 */
export function openDatabase(file: string | Buffer, options: Database.Options = {}): Database.Database {
  const binding = nativeBinding(typeof file === 'string' ? file : '');
  if (!binding.ok) throw new Error(`No build of SQLite for this Node.js: ${JSON.stringify(binding.error)}`);
  return new Database(file, { ...binding.value, ...options });
}
