import type { AppError } from '#shared/errors.ts';

/** How the rounds go on, as far as no source of the store tells. */
export interface PollOutlook {
  /** What broke the last round before it could be written down, such as a full disk; null once one went well. */
  readonly error: AppError | null;
  /** When the next round begins by itself, now while one is under way; null for rounds on demand only. */
  readonly nextAt: number | null;
}
