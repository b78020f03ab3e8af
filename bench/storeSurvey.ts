import type { Db } from '#engine/store/open.ts';
import { setAnswer } from '#engine/store/surveyResponses.ts';
import { endQueued, insertSurvey } from '#engine/store/surveys.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import { DAY_MS } from '#shared/time.ts';

/** A survey that X has. */
export interface StoredSurvey {
  readonly id: string;
  readonly conversationId: string;
  readonly personId: string;
  readonly scale: SurveyScale;
  readonly sentAt: number;
  /** The id of an agent. */
  readonly handledBy: string | null;
  /** Null for none. */
  readonly response: {
    readonly score: number;
    readonly comment: string | null;
    readonly answeredAt: number;
  } | null;
}

/** Stores a survey as the engine does from asking to the response. */
export function storeSurvey(db: Db, { sentAt, response, ...asked }: StoredSurvey): void {
  const { id } = asked;
  insertSurvey(db, {
    ...asked,
    language: 'en',
    variant: 0,
    state: 'queued',
    askedBy: null,
    createdAt: sentAt,
    sentAt: null,
    reasons: [],
  });
  endQueued(db, id, { state: 'sent', sentAt, expiresAt: sentAt + 28 * DAY_MS });
  if (response === null) return;
  const { score, answeredAt } = response;
  const change = { at: answeredAt, agent: null, from: null, to: score };
  setAnswer(db, id, { state: 'answered', confidence: 1, ...response }, change);
}
