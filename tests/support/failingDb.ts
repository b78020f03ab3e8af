import Database from 'better-sqlite3';
import type { Db } from '#engine/store/open.ts';

/** A store whose calls to SQLite can be made to fail. */
export interface FailingDb {
  readonly db: Db;
  /** Makes the call after `passed` more calls fail with this code of SQLite; if it is lasting, all later calls too. */
  fail(passed: number, code: string, lasting: boolean): void;
  /** Whether a call has failed since `fail`. */
  hasFailed(): boolean;
  /** Lets all calls succeed again. */
  mend(): void;
}

/**
 * Puts a failing disk in front of `raw`. The calls that can fail are the beginning and the commit of a transaction and each
 * statement that reads or writes; a failed one has no effect, as SQLite guarantees.
 */
export function failingDb(raw: Db): FailingDb {
  let left = Number.POSITIVE_INFINITY;
  let code = '';
  let lasting = false;
  let failed = false;
  const pass = () => {
    left -= 1;
    if (left >= 0) return;
    failed = true;
    if (!lasting) left = Number.POSITIVE_INFINITY;
    throw new Database.SqliteError(`the disk fails (${code})`, code);
  };
  const db = over(raw, {
    prepare: (text: string) => guard(raw.prepare(text), pass),
    exec: (text: string) => {
      pass();
      return raw.exec(text);
    },
    pragma: (text: string, options?: Database.PragmaOptions) => {
      pass();
      return raw.pragma(text, options);
    },
    transaction: (work: () => unknown) => ({
      immediate: () => {
        pass();
        return raw
          .transaction(() => {
            const result = work();
            pass();
            return result;
          })
          .immediate();
      },
    }),
  });
  return {
    db,
    fail: (passed, newCode, isLasting) => {
      left = passed;
      code = newCode;
      lasting = isLasting;
      failed = false;
    },
    hasFailed: () => failed,
    mend: () => {
      left = Number.POSITIVE_INFINITY;
    },
  };
}

function guard(statement: Database.Statement, pass: () => void): Database.Statement {
  const doing = (name: 'run' | 'get' | 'all') =>
    (statement[name] as (...values: unknown[]) => unknown).bind(statement);
  const guarded = (name: 'run' | 'get' | 'all') => {
    const act = doing(name);
    return (...values: unknown[]) => {
      pass();
      return act(...values);
    };
  };
  return over(statement, { run: guarded('run'), get: guarded('get'), all: guarded('all') });
}

/** `target` with some of its methods replaced. */
function over<T extends object>(target: T, replaced: Readonly<Record<string, unknown>>): T {
  return new Proxy(target, {
    get: (_, name) => {
      if (typeof name === 'string' && Object.hasOwn(replaced, name)) return replaced[name];
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
