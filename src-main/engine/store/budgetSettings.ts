import { z } from 'zod';
import { BudgetSettings, CostReport, defaultPrices } from '#shared/domain/cost.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';

const defaults: BudgetSettings = { prices: defaultPrices, monthlyCapUsd: null, warnAtPercent: 80 };

/** Prices and limits; the defaults if nothing was set, or if what was set fails validation. */
export function getBudgetSettings(db: Db): BudgetSettings {
  const read = BudgetSettings.safeParse(getSetting(db, 'budget'));
  return read.success ? read.data : defaults;
}

export function putBudgetSettings(db: Db, settings: BudgetSettings): void {
  putSetting(db, 'budget', settings);
}

const EmittedMonth = z.object({ startsAt: z.number(), state: CostReport.shape.month.shape.state });
/** A month, by its first moment, and the state that was emitted for it last. */
type EmittedMonth = z.infer<typeof EmittedMonth>;

/** The state that was emitted last; null if none ever was. */
export function getEmittedMonth(db: Db): EmittedMonth | null {
  return EmittedMonth.safeParse(getSetting(db, 'budgetTold')).data ?? null;
}

export function putEmittedMonth(db: Db, emitted: EmittedMonth): void {
  putSetting(db, 'budgetTold', emitted);
}
