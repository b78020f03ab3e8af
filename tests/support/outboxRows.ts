import type { Db } from '#engine/store/open.ts';
import { toStatusColumns } from '#engine/store/outboxRow.ts';
import { run } from '#engine/store/sql.ts';
import type { ReplyStatusKind } from '#shared/domain/reply.ts';
import { someStatus } from './someStatus.ts';

interface OutboxFacts {
  readonly id: string;
  readonly conversationId: string;
  readonly at: number;
  readonly channel?: 'public' | 'dm';
  readonly state?: ReplyStatusKind;
  readonly text?: string;
  readonly personId?: string;
  readonly xId?: string | null;
}

/** Inserts a reply directly into the outbox's table, with any status. */
export function putOutboxRow(db: Db, facts: OutboxFacts): void {
  const columns = {
    id: facts.id,
    conversation_id: facts.conversationId,
    person_id: facts.personId ?? '1',
    channel: facts.channel ?? 'public',
    text: facts.text ?? 'an answer',
    agent: 'Sam',
    created_at: facts.at,
    ready_at: facts.at,
    was_unknown: facts.state === 'unknown' ? 1 : 0,
    x_id: facts.xId ?? null,
    ...toStatusColumns(someStatus(facts.state ?? 'held', facts.at)),
  };
  const names = Object.keys(columns);
  const text = `INSERT OR REPLACE INTO outbox (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  run(db, text, ...Object.values(columns));
}
