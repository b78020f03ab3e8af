import { z } from 'zod';

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
  /** Where these prices come from and of which day they are, for a person to check. */
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
  source: 'public transcriptions of the price list of X',
  asOf: '2026-08-28',
};

/** The money side of a workspace: prices and limits, in US dollars. */
export const BudgetSettings = z.object({
  prices: Prices,
  /** Reading stops at this sum in a calendar month (UTC); answering never does. Null: no cap. */
  monthlyCapUsd: z.number().min(0).nullable(),
  /** At this share of the cap the window warns. */
  warnAtPercent: z.number().int().min(1).max(100),
});
export type BudgetSettings = z.infer<typeof BudgetSettings>;

const Sum = z.object({ calls: z.number().int(), items: z.number().int(), usd: z.number() });

/** What was spent between two times; estimates by the prices that held at each call. */
export const CostReport = z.object({
  total: Sum,
  days: z.array(Sum.extend({ day: z.iso.date() })),
  sources: z.array(Sum.extend({ source: z.string() })),
  conversations: z.array(Sum.extend({ conversationId: z.string(), handle: z.string() })),
  month: z.object({
    spentUsd: z.number(),
    capUsd: z.number().nullable(),
    /** fine: below the warning. warned: above it. stopped: reading has stopped for this month. */
    state: z.enum(['fine', 'warned', 'stopped']),
  }),
});
export type CostReport = z.infer<typeof CostReport>;
