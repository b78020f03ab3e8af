import { z } from 'zod';

/** The days by which a price a month follows from one a day. */
export const MONTH_DAYS = 30;

/** What X charges for one unit, in US dollars. Defaults: public transcriptions of X's price list, August 2026. */
export const Prices = z.object({
  mentionRead: z.number().min(0),
  postRead: z.number().min(0),
  userRead: z.number().min(0),
  dmRead: z.number().min(0),
  dmSend: z.number().min(0),
  post: z.number().min(0),
  replyToSummoner: z.number().min(0),
  postWithUrl: z.number().min(0),
  /** Deleting an own post. */
  deletePost: z.number().min(0).default(0.01),
  /** Hiding a reply, muting or blocking a person, and taking that back. */
  moderate: z.number().min(0).default(0.015),
  /** A count of posts, whatever it counts. Settings from before this price have its default. */
  countRequest: z.number().min(0).default(0.005),
  /** The source of these prices and their date, for a person to check. */
  source: z.string().max(200),
  asOf: z.iso.date(),
});
export type Prices = z.infer<typeof Prices>;

export const defaultPrices: Prices = {
  mentionRead: 0.001,
  postRead: 0.005,
  userRead: 0.01,
  dmRead: 0.01,
  dmSend: 0.015,
  post: 0.015,
  replyToSummoner: 0.01,
  postWithUrl: 0.2,
  deletePost: 0.01,
  moderate: 0.015,
  countRequest: 0.005,
  source: 'public transcriptions of the price list of X',
  asOf: '2026-08-28',
};

/** Prices and limits of a workspace, in US dollars. */
export const BudgetSettings = z.object({
  prices: Prices,
  /** Reading stops at this sum per calendar month (UTC); replying never does. Null: no cap. */
  monthlyCapUsd: z.number().min(0).nullable(),
  /** At this share of the cap `budget.warned` is emitted. */
  warnAtPercent: z.number().int().min(1).max(100),
});
export type BudgetSettings = z.infer<typeof BudgetSettings>;

const Sum = z.object({ calls: z.number().int(), items: z.number().int(), usd: z.number() });

/** What was spent in a time range; estimates at the prices that were set at each call. */
export const CostReport = z.object({
  total: Sum,
  days: z.array(Sum.extend({ day: z.iso.date() })),
  sources: z.array(Sum.extend({ source: z.string() })),
  conversations: z.array(
    /** `handle` is empty while it is not known. */
    Sum.extend({ conversationId: z.string(), handle: z.string(), name: z.string() }),
  ),
  month: z.object({
    spentUsd: z.number(),
    capUsd: z.number().nullable(),
    /** fine: below the warning. warned: above it. stopped: at the cap, nothing more is read this month. */
    state: z.enum(['fine', 'warned', 'stopped']),
  }),
});
export type CostReport = z.infer<typeof CostReport>;
