import type { Survey } from '#shared/domain/askedSurvey.ts';

/** A survey that waits in the outbox; tests override what matters. */
export const aSurvey = (change: Partial<Survey> = {}): Survey => ({
  id: 's1',
  conversationId: 'c1',
  personId: 'p1',
  scale: 'csat',
  language: 'en',
  variant: 0,
  state: 'queued',
  askedBy: null,
  handledBy: null,
  createdAt: 1,
  sentAt: null,
  expiresAt: null,
  answeredAt: null,
  score: null,
  comment: null,
  confidence: null,
  corrections: [],
  messageIds: [],
  reasons: [],
  ...change,
});
