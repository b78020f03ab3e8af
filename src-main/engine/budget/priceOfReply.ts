import twitterText from 'twitter-text';
import type { BudgetSettings } from '#shared/domain/cost.ts';
import type { Channel } from '#shared/domain/reply.ts';

/** An answer as its price depends on it. */
export interface PricedReply {
  readonly channel: Channel;
  readonly text: string;
  /** Whether the person whom it answers mentioned or quoted the account. */
  readonly summoned: boolean;
}

/** What X charges for an answer, in US dollars. */
export function priceOfReply({ prices }: BudgetSettings, { channel, text, summoned }: PricedReply): number {
  if (channel === 'dm') return prices.dmSend;
  if (twitterText.extractUrls(text).length > 0) return prices.postWithUrl;
  return summoned ? prices.replyToSummoner : prices.post;
}
