import { join } from 'node:path';
import { DAY_MS } from '#shared/time.ts';
import { openShop } from './openShop.ts';
import { planYear, type YearPlan } from './plan.ts';
import { playYear } from './playYear.ts';

const year = { seed: 2026, days: 365, perDay: 4 };

/**
 * Makes the demo workspace of a folder of user data one that a shop has worked in for the year until now, and returns the plan of that
 * year. `onMonth` is called with the first moment of each month.
 */
export async function makeYear(userData: string, onMonth: (at: number) => void): Promise<YearPlan> {
  const now = Math.floor(Date.now() / 1_000) * 1_000;
  const plan = planYear({ ...year, from: now - year.days * DAY_MS });
  const dataDir = join(userData, 'workspaces', 'demo');
  const shop = await openShop(plan, { dataDir, stateFile: join(dataDir, 'simulator.json') });
  let month = -1;
  try {
    await playYear(shop, plan, async ({ at }) => {
      const next = new Date(at).getUTCMonth();
      if (next !== month) onMonth(at);
      month = next;
    });
  } finally {
    await shop.close();
  }
  return plan;
}
