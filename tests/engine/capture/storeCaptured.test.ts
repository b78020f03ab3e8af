import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storeCaptured } from '#engine/capture/storeCaptured.ts';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import { threadMessages } from '#engine/conversations/threading.ts';
import { indexWaiting } from '#engine/store/searchIndex.ts';
import { all } from '#engine/store/sql.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage, someUser, testAccount } from '../../support/builders.ts';
import { snowflake } from '../../support/snowflake.ts';
import { testEngine } from '../../support/testEngine.ts';
import { startPoller } from './support.ts';

/** The content of a store after these pages, without row numbers and the order of arrival. */
async function storeAll(pages: readonly (readonly CapturedMessage[])[]) {
  const { ctx } = testEngine();
  const users = ['1', '2', '3', testAccount.id].map((id) => someUser(id));
  for (const page of pages) {
    const messages = page.filter((message) => message.role !== 'context');
    const referenced = page.filter((message) => message.role === 'context');
    await storeCaptured(ctx, { source: 'mentions', messages, referenced, users, unreadable: [] });
  }
  threadMessages(ctx);
  indexWaiting(ctx.db);
  ctx.db.exec(`INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)`);
  const state = {
    messages: all(
      ctx.db,
      `SELECT kind, x_id, version_x_id, role, person_id, conversation_id, text FROM messages ORDER BY kind, x_id`,
    ),
    conversations: all(
      ctx.db,
      'SELECT id, status, waiting_since, unread, last_message_id FROM conversations ORDER BY id',
    ),
    indexed: all(ctx.db, 'SELECT count(*) AS n FROM messages_fts'),
  };
  ctx.db.close();
  return state;
}

const message = fc.record({
  person: fc.constantFrom('1', '2', '3'),
  second: fc.nat(50),
  kind: fc.constantFrom('post', 'dm'),
  own: fc.boolean(),
  asContext: fc.boolean(),
  edits: fc.nat(2),
});

const world = fc.array(message, { minLength: 1, maxLength: 25 }).map((drafts) =>
  drafts.flatMap(({ person, second, kind, own, asContext, edits }, n) => {
    const at = MORNING + second * 1_000;
    const xId = snowflake(at + n);
    const role = own ? 'own' : 'wanted';
    const first = someMessage({
      at,
      xId,
      kind,
      role,
      personId: person,
      reason: own ? null : 'mention',
      text: `t${n}`,
    });
    const context = { ...first, role: 'context', reason: null } as const;
    const later = Array.from({ length: kind === 'post' ? edits : 0 }, (_, edit) => ({
      ...first,
      versionXId: snowflake(at + n + MINUTE_MS * (edit + 1)),
      text: `t${n} edit ${edit}`,
    }));
    return [first, ...later, ...(asContext && !own ? [context] : [])];
  }),
);

test('applying pages shuffled, split differently and twice gives the same store', async () => {
  const delivery = world.chain((messages) =>
    fc.tuple(
      fc.constant(messages),
      fc
        .shuffledSubarray([...messages, ...messages], { minLength: 0 })
        .map((extra) => [...messages, ...extra]),
      fc.integer({ min: 1, max: 7 }),
      fc.shuffledSubarray(
        messages.map((_, n) => n),
        { minLength: messages.length },
      ),
    ),
  );
  await fc.assert(
    fc.asyncProperty(delivery, async ([messages, repeated, size, order]) => {
      const shuffled = [...order.flatMap((n) => messages[n] ?? []), ...repeated];
      const pages = Array.from({ length: Math.ceil(shuffled.length / size) }, (_, n) =>
        shuffled.slice(n * size, (n + 1) * size),
      );
      expect(await storeAll(pages)).toEqual(await storeAll([messages]));
    }),
    { numRuns: Number(process.env.PERCH_RUNS ?? 40) },
  );
});

test('an item that fails validation is kept once per source, with the reason', async () => {
  const { x, poller, db } = startPoller();
  x.unreadable.push({ item: '{"id":5}', reason: 'id: expected string' });
  await poller.pollNow();
  await poller.pollNow();
  expect(all(db, 'SELECT source, item FROM quarantine ORDER BY source')).toEqual([
    { source: 'dms', item: '{"id":5}' },
    { source: 'mentions', item: '{"id":5}' },
    { source: 'ownPosts', item: '{"id":5}' },
  ]);
});
