import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import type { Threaded } from '#engine/conversations/threaded.ts';
import { threadInSlices } from '#engine/conversations/threadInSlices.ts';
import { threadPeople } from '#engine/conversations/threading.ts';
import { putBegin } from '#engine/store/begin.ts';
import { storeMessages } from '#engine/store/messages.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { all, inTransaction } from '#engine/store/sql.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { MORNING, someMessage, testAccount } from '../../support/builders.ts';
import { snowflake } from '../../support/snowflake.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

const PERSON = '1';

/** What portions of a person's messages become that are stored and threaded one after the other. */
async function threadAll(
  portions: readonly (readonly CapturedMessage[])[],
  begunAt: number | null,
  thread: (engine: TestEngine) => Promise<Threaded> | Threaded,
) {
  const engine = testEngine();
  const { db } = engine.ctx;
  putBegin(db, { since: begunAt, isHeld: false });
  ensurePeople(db, [PERSON, testAccount.id], engine.clock.now());
  const threaded: Threaded[] = [];
  for (const messages of portions) {
    inTransaction(db, () => storeMessages(db, messages, engine.clock.now()));
    const { opened, wrote, changed } = await thread(engine);
    threaded.push({ opened: opened.toSorted(), wrote: wrote.toSorted(), changed: changed.toSorted() });
  }
  const rows = (text: string) => all(db, text);
  const state = {
    threaded,
    messages: rows('SELECT id, text, conversation_id, threaded FROM messages ORDER BY id'),
    conversations: rows('SELECT * FROM conversations ORDER BY id'),
    facets: rows('SELECT * FROM facets WHERE n > 0 ORDER BY view, in_queue, unread, last_kind, lang, agent'),
    activities: rows(
      'SELECT at, agent, kind, conversation_id, facts FROM activities ORDER BY conversation_id, at, kind, facts',
    ),
  };
  db.close();
  return state;
}

const atOnce = ({ ctx }: TestEngine) => inTransaction(ctx.db, () => threadPeople(ctx, [PERSON]));
const inSlices = (messages: number) => (engine: TestEngine) =>
  threadInSlices(engine.ctx, PERSON, { messages });

// Around the connecting, which is in the morning, with silences shorter and longer than those that end a conversation.
const message = fc.record({
  hours: fc.integer({ min: -60 * 24, max: 48 }),
  kind: fc.constantFrom('post', 'dm'),
  role: fc.constantFrom('wanted', 'wanted', 'own'),
});

const portions = fc
  .array(fc.array(message, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 3 })
  .map((drafts) => {
    let n = 0;
    return drafts.map((found) =>
      found.map(({ hours, kind, role }): CapturedMessage => {
        n += 1;
        const at = MORNING + hours * HOUR_MS;
        const reason = role === 'wanted' ? (kind === 'dm' ? 'dm' : 'mention') : null;
        return someMessage({ at, xId: snowflake(at, n), kind, role, reason, text: `t${n}` });
      }),
    );
  });

test('threading a person in slices has the result of threading all of their messages at once', {
  timeout: 120_000,
}, async () => {
  const begun = fc.constantFrom(null, MORNING - 20 * DAY_MS, MORNING + HOUR_MS);
  await fc.assert(
    fc.asyncProperty(portions, begun, fc.integer({ min: 1, max: 5 }), async (found, begunAt, slice) => {
      const sliced = await threadAll(found, begunAt, inSlices(slice));
      expect(sliced).toEqual(await threadAll(found, begunAt, atOnce));
    }),
    { numRuns: Number(process.env.PERCH_RUNS ?? 12) },
  );
});

test('a threading that was stopped between two slices is done by the next one, with the same result', async () => {
  const found = Array.from({ length: 30 }, (_, n) => {
    const at = MORNING - 50 * DAY_MS + n * 20 * HOUR_MS;
    const facts = n % 3 === 2 ? ({ role: 'own', reason: null } as const) : {};
    return someMessage({ ...facts, kind: 'dm', at, xId: snowflake(at, n), text: `t${n}` });
  });
  const stoppedFirst = async (engine: TestEngine) => {
    const signal = AbortSignal.abort();
    const stopping = new AbortController();
    const onEnded = () => {
      stopping.abort();
      return [];
    };
    const options = { messages: 4, signal: stopping.signal, onEnded };
    await threadInSlices(engine.ctx, PERSON, options);
    expect(all(engine.ctx.db, 'SELECT count(*) AS n FROM messages WHERE threaded = 1')).toEqual([{ n: 4 }]);
    expect((await threadInSlices(engine.ctx, PERSON, { signal })).opened).toEqual([]);
    return await threadInSlices(engine.ctx, PERSON, { messages: 4 });
  };
  const { threaded: _again, ...state } = await threadAll([found], null, stoppedFirst);
  const { threaded: _once, ...whole } = await threadAll([found], null, atOnce);
  expect(state).toEqual(whole);
});
