import { storeMessages } from './messages.ts';
import type { Db } from './open.ts';
import { ensurePeople } from './people.ts';
import { run } from './sql.ts';
import { assignMessages } from './threading.ts';

/** An answer that X has confirmed. */
export interface SentMessage {
  readonly kind: 'post' | 'dm';
  readonly xId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly at: number;
  /** The X id of the post that it answers. */
  readonly inReplyTo: string | null;
}

/**
 * Stores an answer that Perch sent as a message of its conversation. Where capture was quicker, its message is moved
 * there. Call it in the transaction that marks the answer as sent.
 */
export function storeSentMessage(db: Db, sent: SentMessage, capturedAt: number): void {
  ensurePeople(db, [sent.accountId, sent.personId], capturedAt);
  const { accountId, conversationId, ...facts } = sent;
  const unsaid = {
    versionXId: sent.xId,
    reason: null,
    threadId: null,
    lang: null,
    links: [],
    media: [],
    unreadable: false,
  };
  for (const { id } of storeMessages(
    db,
    [{ ...facts, ...unsaid, role: 'own', authorId: accountId }],
    capturedAt,
  )) {
    assignMessages(db, [{ id, conversationId }]);
    run(db, 'UPDATE messages SET person_id = ? WHERE id = ?', sent.personId, id);
  }
}
