import { countUnanswered } from '../store/summaries.ts';
import type { Guard } from './guard.ts';

/** Messages of the person that the author of the reply has not seen. */
export const unseenMessage: Guard<'unseenMessage'> = ({ db }, { conversationId, seenUntil }) => {
  const count = countUnanswered(db, conversationId, seenUntil);
  return count === 0 ? null : { code: 'unseenMessage', count };
};
