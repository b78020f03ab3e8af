import type { Db } from '#engine/store/open.ts';
import { run } from '#engine/store/sql.ts';
import type { OutboxState } from '#shared/domain/reply.ts';

interface OutboxFacts {
  readonly id: string;
  readonly conversationId: string;
  readonly at: number;
  readonly channel?: 'public' | 'dm';
  readonly state?: OutboxState;
  readonly text?: string;
  readonly personId?: string;
  readonly xId?: string | null;
}

/** Inserts a reply directly into the outbox's table, in any state. */
export function putOutboxRow(db: Db, facts: OutboxFacts): void {
  run(
    db,
    `INSERT OR REPLACE INTO outbox (id, conversation_id, person_id, channel, text, agent, state, created_at, x_id)
     VALUES (?, ?, ?, ?, ?, 'Sam', ?, ?, ?)`,
    facts.id,
    facts.conversationId,
    facts.personId ?? '1',
    facts.channel ?? 'public',
    facts.text ?? 'an answer',
    facts.state ?? 'held',
    facts.at,
    facts.xId ?? null,
  );
}
