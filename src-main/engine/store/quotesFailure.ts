import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';

const NAME = 'quotesFailure';

const QuotesFailure = z.object({ at: z.number(), error: AppError });
export type QuotesFailure = z.infer<typeof QuotesFailure>;

const StoredFailure = QuotesFailure.nullable();

/** Why the last attempt to fetch quotes failed; null if it succeeded. */
export function getQuotesFailure(db: Db): QuotesFailure | null {
  return StoredFailure.safeParse(getSetting(db, NAME)).data ?? null;
}

/** Stores the outcome of an attempt to fetch quotes. */
export function putQuotesFailure(db: Db, failure: QuotesFailure | null): void {
  putSetting(db, NAME, failure);
}
