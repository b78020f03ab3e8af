import { type RuleFacts, toSpoken } from '../conversations/ruleConditions.ts';
import type { RuleHit } from '../store/ruleHits.ts';

/** What conditions are checked against for a post that a saved search found: one in no conversation has neither tags nor an assignee. */
export function toHitFacts(
  { author, followers, isVip, ...spoken }: RuleHit,
  isOpen: () => boolean,
  conversation: RuleFacts['conversation'] = {
    ...{ handle: author.handle, followers, isVip },
    ...{ agent: null, lang: null, tags: [], priority: 'normal' },
  },
): RuleFacts {
  return { conversation, spoken: toSpoken(spoken), isOpen };
}
