import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPoller, type Poller } from '#engine/capture/poller.ts';
import { fixedPolicy } from '#engine/capture/pollingPolicy.ts';
import type { Db } from '#engine/store/open.ts';
import { indexWaiting } from '#engine/store/searchIndex.ts';
import { all } from '#engine/store/sql.ts';
import type { HttpTransport } from '#engine/x/client/httpTransport.ts';
import { ok } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { testAccount } from '../../support/builders.ts';
import { type FakeClock, fakeClock } from '../../support/fakeClock.ts';
import { feeds } from '../../support/feeds.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';
import { xClientFor } from '../../support/xClientFor.ts';
import { type HostilePage, hostilePage, type Sent, toSent } from './hostilePages.ts';

const runs = Number(process.env.PERCH_FUZZ_RUNS ?? 300);
const seed = Number(process.env.PERCH_FUZZ_SEED ?? 20_261_123);
/** A fresh store is opened after this many pages, so that each page costs the same. */
const PAGES_A_STORE = 100;

interface World {
  readonly db: Db;
  readonly clock: FakeClock;
  readonly poller: Poller;
  next: HostilePage | null;
  sent: Sent | null;
}

function startWorld(): World {
  const db = openTestDb();
  db.pragma('synchronous = OFF');
  const empty = ok({ body: { meta: { result_count: 0 } }, headers: {} });
  const transport: HttpTransport = async (call) => {
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
  const poller = createPoller({ ...ctx, clock }, { policy: fixedPolicy(0), account, feeds });
  const world: World = { db, clock, poller, next: null, sent: null };
  return world;
}

function isKept(db: Db, item: unknown): boolean {
  const text = (JSON.stringify(item) ?? 'null').slice(0, 100_000);
  if (all(db, 'SELECT 1 FROM quarantine WHERE item = ? AND reason <> ?', text, '').length > 0) return true;
  if (typeof item !== 'object' || item === null) return false;
  const fields = new Map<string, unknown>(Object.entries(item));
  // Messages of groups are dropped on purpose.
  if (/^\d{1,25}$/.test(String(fields.get('dm_conversation_id')))) return true;
  if (all(db, 'SELECT 1 FROM messages WHERE x_id = ?', String(fields.get('id'))).length > 0) return true;
  const edits = fields.get('edit_history_tweet_ids');
  const first = Array.isArray(edits) ? String(edits[0]) : '';
  return all(db, 'SELECT 1 FROM messages WHERE x_id = ?', first).length > 0;
}

async function expectSorted(world: World, page: HostilePage): Promise<void> {
  world.clock.jump(45 * MINUTE_MS);
  world.next = page;
  world.sent = null;
  const result = await world.poller.pollNow();
  expect(result).toMatchObject({ ok: true });
  const { good, bad } = world.sent ?? { good: [], bad: [] };
  for (const { id, text } of good) {
    expect(all(world.db, 'SELECT text FROM messages WHERE x_id = ?', id)).toEqual([{ text }]);
  }
  for (const spoilt of bad)
    expect(isKept(world.db, spoilt), JSON.stringify(spoilt)?.slice(0, 500)).toBe(true);
}

test(
  `${runs} hostile pages: valid items are stored, invalid ones are quarantined with a reason`,
  async () => {
    for (let done = 0; done < runs; done += PAGES_A_STORE) {
      const world = startWorld();
      await fc.assert(
        fc.asyncProperty(hostilePage, (page) => expectSorted(world, page)),
        { numRuns: Math.min(PAGES_A_STORE, runs - done), seed: seed + done },
      );
      await world.poller.stop();
      expect(world.db.pragma('quick_check', { simple: true })).toBe('ok');
      indexWaiting(world.db);
      world.db.exec(`INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)`);
    }
  },
  20_000 + runs * 100,
);
