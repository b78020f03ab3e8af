import type { Db } from '#engine/store/open.ts';

/** The query plans of all statements that `work` runs. */
export function plansOf(db: Db, work: (spy: Db) => unknown): string[] {
  const plans: string[] = [];
  const add = (text: string, steps: { detail: string }[]) =>
    // Counts are added up from a small table that stands in for the conversations `c`.
    plans.push(
      ...steps.map(({ detail }) =>
        text.includes('FROM facets c') ? detail.replace('SCAN c', 'SCAN facets') : detail,
      ),
    );
  const spy = new Proxy(db, {
    get: (target, property) => {
      if (property !== 'prepare') return Reflect.get(target, property);
      return (text: string) => {
        const steps = target.prepare(`EXPLAIN QUERY PLAN ${text}`);
        const statement = target.prepare(text);
        return new Proxy(statement, {
          get: (inner, name) =>
            name === 'all' || name === 'get' || name === 'run'
              ? (...values: unknown[]) => {
                  add(text, steps.all(...values) as { detail: string }[]);
                  return inner[name](...values);
                }
              : Reflect.get(inner, name),
        });
      };
    },
  });
  work(spy);
  return plans;
}
