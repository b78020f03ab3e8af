import { SURE_ENOUGH, type SurveyReading } from '#shared/domain/survey.ts';
import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { setComment } from '../store/askedComments.ts';
import {
  getLastSurvey,
  getOpenSurvey,
  hasSurvey,
  insertResponse,
  type OpenSurvey,
  setAnswer,
} from '../store/surveyResponses.ts';
import { setOptedOut } from '../store/surveys.ts';
import type { UnthreadedMessage } from '../store/threading.ts';
import { cleanText } from '../surveys/interpret/cleanText.ts';
import { interpret } from '../surveys/interpret/interpret.ts';
import { isOnlyComment } from '../surveys/interpret/isOnlyComment.ts';
import { asksToStop, onlyAsksToStop } from '../surveys/interpret/optOut.ts';
import { followUpLowScore } from './followUpLowScore.ts';
import { isAskedComment } from './isAskedComment.ts';
import { NEWS_MS, noteScore } from './noteForRules.ts';
import { recordActivity } from './recordActivity.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId'>;

/** "Sorry, I meant 9" comes soon or never, and so does a comment that was asked for. */
const CORRECTED_WITHIN_MS = DAY_MS;

/** Later the word is about something else. */
const OBEYED_WITHIN_MS = 90 * DAY_MS;

type AskedSurvey = Pick<OpenSurvey, 'id' | 'conversationId'>;

/** The conversation that a response belongs to, and whether a low score has just brought it back to the queue. */
export interface TakenResponse {
  readonly conversationId: string;
  readonly opened: boolean;
}

/**
 * Takes a private message as the response to the survey that its person was sent, if it certainly is one: stores the score, that the
 * person wants no more of them, or what they said when they were asked for a comment. Returns null for every other message, which goes on
 * as an ordinary one. Call it in the transaction that assigns the message.
 */
export function takeResponse(ctx: Context, message: UnthreadedMessage): TakenResponse | null {
  if (message.kind !== 'dm' || message.role !== 'wanted') return null;
  // Hardly anybody had one, which is found four times as fast as one that is open.
  if (!hasSurvey(ctx.db, message.personId)) return null;
  const survey = getOpenSurvey(ctx.db, message.personId, message.at, CORRECTED_WITHIN_MS);
  if (!survey) return takeLateOptOut(ctx, message);
  const reading = interpret(message.text, survey.scale, survey.language);
  const isScore = reading.score !== null && reading.confidence >= SURE_ENOUGH && reading.doubt === undefined;
  if (!isScore) recordDoubt(ctx, survey, reading);
  if (reading.optOut && !isScore) return takeOptOut(ctx, message, survey);
  if (!isScore) return takeComment(ctx, message, survey);
  insertResponse(ctx.db, message.id, survey.id);
  const opened = storeScore(ctx, message, survey, reading);
  if (reading.optOut) storeOptOut(ctx, message, survey);
  return { conversationId: survey.conversationId, opened };
}

/** Obeys whoever wants no more surveys. What else they write is an ordinary message, with the request in it. */
function takeOptOut(ctx: Context, message: UnthreadedMessage, survey: AskedSurvey): TakenResponse | null {
  storeOptOut(ctx, message, survey);
  if (!onlyAsksToStop(message.text)) return null;
  insertResponse(ctx.db, message.id, survey.id);
  return { conversationId: survey.conversationId, opened: false };
}

/** "STOP" is obeyed long after the score, and after the survey has expired. */
function takeLateOptOut(ctx: Context, message: UnthreadedMessage): TakenResponse | null {
  const { text, personId, at } = message;
  if (!asksToStop(cleanText(text))) return null;
  const survey = getLastSurvey(ctx.db, personId, { from: at - OBEYED_WITHIN_MS, until: at });
  return survey && takeOptOut(ctx, message, survey);
}

/** Stores a comment that was asked for. It is the response only if it certainly calls for nothing. */
function takeComment(
  ctx: Context,
  { id, at, text }: UnthreadedMessage,
  { id: surveyId, conversationId }: OpenSurvey,
): TakenResponse | null {
  if (!isAskedComment(ctx.db, surveyId, at)) return null;
  const comment = cleanText(text);
  if (comment === '') return null;
  setComment(ctx.db, surveyId, comment);
  recordActivity(ctx, { kind: 'surveyCommented', agent: null, conversationId, facts: { surveyId } });
  if (!isOnlyComment(text)) return null;
  insertResponse(ctx.db, id, surveyId);
  return { conversationId, opened: false };
}

/** Returns whether the score has brought its conversation back to the queue. */
function storeScore(
  ctx: Context,
  { id: messageRow, at }: UnthreadedMessage,
  survey: OpenSurvey,
  { score, confidence, comment, exact }: SurveyReading,
): boolean {
  const { id: surveyId, conversationId, score: from } = survey;
  const answer = {
    state: 'answered' as const,
    score,
    comment: comment ?? survey.comment,
    confidence,
    answeredAt: survey.answeredAt ?? at,
  };
  const isFirst = survey.answeredAt === null;
  if (!isFirst && score === from) return false;
  setAnswer(ctx.db, surveyId, answer, { at, agent: null, from, to: score });
  const kind = isFirst ? 'surveyAnswered' : 'surveyCorrected';
  recordActivity(ctx, {
    kind,
    agent: null,
    conversationId,
    facts: { surveyId, scale: survey.scale, from, score, ...(exact === undefined ? {} : { exact }) },
  });
  const isNews = at >= ctx.clock.now() - NEWS_MS;
  if (score !== null && isNews) {
    noteScore(ctx, { surveyId, conversationId, scale: survey.scale, score, before: from, messageRow });
  }
  return followUpLowScore(ctx, { ...survey, score });
}

/** Leaves a trace of what might be a score, so that an agent sees why it does not count. */
function recordDoubt(
  ctx: Context,
  { id: surveyId, conversationId, scale }: OpenSurvey,
  { score, confidence, doubt }: SurveyReading,
): void {
  if (doubt === undefined && confidence === 0) return;
  const facts = { surveyId, scale, score, doubt: doubt ?? 'unclear' };
  recordActivity(ctx, { kind: 'surveyDoubted', agent: null, conversationId, facts });
}

function storeOptOut({ db, ...ctx }: Context, { personId }: UnthreadedMessage, survey: AskedSurvey): void {
  const { id: surveyId, conversationId } = survey;
  if (!setOptedOut(db, personId, ctx.clock.now(), surveyId)) return;
  const facts = { surveyId, personId };
  recordActivity({ db, ...ctx }, { kind: 'surveyOptedOut', agent: null, conversationId, facts });
}
