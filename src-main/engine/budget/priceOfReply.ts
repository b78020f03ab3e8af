import type { BudgetSettings } from '#shared/domain/cost.ts';
import { hasPricedLink } from '#shared/domain/postLength.ts';
import type { Channel } from '#shared/domain/reply.ts';

/** What the price of a reply depends on. */
export interface PricedReply {
  readonly channel: Channel;
  readonly text: string;
  /** Whether the person to whom it replies mentioned or quoted the account. */
  readonly summoned: boolean;
}

/** What X charges for a reply, in US dollars. */
export function priceOfReply({ prices }: BudgetSettings, reply: PricedReply): number {
  if (reply.channel === 'dm') return prices.dmSend;
  if (hasPricedLink(reply)) return prices.postWithUrl;
  return reply.summoned ? prices.replyToSummoner : prices.post;
}
