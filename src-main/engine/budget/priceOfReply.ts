import type { BudgetSettings } from '#shared/domain/cost.ts';
import { hasPricedLink } from '#shared/domain/postLength.ts';
import type { Channel } from '#shared/domain/reply.ts';

/** An answer as its price depends on it. */
export interface PricedReply {
  readonly channel: Channel;
  readonly text: string;
  /** Whether the person whom it answers mentioned or quoted the account. */
  readonly summoned: boolean;
}

/** What X charges for an answer, in US dollars. */
export function priceOfReply({ prices }: BudgetSettings, reply: PricedReply): number {
  if (reply.channel === 'dm') return prices.dmSend;
  if (hasPricedLink(reply)) return prices.postWithUrl;
  return reply.summoned ? prices.replyToSummoner : prices.post;
}
