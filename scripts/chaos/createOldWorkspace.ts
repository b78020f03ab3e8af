import { migrations } from '#engine/store/migrations/index.ts';
import { type Db, openStore } from '#engine/store/open.ts';
import { freeRowId } from '#engine/store/rowIds.ts';
import { run } from '#engine/store/sql.ts';
import { toConversationId } from '#shared/domain/conversationId.ts';
import { toMessageId } from '#shared/domain/message.ts';
import { HOUR_MS } from '#shared/time.ts';
import type { Scenario } from './scenario.ts';

/** Fills the workspace as the first version of Perch would have: people, one mention each, and unsent replies. */
export function createOldWorkspace(scenario: Scenario): void {
  const opened = openStore(scenario.dir, { migrations: migrations.slice(0, 1) });
  if (!opened.ok) throw new Error(`The old store did not open: ${JSON.stringify(opened.error)}`);
  const db = opened.value;
  const now = scenario.clock.now();
  const { account } = scenario.control.state();
  run(db, 'INSERT INTO account VALUES (1, ?, ?, ?, ?)', account.id, account.handle, account.name, now);
  for (const [n, handle] of scenario.people.entries()) insertConversation(db, scenario, handle, n);
  db.close();
}

function insertConversation(db: Db, scenario: Scenario, handle: string, n: number): void {
  const at = scenario.clock.now() - HOUR_MS;
  const personId = scenario.control.person({ handle }).id;
  const text = `old message of ${handle}`;
  const { id: xId } = scenario.control.mention({ from: handle, text, at });
  scenario.written.set(xId, handle);
  const conversationId = toConversationId(xId);
  run(
    db,
    'INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES (?, ?, ?, ?, ?)',
    personId,
    handle,
    handle,
    at,
    at,
  );
  run(
    db,
    `INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, last_kind, last_direction,
       last_text, last_at, last_message_id) VALUES (?, ?, 'mention', ?, 'new', 'open', 1, 'post', 'in', ?, ?, ?)`,
    conversationId,
    personId,
    at,
    text,
    at,
    toMessageId('post', xId),
  );
  run(
    db,
    `INSERT INTO messages (id, kind, x_id, version_x_id, role, reason, author_id, person_id, conversation_id, threaded,
       text, at, captured_at) VALUES (?, 'post', ?, ?, 'wanted', 'mention', ?, ?, ?, 1, ?, ?, ?)`,
    freeRowId(db, at),
    xId,
    xId,
    personId,
    personId,
    conversationId,
    text,
    at,
    at,
  );
  insertReply(db, scenario, { conversationId, personId, handle, xId, text: `old reply to ${handle}`, n, at });
}

interface OldReply {
  readonly conversationId: string;
  readonly personId: string;
  readonly handle: string;
  readonly xId: string;
  readonly text: string;
  readonly n: number;
  readonly at: number;
}

function insertReply(db: Db, scenario: Scenario, reply: OldReply): void {
  const state = reply.n % 2 === 0 ? 'queued' : 'held';
  run(
    db,
    `INSERT INTO outbox (id, conversation_id, person_id, channel, text, in_reply_to, agent, state, created_at, held_until,
       next_attempt_at) VALUES (?, ?, ?, 'public', ?, ?, 'Mia', ?, ?, ?, ?)`,
    `old-${reply.n}`,
    reply.conversationId,
    reply.personId,
    reply.text,
    reply.xId,
    state,
    reply.at + 1_000,
    state === 'held' ? scenario.clock.now() + 2_000 : null,
    state === 'held' ? null : reply.at + 1_000,
  );
  scenario.requested.set(reply.text, { channel: 'public', handle: reply.handle });
  scenario.confirmed.add(reply.text);
}
