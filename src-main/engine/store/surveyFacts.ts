import type { Db } from './open.ts';
import { get } from './sql.ts';
import { isOfSurvey } from './surveyJoin.ts';

/** What the store knows about asking a person. */
export interface AskingFacts {
  readonly hasPrivateChannel: boolean;
  readonly lastAskedAt: number | null;
  readonly openMatters: number;
  readonly hasOptedOut: boolean;
  readonly hasUnsentReply: boolean;
}

type Row = Record<'isOpened' | 'isClosed' | 'openMatters' | 'hasOptedOut' | 'hasUnsentReply', number> &
  Pick<AskingFacts, 'lastAskedAt'>;

/** What speaks for and against asking a person, leaving aside the survey with this id. */
export function getAskingFacts(
  db: Db,
  asked: { readonly personId: string; readonly surveyId: string },
): AskingFacts {
  const text = `SELECT
      EXISTS (SELECT 1 FROM messages WHERE person_id = :personId AND kind = 'dm' AND role = 'wanted') AS isOpened,
      EXISTS (SELECT 1 FROM moderation WHERE what = 'dmsBlocked' AND x_id = :personId) AS isClosed,
      (SELECT max(coalesce(sent_at, created_at)) FROM surveys
        WHERE person_id = :personId AND id <> :surveyId AND state NOT IN ('cancelled', 'refused')) AS lastAskedAt,
      (SELECT count(*) FROM conversations WHERE person_id = :personId AND status <> 'resolved') AS openMatters,
      EXISTS (SELECT 1 FROM survey_opt_outs WHERE person_id = :personId) AS hasOptedOut,
      EXISTS (SELECT 1 FROM conversations c JOIN outbox o ON o.conversation_id = c.id
        WHERE c.person_id = :personId AND o.state <> 'sent' AND o.dismissed = 0
          AND NOT ${isOfSurvey('o.id')}) AS hasUnsentReply`;
  const row = get<Row>(db, text, asked);
  if (!row) throw new Error('A query without a table returns one row');
  return {
    hasPrivateChannel: row.isOpened === 1 && row.isClosed === 0,
    lastAskedAt: row.lastAskedAt,
    openMatters: row.openMatters,
    hasOptedOut: row.hasOptedOut === 1,
    hasUnsentReply: row.hasUnsentReply === 1,
  };
}

/** What X lets the account send in private until a time; of several limits the tightest that still runs. Null where X has said nothing. */
export function getDmAllowance(
  db: Db,
  now: number,
): { readonly limit: number | null; readonly remaining: number; readonly resetAt: number } | null {
  const text = `SELECT call_limit AS "limit", remaining, reset_at AS resetAt FROM rate_limits
    WHERE name GLOB 'sendDm *' AND remaining IS NOT NULL AND reset_at > ? ORDER BY remaining LIMIT 1`;
  return get(db, text, now);
}
