import { storeMessages } from './messages.ts';
import type { Db } from './open.ts';
import { ensurePeople } from './people.ts';
import { run } from './sql.ts';
import { assignMessages } from './threading.ts';

/** A reply that X has confirmed. */
export interface SentMessage {
  readonly kind: 'post' | 'dm';
  readonly xId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly at: number;
  /** The X id of the post that it replies to. */
  readonly inReplyTo: string | null;
}

/**
 * Stores a reply that Perch sent as a message of its conversation. If capture stored the message first, it is moved there.
 * Call it in the transaction that marks the reply as sent.
 */
export function storeSentMessage(db: Db, sent: SentMessage, capturedAt: number): void {
  ensurePeople(db, [sent.accountId, sent.personId], capturedAt);
  const { accountId, conversationId, ...facts } = sent;
  const unsaid = {
    versionXId: sent.xId,
    versions: [],
    reason: null,
    threadId: null,
    lang: null,
    links: [],
    media: [],
    attachments: [],
    quotes: [],
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
