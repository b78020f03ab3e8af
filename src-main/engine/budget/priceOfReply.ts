import twitterText from 'twitter-text';
import type { BudgetSettings } from '#shared/domain/cost.ts';
import type { Channel } from '#shared/domain/reply.ts';

/** What the price of a reply depends on. */
export interface PricedReply {
  readonly channel: Channel;
  readonly text: string;
  /** Whether the person to whom it replies mentioned or quoted the account. */
  readonly summoned: boolean;
}

/** What X charges for a reply, in US dollars. */
export function priceOfReply({ prices }: BudgetSettings, { channel, text, summoned }: PricedReply): number {
  if (channel === 'dm') return prices.dmSend;
  if (twitterText.extractUrls(text).length > 0) return prices.postWithUrl;
  return summoned ? prices.replyToSummoner : prices.post;
}
