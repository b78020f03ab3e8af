import { type CommentQuestion, getCommentQuestion, isFirstSince } from '../store/askedComments.ts';
import type { Db } from '../store/open.ts';
import { isLinked } from '../store/outbox.ts';
import { listOwnMessages } from '../store/ownMessages.ts';
import { matchSent } from './matchSent.ts';

/**
 * Whether a private message of the person of a survey at this time is the first after the question for a comment: X has the question, the
 * survey has no comment yet, and nobody has written to the person in between.
 */
export function isAskedComment(db: Db, surveyId: string, at: number): boolean {
  const question = getCommentQuestion(db, surveyId);
  const asked = question && findOnX(db, question);
  return asked !== null && asked.at <= at && isFirstSince(db, surveyId, asked, at);
}

// A crash or a lost response leaves the question unconfirmed. What brings the person's message has brought the question before it.
function findOnX(db: Db, question: CommentQuestion): Pick<CommentQuestion, 'at' | 'xId'> | null {
  const { state, personId, text, since } = question;
  if (state === 'sent') return question;
  const own = listOwnMessages(db, 'dm', personId, since);
  return matchSent({ text, inReplyTo: null, hasFiles: false, since }, own, ({ xId }) =>
    isLinked(db, 'dm', xId),
  );
}
