import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { createPoller, type Poller } from '../../../src-main/engine/capture/poller.ts';
import { fixedRhythm } from '../../../src-main/engine/capture/rhythm.ts';
import type { Db } from '../../../src-main/engine/store/open.ts';
import { all } from '../../../src-main/engine/store/sql.ts';
import type { Transport } from '../../../src-main/engine/x/transport.ts';
import { testAccount } from '../../support/builders.ts';
import { type FakeClock, fakeClock } from '../../support/fakeClock.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { snowflake } from '../../support/snowflake.ts';
import { testEngine } from '../../support/testEngine.ts';
import { xClientFor } from '../../support/xClientFor.ts';

const runs = Number(process.env.PERCH_FUZZ_RUNS ?? 300);
const seed = Number(process.env.PERCH_FUZZ_SEED ?? 20_261_123);
/** After so many pages a fresh store is taken, so that each page costs the same. */
const PAGES_A_STORE = 100;

type Json = Readonly<Record<string, unknown>>;

/** One change that makes an item worse: a field is missing, wrong, new, huge, or the item is something else altogether. */
type Spoil =
  | { readonly kind: 'drop'; readonly at: number }
  | { readonly kind: 'replace'; readonly at: number; readonly by: unknown }
  | { readonly kind: 'add'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'huge'; readonly at: number; readonly times: number }
  | { readonly kind: 'be'; readonly value: unknown };

const hostile = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    '9223372036854775807',
    '18446744073709551616',
    2 ** 63,
    -1,
    1e308,
    '',
    '\u0000',
    '\ud800',
    'NaN',
  ),
  fc.constantFrom('9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '__proto__', "'; DROP TABLE messages; --"),
);
const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant('replace' as const), at: fc.nat(20), by: hostile }),
  fc.record({ kind: fc.constant('add' as const), name: fc.string(), value: hostile }),
  fc.record({ kind: fc.constant('huge' as const), at: fc.nat(20), times: fc.nat(5_000) }),
  fc.record({ kind: fc.constant('be' as const), value: hostile }),
);
const item = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 300 }),
  author: fc.integer({ min: 1, max: 9 }),
  spoils: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Spoil[]>([]) },
    { weight: 3, arbitrary: fc.array(spoil, { maxLength: 3 }) },
  ),
  copies: fc.integer({ min: 1, max: 2 }),
});
const page = fc.record({
  items: fc.array(item, { maxLength: 8 }),
  isDms: fc.boolean(),
  rest: fc.dictionary(fc.constantFrom('includes', 'errors', 'meta', 'more', '__proto__'), hostile),
  users: fc.array(hostile, { maxLength: 3 }),
  lookup: hostile,
  lookupErrors: fc.array(hostile, { maxLength: 2 }),
});
type Page = typeof page extends fc.Arbitrary<infer T> ? T : never;

function applySpoil(value: unknown, how: Spoil): unknown {
  if (how.kind === 'be') return how.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const at = entries.length === 0 ? 0 : 'at' in how ? how.at % entries.length : 0;
  if (how.kind === 'add') return { ...value, [how.name]: how.value };
  if (how.kind === 'drop') return Object.fromEntries(entries.filter((_, n) => n !== at));
  const by = (old: unknown) => (how.kind === 'huge' ? String(old).slice(0, 100).repeat(how.times) : how.by);
  return Object.fromEntries(entries.map(([name, old], n) => [name, n === at ? by(old) : old]));
}

interface Sent {
  readonly body: unknown;
  /** The items that are as X describes them, and those that are not any more. */
  readonly good: readonly { readonly id: string; readonly text: string }[];
  readonly bad: readonly unknown[];
}

let sequence = 0;

function toPost(id: string, text: string, author: number, at: number): Json {
  return {
    id,
    author_id: String(author),
    text,
    created_at: new Date(at).toISOString(),
    conversation_id: id,
    lang: 'en',
    edit_history_tweet_ids: [id],
    referenced_tweets: [{ type: 'replied_to', id: '77' }],
  };
}

function toDm(id: string, text: string, author: number, at: number): Json {
  return {
    id,
    event_type: 'MessageCreate',
    sender_id: String(author),
    text,
    created_at: new Date(at).toISOString(),
    dm_conversation_id: `${author}-${testAccount.id}`,
  };
}

function toSent({ items, isDms, rest }: Page, now: number): Sent {
  const good: { id: string; text: string }[] = [];
  const bad: unknown[] = [];
  const data: unknown[] = [];
  for (const { text, author, spoils, copies } of items) {
    sequence += 1;
    const id = snowflake(now, sequence);
    const whole = (isDms ? toDm : toPost)(id, text, author, now);
    const spoilt = spoils.reduce<unknown>(applySpoil, whole);
    if (spoils.length === 0) good.push({ id, text });
    else bad.push(spoilt);
    for (let copy = 0; copy < copies; copy += 1) data.push(spoilt);
  }
  // As it comes from the wire: JSON there and back.
  return { body: JSON.parse(JSON.stringify({ ...rest, data })), good, bad };
}

interface World {
  readonly db: Db;
  readonly clock: FakeClock;
  readonly poller: Poller;
  next: Page | null;
  sent: Sent | null;
}

function startWorld(): World {
  const db = openTestDb();
  db.pragma('synchronous = OFF');
  const empty = ok({ body: { meta: { result_count: 0 } }, headers: {} });
  const transport: Transport = async (call) => {
    const { next } = world;
    if (!next) return empty;
    if (call.path === 'users') return ok({ body: { data: next.users }, headers: {} });
    if (call.path === 'tweets') {
      return ok({ body: { data: [next.lookup], errors: next.lookupErrors }, headers: {} });
    }
    if (call.path !== (next.isDms ? 'dm_events' : `users/${testAccount.id}/mentions`)) return empty;
    if (world.sent) return empty;
    world.sent = toSent(next, world.clock.now());
    return ok({ body: world.sent.body, headers: {} });
  };
  const clock = fakeClock();
  const { ctx } = testEngine(db, xClientFor('http://127.0.0.1:1', clock, { transport }));
  const account = async () => ok(testAccount);
  const poller = createPoller({ ...ctx, clock }, { rhythm: fixedRhythm(0), account });
  const world: World = { db, clock, poller, next: null, sent: null };
  return world;
}

function isKept(db: Db, item: unknown): boolean {
  const text = (JSON.stringify(item) ?? 'null').slice(0, 100_000);
  if (all(db, 'SELECT 1 FROM quarantine WHERE item = ? AND reason <> ?', text, '').length > 0) return true;
  if (typeof item !== 'object' || item === null) return false;
  const fields = new Map<string, unknown>(Object.entries(item));
  // Groups are no conversation with one person; nothing of them is kept.
  if (/^\d{1,25}$/.test(String(fields.get('dm_conversation_id')))) return true;
  if (all(db, 'SELECT 1 FROM messages WHERE x_id = ?', String(fields.get('id'))).length > 0) return true;
  const edits = fields.get('edit_history_tweet_ids');
  const first = Array.isArray(edits) ? String(edits[0]) : '';
  return all(db, 'SELECT 1 FROM messages WHERE x_id = ?', first).length > 0;
}

async function expectSorted(world: World, hostilePage: Page): Promise<void> {
  world.clock.jump(45 * 60_000);
  world.next = hostilePage;
  world.sent = null;
  const round = await world.poller.pollNow();
  expect(round).toMatchObject({ ok: true });
  const { good, bad } = world.sent ?? { good: [], bad: [] };
  for (const { id, text } of good) {
    expect(all(world.db, 'SELECT text FROM messages WHERE x_id = ?', id)).toEqual([{ text }]);
  }
  for (const spoilt of bad)
    expect(isKept(world.db, spoilt), JSON.stringify(spoilt)?.slice(0, 500)).toBe(true);
}

test(
  `${runs} hostile pages: what is good is kept, what is bad is put aside with its reason`,
  async () => {
    for (let done = 0; done < runs; done += PAGES_A_STORE) {
      const world = startWorld();
      await fc.assert(
        fc.asyncProperty(page, (hostilePage) => expectSorted(world, hostilePage)),
        { numRuns: Math.min(PAGES_A_STORE, runs - done), seed: seed + done },
      );
      await world.poller.stop();
      expect(world.db.pragma('quick_check', { simple: true })).toBe('ok');
      world.db.exec(`INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)`);
    }
  },
  20_000 + runs * 100,
);
