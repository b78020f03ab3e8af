import { DAY_MS } from '#shared/time.ts';

/** How far back X shows private messages. What is older can only come from an archive. */
export const DM_LOOKBACK_MS = 30 * DAY_MS;
