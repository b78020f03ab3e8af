import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storeCaptured } from '#engine/capture/storeCaptured.ts';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import { summarise } from '#engine/conversations/summarise.ts';
import { threadMessages } from '#engine/conversations/threading.ts';
import { setSnooze, setStatus } from '#engine/store/conversationChanges.ts';
import type { Db } from '#engine/store/open.ts';
import { indexWaiting } from '#engine/store/searchIndex.ts';
import { all, run } from '#engine/store/sql.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage, someUser, testAccount } from '../../support/builders.ts';
import { snowflake } from '../../support/snowflake.ts';
import { testEngine } from '../../support/testEngine.ts';

type Meanwhile = 'nothing' | 'resolved' | 'snoozed' | 'answered';

interface Page {
  readonly messages: readonly CapturedMessage[];
  /** What agents did after it. */
  readonly meanwhile: Meanwhile;
}

const change: Record<Meanwhile, (db: Db, id: string, now: number) => void> = {
  nothing: () => {},
  resolved: (db, id, now) => setStatus(db, id, 'resolved', { now, seenUntil: now }),
  snoozed: (db, id, now) => setSnooze(db, id, now + HOUR_MS),
  // As if an exchange had been derived from a reply that is newer than all that comes.
  answered: (db, id) =>
    run(
      db,
      `INSERT OR IGNORE INTO exchanges (id, conversation_id, kind, answer_id, words, terms)
       VALUES (9000000000000000 + (SELECT count(*) FROM exchanges), ?, 'post', 1, '', '')`,
      id,
    ),
};

/** All that follows from pages, stored and threaded at once or one after the other, and which conversations opened. */
async function storeAll(pages: readonly Page[], threads: boolean) {
  const { ctx, clock, events } = testEngine();
  const { db } = ctx;
  const users = ['1', '2', '3', testAccount.id].map((id) => someUser(id));
  const opened: string[][] = [];
  for (const { messages: all_, meanwhile } of pages) {
    clock.jump(MINUTE_MS);
    const messages = all_.filter(({ role }) => role !== 'context');
    const referenced = all_.filter(({ role }) => role === 'context');
    events.length = 0;
    await storeCaptured(ctx, { source: 'mentions', messages, referenced, users, unreadable: [], threads });
    const later = threadMessages(ctx);
    const emitted = events.flatMap((event) =>
      event.name === 'conversations.opened' || event.name === 'conversations.returned'
        ? event.params.ids
        : [],
    );
    opened.push([...emitted, ...later.opened, ...later.wrote].toSorted());
    const ids = all<{ id: string }>(db, 'SELECT id FROM conversations ORDER BY id').map(({ id }) => id);
    for (const id of ids) change[meanwhile](db, id, clock.now());
    summarise(ctx, ids);
  }
  indexWaiting(db);
  db.exec(`INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)`);
  const rows = (text: string) => all(db, text);
  const state = {
    opened,
    messages: rows('SELECT * FROM messages ORDER BY id'),
    conversations: rows('SELECT * FROM conversations ORDER BY id'),
    facets: rows('SELECT * FROM facets WHERE n > 0 ORDER BY view, in_queue, unread, last_kind, lang, agent'),
    activities: rows(
      'SELECT at, agent, kind, conversation_id, facts FROM activities ORDER BY conversation_id, at, kind, facts',
    ),
    queued: rows('SELECT * FROM exchange_queue ORDER BY conversation_id'),
  };
  db.close();
  return state;
}

const message = fc.record({
  person: fc.constantFrom('1', '2', '3'),
  second: fc.integer({ min: -9_000, max: 30_000 }),
  kind: fc.constantFrom('post', 'dm'),
  role: fc.constantFrom('wanted', 'wanted', 'wanted', 'own', 'context'),
  edited: fc.boolean(),
  hasPhoto: fc.boolean(),
  lang: fc.constantFrom('en', 'und', null),
});

const photo = { type: 'photo', url: 'https://x.example/1.jpg', altText: null, previewUrl: null } as const;

const pages = fc
  .array(
    fc.record({
      drafts: fc.array(message, { minLength: 1, maxLength: 8 }),
      meanwhile: fc.constantFrom('nothing', 'nothing', 'resolved', 'snoozed', 'answered'),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((drafts) => {
    let n = 0;
    return drafts.map(({ drafts: found, meanwhile }): Page => {
      const messages = found.flatMap(({ person, second, kind, role, edited, hasPhoto, lang }) => {
        n += 1;
        const at = MORNING + second * 1_000;
        const first = someMessage({
          at,
          xId: snowflake(at + n),
          kind,
          role,
          personId: person,
          reason: role === 'wanted' ? 'mention' : null,
          text: hasPhoto ? '' : `t${n}`,
          media: hasPhoto ? [photo as unknown as CapturedMessage['media'][number]] : [],
          lang,
        });
        const later = { ...first, versionXId: snowflake(at + n + MINUTE_MS), text: `t${n} edited` };
        return edited && kind === 'post' ? [first, later] : [first];
      });
      return { messages, meanwhile };
    });
  });

test('threading a page while it is stored has the result of threading it afterwards', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(pages, async (found) => {
      expect(await storeAll(found, true)).toEqual(await storeAll(found, false));
    }),
    { numRuns: Number(process.env.PERCH_RUNS ?? 10) },
  );
});

test('a new message is written with its conversation', async () => {
  const { ctx } = testEngine();
  ctx.db.exec(`CREATE TEMP TABLE updated (id);
    CREATE TEMP TRIGGER noted AFTER UPDATE ON main.messages BEGIN INSERT INTO updated VALUES (NEW.id); END`);
  const page = { source: 'mentions', referenced: [], users: [someUser('1')], unreadable: [] };
  const messages = [someMessage({ at: MORNING + 1 }), someMessage({ at: MORNING + 2 })];
  await storeCaptured(ctx, { ...page, messages, threads: true });
  expect(all(ctx.db, 'SELECT count(*) AS n, count(conversation_id) AS assigned FROM messages')).toEqual([
    { n: 2, assigned: 2 },
  ]);
  expect(all(ctx.db, 'SELECT * FROM updated')).toEqual([]);
});

test('a message that responds to a survey is its response', async () => {
  const { ctx, capture } = testEngine();
  await capture([someMessage({ at: MORNING + 1, kind: 'dm' })]);
  run(
    ctx.db,
    `INSERT INTO surveys (id, conversation_id, person_id, scale, language, variant, state, created_at, sent_at, expires_at)
     SELECT 's', id, person_id, 'nps', 'en', 0, 'sent', ?, ?, ? FROM conversations`,
    MORNING + 2,
    MORNING + 2,
    MORNING + HOUR_MS,
  );
  const page = { source: 'dms', referenced: [], users: [someUser('1')], unreadable: [] };
  const messages = [someMessage({ at: MORNING + MINUTE_MS, kind: 'dm', text: '9' })];
  await storeCaptured(ctx, { ...page, messages, threads: true });
  expect(all(ctx.db, 'SELECT state, score FROM surveys')).toEqual([{ state: 'answered', score: 9 }]);
  expect(all(ctx.db, 'SELECT count(*) AS n FROM survey_responses')).toEqual([{ n: 1 }]);
});
