import { replaceExchanges } from '#engine/store/exchanges.ts';
import { indexNote } from '#engine/store/noteIndex.ts';
import type { Db } from '#engine/store/open.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { indexMessages, indexWaiting } from '#engine/store/searchIndex.ts';
import { run, type Value } from '#engine/store/sql.ts';
import { MORNING, testAccount } from '../../support/builders.ts';

/** Somebody about whom every table has a row. Each value that is theirs has `mark` in it, or is `id` or one of `xIds`. */
export interface Somebody {
  readonly id: string;
  readonly mark: string;
  /** Tells their rows from those of others; below a thousand. */
  readonly n: number;
}

const insert = (db: Db, table: string, row: Readonly<Record<string, Value>>) => {
  const names = Object.keys(row);
  run(
    db,
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    row,
  );
};

/** Lets a message of somebody wait to be indexed; call it when nothing more is stored. */
export const letReplyWait = (db: Db, { n }: Somebody): void => indexMessages(db, [5_000_000 + n * 10 + 1]);

/** Stores a row about somebody in each table that says something about people, in the search indexes too. Returns their conversation. */
export function storeEverythingAbout(db: Db, { id, mark, n }: Somebody): string {
  const conversation_id = `c-${mark}`;
  const message_id = 5_000_000 + n * 10;
  const own_id = message_id + 1;
  const at = MORNING + n;
  const outbox_id = `o-${mark}`;
  const survey_id = `s-${mark}`;
  insert(db, 'people', {
    x_id: id,
    handle: `h_${mark}`,
    name: `Name ${mark}`,
    description: `d ${mark}`,
    first_seen_at: at,
    updated_at: at,
  });
  insert(db, 'conversations', {
    ...{
      id: conversation_id,
      person_id: id,
      reason: 'mention',
      opened_at: at,
      status: 'open',
      view: 'open',
      in_queue: 1,
    },
    ...{
      last_kind: 'post',
      last_direction: 'in',
      last_text: `t ${mark}`,
      last_at: at,
      last_message_id: `post-${mark}1`,
    },
  });
  ensurePeople(db, [testAccount.id], at);
  const message = { kind: 'post', person_id: id, conversation_id, threaded: 1, at, captured_at: at };
  insert(db, 'messages', {
    ...message,
    id: message_id,
    x_id: `${mark}1`,
    version_x_id: `${mark}1`,
    role: 'wanted',
    reason: 'mention',
    author_id: id,
    text: `hello ${mark}text of wanted`,
  });
  insert(db, 'messages', {
    ...message,
    id: own_id,
    x_id: `${mark}2`,
    version_x_id: `${mark}2`,
    role: 'own',
    author_id: testAccount.id,
    text: `hello ${mark}reply of own`,
  });
  indexMessages(db, [message_id]);
  indexWaiting(db);
  insert(db, 'contexts', { person_id: id, message_id: own_id, for_message_id: message_id });
  insert(db, 'earlier_texts', { message_id, version_x_id: `${mark}0`, text: `e ${mark}`, at });
  insert(db, 'post_versions', { x_id: `${mark}0`, message_id });
  insert(db, 'post_mentions', { message_id, position: 0, user_id: id, handle: `h_${mark}` });
  insert(db, 'dm_media', { message_id, url: `https://ton/${mark}`, media_key: '3_1', state: 'stored' });
  insert(db, 'imported_messages', { message_id, agent: `agent ${mark}` });
  insert(db, 'waiting_imports', { message_id });
  insert(db, 'group_messages', { message_id, group_id: `${mark}8`, author_id: id });
  insert(db, 'group_names', { group_id: `${mark}8`, name: `group ${mark}`, author_id: id, named_at: at });
  insert(db, 'quote_counts', { message_id, counted: 1, counted_at: at, fetched: 0 });
  insert(db, 'parents', { x_id: `${mark}9`, person_id: id, for_message_id: message_id, depth: 1 });
  run(
    db,
    `INSERT OR IGNORE INTO saved_searches (id, name, terms, takes_all, created_at) VALUES ('q', 'q', '[]', 0, 1)`,
  );
  insert(db, 'hits', { search_id: 'q', message_id });
  insert(db, 'unread_hits', { message_id });
  insert(db, 'hidden_hits', { message_id });
  insert(db, 'blocked_authors', { person_id: id, since: at });
  insert(db, 'moderation', { what: 'muted', x_id: id, since: at });
  insert(db, 'moderation', { what: 'hidden', x_id: `${mark}1`, since: at });
  insert(db, 'quarantine', {
    id: `q-${mark}`,
    source: 'mentions',
    at,
    item: `{"author_id":"${id}","x":"${mark}"}`,
    reason: 'r',
  });
  run(
    db,
    `INSERT OR IGNORE INTO tags (id, name, folded_name, colour, created_at) VALUES ('t', 'VIP', 'vip', 'red', 1)`,
  );
  insert(db, 'surveys', {
    id: survey_id,
    conversation_id,
    person_id: id,
    scale: 'csat',
    language: 'en',
    variant: 1,
    state: 'answered',
    created_at: at,
    sent_at: at,
    score: 4,
    comment: `c ${mark}`,
  });
  insert(db, 'conversation_tags', { conversation_id, tag_id: 't' });
  insert(db, 'notes', {
    row_id: n,
    id: `n-${mark}`,
    conversation_id,
    agent: 'Sam',
    text: `note ${mark}noted`,
    created_at: at,
  });
  indexNote(db, `n-${mark}`);
  insert(db, 'note_mentions', { note_id: `n-${mark}`, agent: 'Sam', conversation_id });
  insert(db, 'note_drafts', { conversation_id, text: `nd ${mark}`, updated_at: at });
  insert(db, 'reply_files', {
    id: `f-${mark}`,
    name: `${mark}.png`,
    type: 'image/png',
    width: 1,
    height: 1,
    added_at: at,
    content: Buffer.from(mark),
  });
  const attachments = JSON.stringify([{ id: `f-${mark}`, altText: mark }]);
  insert(db, 'drafts', {
    conversation_id,
    channel: 'public',
    text: `dr ${mark}`,
    updated_at: at,
    attachments,
  });
  insert(db, 'outbox', {
    id: outbox_id,
    conversation_id,
    person_id: id,
    channel: 'public',
    text: `out ${mark}`,
    agent: 'Sam',
    state: 'held',
    created_at: at,
    ready_at: at,
  });
  insert(db, 'approvals', {
    id: `a-${mark}`,
    conversation_id,
    person_id: id,
    agent: 'Sam',
    reply: JSON.stringify({ text: mark }),
    state: 'waiting',
    asked_at: at,
    seen_through: 0,
    seen_until: 0,
  });
  insert(db, 'canned_uses', { outbox_id, canned_id: 'canned', conversation_id, edited: 0, sent_at: at });
  insert(db, 'reply_uses', { reply_id: outbox_id, conversation_id, message_id: own_id });
  insert(db, 'draft_uses', { conversation_id, channel: 'public', message_id: own_id });
  insert(db, 'handovers', { outbox_id, conversation_id, person_id: id, with_link: 0, language: 'en' });
  const exchange = { id: own_id, kind: 'post' as const, lang: 'en', address: `https://${mark}.example` };
  const fingerprint = { signature: Buffer.alloc(128, n), bands: [n] };
  replaceExchanges(db, conversation_id, [
    { ...exchange, words: `w ${mark}`, terms: `${mark}term`, fingerprint },
  ]);
  run(db, 'INSERT OR IGNORE INTO exchange_queue VALUES (?)', conversation_id);
  insert(db, 'rules', {
    ...{ id: `r-${n}`, position: n, name: 'VIP', mode: 'on' },
    definition: JSON.stringify(toRuleAbout(`h_${mark}`)),
  });
  insert(db, 'rule_events', { conversation_id, message_id, at, event: '{}' });
  insert(db, 'rule_runs', {
    ...{ id: `run-${mark}`, rule_id: `r-${n}`, conversation_id, message_id, at, is_logged: 0, steps: '{}' },
  });
  insert(db, 'rule_waits', { rule_id: `r-${n}`, conversation_id, since: at });
  insert(db, 'survey_messages', { survey_id, purpose: 'question', outbox_id });
  insert(db, 'survey_responses', { message_id, survey_id });
  insert(db, 'survey_opt_outs', { person_id: id, at, survey_id });
  insert(db, 'incident_replies', { outbox_id, incident_id: `i-${n}`, conversation_id });
  insert(db, 'vips', { person_id: id, since: at });
  insert(db, 'target_results', {
    conversation_id,
    reply: 'first',
    since: at,
    target_minutes: 60,
    due_at: at,
  });
  insert(db, 'activities', {
    id: `act-${mark}`,
    at,
    kind: 'assigned',
    conversation_id,
    facts: JSON.stringify({ x: mark }),
  });
  insert(db, 'activities', {
    id: `actp-${mark}`,
    at,
    kind: 'personMuted',
    facts: JSON.stringify({ personId: id }),
  });
  insert(db, 'calls', {
    at,
    day: '2026-11-23',
    name: 'createReply',
    source: 'outbox',
    conversation_id,
    items: 1,
    micro_usd: 7,
  });
  insert(db, 'charged_today', { day: '2026-11-23', thing: `post:${mark}1` });
  insert(db, 'charged_today', { day: '2026-11-23', thing: `user:${id}` });
  insert(db, 'past_searches', { text: `from:h_${mark} parcel`, at, is_pinned: 1 });
  return conversation_id;
}

const toRuleAbout = (handle: string) => ({
  when: { kind: 'message' },
  conditions: [{ kind: 'person', handles: [handle, 'somebody_else'] }],
  steps: {
    addTags: ['t'],
    removeTags: [],
    assignee: null,
    status: null,
    snoozeMinutes: null,
    draft: null,
    notify: false,
  },
  stops: false,
});
