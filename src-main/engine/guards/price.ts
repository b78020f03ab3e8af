import { hasPricedLink } from '#shared/domain/postLength.ts';
import { priceOfReply } from '../budget/priceOfReply.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import { getNewestPostId, getReplyTarget } from '../store/replyTargets.ts';
import type { Guard } from './guard.ts';

/** A link in a public reply, which makes it cost many times as much. */
export const price: Guard<'price'> = ({ db }, { channel, text, conversationId, personId }) => {
  if (!hasPricedLink({ channel, text })) return null;
  const post = getNewestPostId(db, conversationId, personId);
  const summoned = post !== null && getReplyTarget(db, post)?.summoned === true;
  const settings = getBudgetSettings(db);
  const [usd, usualUsd] = [text, ''].map((words) =>
    priceOfReply(settings, { channel, text: words, summoned }),
  );
  return usd !== undefined && usualUsd !== undefined && usd > usualUsd
    ? { code: 'price', usd, usualUsd }
    : null;
};
