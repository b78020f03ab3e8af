import { describe, expect, test } from 'vitest';
import { migrations } from '#engine/store/migrations/index.ts';
import { type Db, openStore } from '#engine/store/open.ts';
import { getOutboxRow, isLinked } from '#engine/store/outbox.ts';
import { listLiveOutboxRows, listOutboxRows } from '#engine/store/outboxLists.ts';
import { type OutboxRow, toOutboxEntry } from '#engine/store/outboxRow.ts';
import { run } from '#engine/store/sql.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

/** Columns of the outbox in version 5; what is absent is null or 0. */
interface OldRow {
  readonly state: string;
  readonly held_until?: number;
  readonly next_attempt_at?: number;
  readonly attempts?: number;
  readonly attempted_at?: number;
  readonly looks?: number;
  readonly was_unknown?: number;
  readonly x_id?: string;
  readonly error?: object;
  readonly dismissed?: number;
}

const CREATED = 1_000;
const tried = { attempts: 1, attempted_at: 2_000 };
const unknown = { ...tried, was_unknown: 1 };
const offline = { code: 'offline' };
const duplicate = { code: 'duplicatePost' };
const notSent = { code: 'notSent' };
const lookAgain = (reason: string) => ({ code: 'lookAgain', reason });
const outcomeUnknown = (looks: number) => ({ code: 'outcomeUnknown', looks });
const queued = { kind: 'queued', confirmedMissing: false };
const waiting = { error: null, nextAttemptAt: null, dismissed: false };

/** A row in every state that version 5 knew, and the row that it becomes. */
const cases: readonly [string, OldRow, Partial<Record<keyof OutboxRow, unknown>>][] = [
  [
    'a held reply',
    { state: 'held', held_until: 9_000 },
    { ...waiting, status: { kind: 'held', until: 9_000 }, readyAt: 9_000 },
  ],
  ...(['newMessage', 'answeredElsewhere', 'longWait'] as const).map((reason): (typeof cases)[number] => [
    `one stopped by ${reason}`,
    { state: 'held', error: lookAgain(reason) },
    { ...waiting, status: { kind: 'stopped', reason, confirmedMissing: false }, readyAt: CREATED },
  ]),
  [
    'one stopped after an agent had looked',
    { state: 'held', error: lookAgain('newMessage'), looks: 3, ...unknown },
    {
      ...waiting,
      status: { kind: 'stopped', reason: 'newMessage', confirmedMissing: true },
      wasUnknown: true,
    },
  ],
  [
    'one held without an end or a reason',
    { state: 'held' },
    { ...waiting, status: { kind: 'stopped', reason: 'longWait', confirmedMissing: false } },
  ],
  [
    'a queued reply',
    { state: 'queued', next_attempt_at: CREATED },
    { status: queued, nextAttemptAt: CREATED, readyAt: CREATED, error: null },
  ],
  [
    'one queued after its undo time',
    { state: 'queued', held_until: 5_000, next_attempt_at: 5_000 },
    { status: queued, nextAttemptAt: 5_000, readyAt: 5_000 },
  ],
  [
    'one that waits for the network',
    { state: 'queued', next_attempt_at: 7_000, error: offline, ...tried },
    { status: queued, nextAttemptAt: 7_000, error: offline, sendAttempts: 1, attemptedAt: 2_000 },
  ],
  [
    'one sent again by an agent who had looked',
    { state: 'queued', next_attempt_at: 7_000, looks: 3, ...unknown },
    { status: { kind: 'queued', confirmedMissing: true }, wasUnknown: true },
  ],
  [
    'one on the wire',
    { state: 'sending', ...tried },
    { ...waiting, status: { kind: 'sending', confirmedMissing: false }, sendAttempts: 1 },
  ],
  [
    'one on the wire after an agent had looked',
    { state: 'sending', looks: 3, ...unknown, error: offline },
    { status: { kind: 'sending', confirmedMissing: true }, wasUnknown: true, error: offline },
  ],
  [
    'one that X has',
    { state: 'sent', x_id: '77', ...tried },
    { ...waiting, status: { kind: 'sent' }, xId: '77' },
  ],
  [
    'one that an agent saw on X',
    { state: 'sent', looks: 1, ...unknown },
    { ...waiting, status: { kind: 'sent' }, xId: null },
  ],
  [
    'a refused reply',
    { state: 'refused', error: duplicate, ...tried },
    { status: { kind: 'refused', confirmedMissing: false }, error: duplicate },
  ],
  [
    'one that an agent did not find on X',
    { state: 'refused', error: notSent, looks: 3, ...unknown },
    { status: { kind: 'refused', confirmedMissing: true }, error: notSent },
  ],
  ...[0, 1, 2].map((looks): (typeof cases)[number] => [
    `an unknown reply after ${looks} looks`,
    { state: 'unknown', looks, next_attempt_at: 8_000, error: outcomeUnknown(looks), ...unknown },
    { status: { kind: 'unknown', reconcileAttempts: looks }, nextAttemptAt: 8_000, error: null },
  ]),
  [
    'one that is left to an agent',
    { state: 'unknown', looks: 3, error: outcomeUnknown(3), ...unknown },
    { ...waiting, status: { kind: 'unknown', reconcileAttempts: 3 } },
  ],
  [
    'a dismissed reply',
    { state: 'refused', error: duplicate, dismissed: 1, ...tried },
    { status: { kind: 'refused', confirmedMissing: false }, dismissed: true, error: duplicate },
  ],
];

function beginVersion5(dir: string): Db {
  const opened = openStore(dir, { migrations: migrations.filter(({ version }) => version <= 5) });
  if (!opened.ok) throw new Error('The old store did not open');
  const db = opened.value;
  db.exec(`
    INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES ('1', 'anna', 'Anna', 1, 1);
    INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, last_kind, last_direction,
      last_text, last_at, last_message_id) VALUES ('c1', '1', 'mention', 1, 'open', 'open', 1, 'post', 'in', '', 1, '');`);
  return db;
}

function insertOld(db: Db, id: string, { error, ...row }: OldRow): void {
  const columns = {
    id,
    conversation_id: 'c1',
    person_id: '1',
    channel: 'public',
    text: `reply ${id}`,
    in_reply_to: '5',
    agent: 'Mia',
    created_at: CREATED,
    seen_through: 42,
    error: error === undefined ? null : JSON.stringify(error),
    ...row,
  };
  const names = Object.keys(columns);
  const text = `INSERT INTO outbox (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  run(db, text, ...Object.values(columns));
}

/** A store of today that was one of version 5 with these rows, named by their place. */
function migrated(rows: readonly OldRow[]): Db {
  const dir = testFolder();
  const old = beginVersion5(dir);
  for (const [n, row] of rows.entries()) insertOld(old, `o${n}`, row);
  old.close();
  return openTestDb(dir);
}

describe('the outbox of version 5', () => {
  test.each(cases)('is read as a status: %s', (_, old, expected) => {
    const row = getOutboxRow(migrated([old]), 'o0');
    expect(row).toMatchObject({
      id: 'o0',
      conversationId: 'c1',
      personId: '1',
      channel: 'public',
      text: 'reply o0',
      inReplyTo: '5',
      agentName: 'Mia',
      createdAt: CREATED,
      seenThrough: 42,
      ...expected,
    });
  });

  test.each(cases.filter(([, old]) => !old.dismissed))(
    'shows scripts what it showed before: %s',
    (_, old) => {
      const [row] = listOutboxRows(migrated([old]), 'c1', 1);
      const { state, heldUntil, error } = row ? toOutboxEntry(row) : {};
      expect({ state, heldUntil }).toEqual({ state: old.state, heldUntil: heldUntilOf(old) });
      if (old.error) expect(error).toEqual(old.error);
    },
  );

  test('keeps every row, their order and their indexes', () => {
    const db = migrated(cases.map(([, old]) => old));
    const ids = cases.map((_, n) => `o${n}`);
    expect(db.prepare('SELECT id FROM outbox ORDER BY created_at, id').pluck().all()).toEqual(ids.toSorted());
    expect(isLinked(db, 'public', '77')).toBe(true);
    const indexes = db.prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'outbox' AND sql <> ''`,
    );
    expect(indexes.pluck().all().toSorted()).toEqual([
      'outbox_conversation',
      'outbox_sent',
      'outbox_state',
      'outbox_thread',
    ]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('leaves to do what it left to do', () => {
    const db = migrated(cases.map(([, old]) => old));
    const live = cases.flatMap(([, old], n) => (isLive(old) ? [`o${n}`] : []));
    expect(
      listLiveOutboxRows(db)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(live.toSorted());
  });
});

const heldUntilOf = ({ state, held_until }: OldRow) => (state === 'held' ? (held_until ?? null) : null);

function isLive({ state, held_until, next_attempt_at }: OldRow): boolean {
  if (state === 'held') return held_until !== undefined;
  return state === 'queued' || state === 'sending' || (state === 'unknown' && next_attempt_at !== undefined);
}

describe('the table of the outbox', () => {
  const impossible: readonly [string, string][] = [
    ['a state that does not exist', `state = 'lost'`],
    ['one held with a reason', `state = 'held', stop_reason = 'newMessage'`],
    ['one stopped without a reason', `state = 'stopped'`],
    ['one stopped for no known reason', `state = 'stopped', stop_reason = 'rain'`],
    ['one unknown without a count', `state = 'unknown', was_unknown = 1`],
    ['one unknown that surely never arrived', `state = 'unknown', reconcile_attempts = 0, was_unknown = 0`],
    ['one queued with a count', `state = 'queued', reconcile_attempts = 1`],
    ['one held that an agent found missing', `state = 'held', confirmed_missing = 1`],
    ['one sent with an error', `state = 'sent', error = '{"code":"offline"}'`],
    ['one on the wire that is due', `state = 'sending', next_attempt_at = 1`],
    ['one queued under an id of X', `state = 'queued', x_id = '7'`],
    ['one dismissed while it waits', `state = 'queued', dismissed = 1`],
    ['one that is never ready', `ready_at = NULL`],
  ];

  test.each(impossible)('stores nothing impossible: %s', (_, assignments) => {
    const db = migrated([{ state: 'queued' }]);
    expect(() => db.exec(`UPDATE outbox SET ${assignments}`)).toThrow(/constraint failed/);
  });
});
