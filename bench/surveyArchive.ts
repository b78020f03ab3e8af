import { countCannedUses, insertCannedUses } from '#engine/store/cannedUses.ts';
import type { Db } from '#engine/store/open.ts';
import { inTransaction, run } from '#engine/store/sql.ts';
import { setAnswer } from '#engine/store/surveyResponses.ts';
import { changeTags, insertTag } from '#engine/store/tags.ts';
import { scoreRange } from '#shared/domain/survey.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { seededRandom } from './corpus.ts';
import { storeSurvey } from './storeSurvey.ts';

export const START = Date.UTC(2024, 10, 28);
export const END = START + 2 * 365 * DAY_MS;

const AGENTS = 12;
const TAGS = 30;
const CANNED = 200;
export const MESSAGES = 10;
const BATCH = 5_000;
const TEXT = 'A message that is about as long as what people write to a company, not counting handles.';

/** An id of the length that ids have in Perch. */
const toId = (kind: string, n: number) => `${kind}${String(n).padStart(35, '0')}`;

/**
 * Fills an empty store with `total` surveys of two years, half of them NPS, each in a conversation with ten messages. Two in five have
 * a score, one score in twenty was corrected. Conversations have no to two tags and, before the survey, canned responses, some
 * of them often and most of them rarely.
 */
export function fillSurveys(db: Db, total: number): void {
  const random = seededRandom(31);
  inTransaction(db, () => insertNames(db));
  for (let from = 0; from < total; from += BATCH) {
    inTransaction(db, () => {
      for (let n = from; n < Math.min(total, from + BATCH); n += 1)
        insertMatter(db, n, START + (n * (END - START)) / total, random);
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

function insertMatter(db: Db, n: number, askedAt: number, random: () => number): void {
  const below = (limit: number) => Math.floor(random() * limit);
  const conversationId = toId('c', n);
  const openedAt = Math.floor(askedAt - 2 * DAY_MS);
  const firstReplyAt = openedAt + below(40) * below(40) * MINUTE_MS;
  const reason = below(3) === 0 ? 'dm' : 'mention';
  insertConversation(db, { n, conversationId, reason, openedAt, firstReplyAt });
  const added = Array.from({ length: below(3) }, () => toId('t', below(TAGS)));
  changeTags(db, conversationId, { added, removed: [] });
  for (let use = below(3); use > 0; use -= 1) {
    const outbox = { id: toId(`o${use}`, n), conversationId };
    insertReply(db, outbox, n, firstReplyAt);
    insertCannedUses(db, outbox, [
      { cannedId: toId('r', Math.floor(CANNED ** random()) - 1), edited: false },
    ]);
    countCannedUses(db, outbox.id, firstReplyAt);
  }
  insertAsked(db, n, conversationId, Math.floor(askedAt), below);
}

interface Matter {
  readonly n: number;
  readonly conversationId: string;
  readonly reason: string;
  readonly openedAt: number;
  readonly firstReplyAt: number;
}

function insertConversation(db: Db, { n, conversationId, reason, openedAt, firstReplyAt }: Matter): void {
  const person = String(n);
  run(
    db,
    'INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES (?, ?, ?, 1, 1)',
    person,
    `person${n}`,
    `Person ${n}`,
  );
  const conversation = `INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, last_kind, last_direction, last_text,
    last_at, last_message_id) VALUES (?, ?, ?, ?, 'resolved', 'resolved', 0, 'dm', 'in', '', ?, '')`;
  run(db, conversation, conversationId, person, reason, openedAt, openedAt);
  const message = `INSERT INTO messages (id, kind, x_id, version_x_id, role, author_id, person_id, conversation_id, threaded, text, at, captured_at)
    VALUES (:id, 'dm', :id, :id, :role, :person, :person, :conversationId, 1, :text, :at, :at)`;
  for (let k = 0; k < MESSAGES; k += 1) {
    const at = k === 0 ? openedAt : firstReplyAt + k * MINUTE_MS;
    const role = k % 2 === 0 ? 'wanted' : 'own';
    run(db, message, { id: n * MESSAGES + k + 1, role, person, conversationId, text: TEXT, at });
  }
}

function insertReply(db: Db, reply: { id: string; conversationId: string }, n: number, at: number): void {
  const text = `INSERT INTO outbox (id, conversation_id, person_id, channel, text, agent, state, created_at, ready_at)
    VALUES (?, ?, ?, 'dm', ?, ?, 'sent', ?, ?)`;
  run(db, text, reply.id, reply.conversationId, String(n), TEXT, toId('a', 1), at, at);
}

function insertAsked(
  db: Db,
  n: number,
  conversationId: string,
  sentAt: number,
  below: (limit: number) => number,
): void {
  const scale = n % 2 === 0 ? 'csat' : 'nps';
  const { min, max } = scoreRange[scale];
  const id = toId('s', n);
  const handledBy = below(20) === 0 ? null : toId('a', below(AGENTS));
  const isAnswered = below(5) < 2;
  const [first, second] = [min + below(max - min + 1), min + below(max - min + 1)];
  const response = { score: first, comment: TEXT, answeredAt: sentAt + HOUR_MS };
  const personId = String(n);
  storeSurvey(db, {
    id,
    conversationId,
    personId,
    scale,
    sentAt,
    handledBy,
    response: isAnswered ? response : null,
  });
  if (!isAnswered || below(20) > 0) return;
  const correction = { at: sentAt + 2 * HOUR_MS, agent: toId('a', 1), from: first, to: second };
  const corrected = { ...response, state: 'answered' as const, confidence: 1, score: second };
  setAnswer(db, id, corrected, correction);
}
