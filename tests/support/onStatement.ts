import type { Db } from '#engine/store/open.ts';

/** `db`, which calls `before` with each statement and the values bound to it before executing it. */
export function onStatement(db: Db, before: (sql: string, values: readonly unknown[]) => void): Db {
  return new Proxy(db, {
    get: (target, name) => {
      const member = Reflect.get(target, name);
      if (name !== 'prepare') return typeof member === 'function' ? member.bind(target) : member;
      return (sql: string) =>
        new Proxy(target.prepare(sql), {
          get: (statement, method) => {
            const value = Reflect.get(statement, method);
            if (typeof value !== 'function') return value;
            return (...values: unknown[]) => {
              before(sql, values);
              return value.apply(statement, values);
            };
          },
        });
    },
  });
}
