import { insertCannedUses } from '#engine/store/cannedUses.ts';
import type { Db } from '#engine/store/open.ts';
import { freeRowId } from '#engine/store/rowIds.ts';
import { inTransaction, run } from '#engine/store/sql.ts';
import { changeTags, insertTag } from '#engine/store/tags.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { seededRandom } from './corpus.ts';

export const START = Date.UTC(2021, 10, 28);
export const END = START + 5 * 365 * DAY_MS;

const AGENTS = 12;
const TAGS = 30;
const CANNED = 50;
/** Two questions and two replies in each conversation. */
export const MESSAGES = 4;
const BATCH = 2_000;
const TARGET_MINUTES = 240;
/** One conversation in so many stays open. */
const OPEN_EVERY = 50;
const toId = (kind: string, n: number) => `${kind}${String(n).padStart(35, '0')}`;

type Below = (limit: number) => number;

/**
 * Fills an empty store with `total` messages of five years: two questions of a person and two replies of an agent make a conversation,
 * nearly all of which are resolved; with tags, languages, both channels, canned responses and what became of targets.
 */
export function fillWork(db: Db, total: number): void {
  const random = seededRandom(37);
  const below: Below = (limit) => Math.floor(random() * limit);
  const conversations = Math.floor(total / MESSAGES);
  inTransaction(db, () => insertNames(db));
  for (let from = 0; from < conversations; from += BATCH) {
    inTransaction(db, () => {
      for (let n = from; n < Math.min(conversations, from + BATCH); n += 1)
        insertConversation(db, n, Math.floor(START + (n * (END - START - DAY_MS)) / conversations), below);
    });
  }
}

function insertNames(db: Db): void {
  for (let n = 0; n < AGENTS; n += 1)
    run(db, 'INSERT INTO agents (id, name) VALUES (?, ?)', toId('a', n), `Agent ${n}`);
  for (let n = 0; n < TAGS; n += 1)
    insertTag(db, { id: toId('t', n), name: `Tag ${n}`, colour: 'grey' }, START);
  const canned = `INSERT INTO canned_responses (id, title, folder, texts, agent, created_at, updated_at) VALUES (?, ?, '', '[]', '', 1, 1)`;
  for (let n = 0; n < CANNED; n += 1) run(db, canned, toId('r', n), `Canned response ${n}`);
}

function insertConversation(db: Db, n: number, openedAt: number, below: Below): void {
  const [id, person] = [toId('c', n), String(n)];
  const isOpen = n % OPEN_EVERY === 0;
  const isDm = below(3) === 0;
  const firstAt = openedAt + (1 + below(25) * below(25)) * MINUTE_MS;
  const secondAt = firstAt + 20 * MINUTE_MS + (1 + below(15) * below(15)) * MINUTE_MS;
  const resolvedAt = isOpen ? null : secondAt + below(60) * MINUTE_MS;
  run(
    db,
    'INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES (?, ?, ?, 1, 1)',
    person,
    `person${n}`,
    `Person ${n}`,
  );
  const view = isOpen ? 'open' : 'resolved';
  run(
    db,
    `INSERT INTO conversations (id, person_id, reason, opened_at, resolved_at, status, view, in_queue, last_kind, last_direction, last_text,
      last_at, last_message_id, lang) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 'dm', 'out', '', ?, '', ?)`,
    ...[id, person, isDm ? 'dm' : 'mention', openedAt, resolvedAt, view, view, secondAt],
    ['en', 'nl', 'fr'][below(3)] ?? 'en',
  );
  const agent = toId('a', below(AGENTS));
  const times = [openedAt, firstAt, firstAt + 10 * MINUTE_MS, secondAt];
  for (const [k, at] of times.entries())
    insertMessage(db, { n, k, at, conversationId: id, person, kind: isDm ? 'dm' : 'post', agent, below });
  if (resolvedAt !== null) {
    const text = `INSERT INTO activities (id, at, agent, kind, conversation_id, facts) VALUES (?, ?, ?, 'statusSet', ?, '{"status":"resolved"}')`;
    run(db, text, toId('s', n), resolvedAt, agent, id);
  }
  insertTarget(db, { id, since: openedAt, repliedAt: firstAt, agent });
  const added = Array.from({ length: below(3) }, () => toId('t', below(TAGS)));
  changeTags(db, id, { added, removed: [] });
}

interface Message {
  readonly n: number;
  /** Its number in the conversation; every other is a reply. */
  readonly k: number;
  readonly at: number;
  readonly conversationId: string;
  readonly person: string;
  readonly kind: 'dm' | 'post';
  readonly agent: string;
  readonly below: Below;
}

function insertMessage(db: Db, { n, k, at, conversationId, person, kind, agent, below }: Message): void {
  const isReply = k % 2 === 1;
  const xId = String(n * MESSAGES + k + 1);
  run(
    db,
    `INSERT INTO messages (id, kind, x_id, version_x_id, role, author_id, person_id, conversation_id, threaded, text, at, captured_at)
      VALUES (:id, :kind, :xId, :xId, :role, :person, :person, :conversationId, 1, 'A message.', :at, :at)`,
    {
      id: BigInt(freeRowId(db, at)),
      kind,
      xId,
      role: isReply ? 'own' : 'wanted',
      person,
      conversationId,
      at,
    },
  );
  if (!isReply) return;
  const channel = kind === 'dm' ? 'dm' : 'public';
  const id = toId(`o${k}`, n);
  run(
    db,
    `INSERT INTO outbox (id, conversation_id, person_id, channel, text, agent, state, created_at, ready_at, x_id)
      VALUES (?, ?, ?, ?, 'A reply.', ?, 'sent', ?, ?, ?)`,
    ...[id, conversationId, person, channel, agent, at, at, xId],
  );
  if (below(2) === 0)
    insertCannedUses(db, { id, conversationId }, [{ cannedId: toId('r', below(CANNED)), edited: false }]);
}

function insertTarget(
  db: Db,
  { id, since, repliedAt, agent }: { id: string; since: number; repliedAt: number; agent: string },
): void {
  const dueAt = since + TARGET_MINUTES * MINUTE_MS;
  const isMet = repliedAt <= dueAt;
  const decidedAt = isMet ? repliedAt : dueAt;
  run(
    db,
    `INSERT INTO target_results (conversation_id, reply, since, target_minutes, due_at, outcome, decided_at, recorded_at, replied_at, elapsed_ms, agent)
      VALUES (?, 'first', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, since, TARGET_MINUTES, dueAt, isMet ? 'met' : 'missed', decidedAt, decidedAt],
    ...[repliedAt, repliedAt - since, agent],
  );
}
