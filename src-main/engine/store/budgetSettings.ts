import { z } from 'zod';
import { BudgetSettings, CostReport, defaultPrices } from '#shared/domain/cost.ts';
import type { Db } from './open.ts';
import { putSetting } from './settings.ts';
import { get } from './sql.ts';

const defaults: BudgetSettings = { prices: defaultPrices, monthlyCapUsd: null, warnAtPercent: 80 };

/** Prices and limits; the defaults where nothing was set, or what was set is not understood. */
export function getBudgetSettings(db: Db): BudgetSettings {
  const read = BudgetSettings.safeParse(readSetting(db, 'budget'));
  return read.success ? read.data : defaults;
}

export function putBudgetSettings(db: Db, settings: BudgetSettings): void {
  putSetting(db, 'budget', settings);
}

const ToldMonth = z.object({ startsAt: z.number(), state: CostReport.shape.month.shape.state });
/** The month, by its first moment, of which it was told that it is warned or stopped. */
export type ToldMonth = z.infer<typeof ToldMonth>;

/** What was told last; null where nothing ever was. */
export function getToldMonth(db: Db): ToldMonth | null {
  return ToldMonth.safeParse(readSetting(db, 'budgetTold')).data ?? null;
}

export function putToldMonth(db: Db, told: ToldMonth): void {
  putSetting(db, 'budgetTold', told);
}

function readSetting(db: Db, name: string): unknown {
  const row = get<{ value: string }>(db, 'SELECT value FROM settings WHERE name = ?', name);
  return row ? JSON.parse(row.value) : null;
}
