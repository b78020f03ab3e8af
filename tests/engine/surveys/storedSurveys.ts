import type { Db } from '#engine/store/open.ts';
import { all } from '#engine/store/sql.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import { DAY_MS } from '#shared/time.ts';
import { storeSurvey as store } from '../../../bench/storeSurvey.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { testEngine } from '../../support/testEngine.ts';

/** A survey that X has, as a test wants it. */
export interface Stored {
  readonly id?: string;
  readonly conversationId?: string;
  readonly scale?: SurveyScale;
  readonly sentAt?: number;
  /** Null for no response. */
  readonly score?: number | null;
  readonly answeredAt?: number;
  readonly comment?: string | null;
  readonly handledBy?: string | null;
}

let sequence = 0;

/** Stores a survey that X has; by default about CSAT, sent in the morning, without a response. */
export function storeSurvey(db: Db, stored: Stored = {}): string {
  const { scale = 'csat', sentAt = MORNING, score = null, comment = null, handledBy = null } = stored;
  const { id = `s${sequence++}`, conversationId = firstConversation(db), answeredAt = sentAt } = stored;
  const response = score === null ? null : { score, comment, answeredAt };
  store(db, { id, conversationId, personId: '1', scale, sentAt, handledBy, response });
  return id;
}

const firstConversation = (db: Db) =>
  all<{ id: string }>(db, 'SELECT id FROM conversations ORDER BY id LIMIT 1')[0]?.id ?? '';

/** An engine with `conversations` conversations, the oldest first; each of a person of its own, with one mention. */
export async function withConversations(conversations = 1) {
  const engine = testEngine();
  const messages = Array.from({ length: conversations }, (_, n) =>
    someMessage({ personId: String(n + 1), at: MORNING - DAY_MS + n * 1_000 }),
  );
  await engine.capture(messages);
  const ids = all<{ id: string }>(engine.ctx.db, 'SELECT id FROM conversations ORDER BY opened_at');
  return { ...engine, db: engine.ctx.db, ids: ids.map(({ id }) => id) };
}
