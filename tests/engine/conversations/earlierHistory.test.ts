import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import { conversationHandlers as handlers } from '#engine/handlers/conversations.ts';
import type { Db } from '#engine/store/open.ts';
import { all } from '#engine/store/sql.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { countViews } from '../../support/lists.ts';
import { testEngine } from '../../support/testEngine.ts';

const asked = (daysAgo: number) => someMessage({ at: MORNING - daysAgo * DAY_MS, text: `asked ${daysAgo}` });
const answered = (daysAgo: number) =>
  someMessage({ role: 'own', reason: null, at: MORNING - daysAgo * DAY_MS, text: `answered ${daysAgo}` });

/** Each conversation's status and texts, oldest first. */
function read(db: Db): [status: string, texts: string[]][] {
  const ids = all<{ id: string; status: string }>(
    db,
    'SELECT id, status FROM conversations ORDER BY opened_at',
  );
  return ids.map(({ id, status }) => {
    const messages = 'SELECT text FROM messages WHERE conversation_id = ? ORDER BY id';
    return [status, all<{ text: string }>(db, messages, id).map((row) => row.text)];
  });
}

/** The conversations of a workspace that captures messages in these portions. */
async function captured(...portions: readonly (readonly CapturedMessage[])[]) {
  const engine = testEngine();
  const opened: string[] = [];
  for (const portion of portions) opened.push(...(await engine.capture(portion)).opened);
  return { ...engine, opened, shown: () => read(engine.ctx.db) };
}

describe('a conversation that ended long before the connecting', () => {
  test('is resolved, one for each long silence, and emits no event', async () => {
    const { shown, opened, ctx } = await captured([asked(30), answered(29.9), asked(20), answered(19)]);
    expect(shown()).toEqual([
      ['resolved', ['asked 30', 'answered 29.9']],
      ['resolved', ['asked 20', 'answered 19']],
    ]);
    expect(opened).toEqual([]);
    expect(countViews(ctx.db, '')).toMatchObject({ queue: 0, pending: 0, open: 0, resolved: 2, all: 2 });
  });

  test('is recorded as resolved by nobody at the time of the reply', async () => {
    const first = asked(30);
    const last = answered(29);
    const { ctx } = await captured([first, last]);
    const page = handlers['conversations.get'](ctx, { id: `c${first.xId}`, limit: 10 });
    expect(page).toMatchObject({
      value: {
        activities: [
          {
            kind: 'statusSet',
            agent: null,
            at: last.at,
            facts: { status: 'resolved', reason: 'answeredBeforePerch' },
          },
          { kind: 'conversationOpened' },
        ],
      },
    });
  });

  test('is not joined by what the person writes today', async () => {
    const today = someMessage({ at: MORNING + HOUR_MS, text: 'today' });
    const { shown, opened } = await captured([asked(30), answered(29)], [today]);
    expect(shown().map(([status, texts]) => [status, texts.length])).toEqual([
      ['resolved', 2],
      ['new', 1],
    ]);
    expect(opened).toEqual([`c${today.xId}`]);
  });
});

describe('private messages of before what X showed at the connecting', () => {
  const wrote = (daysAgo: number) =>
    someMessage({ kind: 'dm', reason: 'dm', at: MORNING - daysAgo * DAY_MS, text: `wrote ${daysAgo}` });

  test('are over at their last message, even if nobody replied', async () => {
    const { shown, opened, ctx } = await captured([wrote(900), wrote(899), wrote(400)]);
    expect(shown()).toEqual([
      ['resolved', ['wrote 900', 'wrote 899']],
      ['resolved', ['wrote 400']],
    ]);
    expect(opened).toEqual([]);
    expect(countViews(ctx.db, '')).toMatchObject({ queue: 0, open: 0, resolved: 2 });
    expect(all(ctx.db, 'SELECT unread, waiting_since AS since, due_at AS due FROM conversations')).toEqual([
      { unread: 0, since: null, due: null },
      { unread: 0, since: null, due: null },
    ]);
  });

  test('are over for nobody’s reason of their own', async () => {
    const only = wrote(400);
    const { ctx } = await captured([only]);
    const page = handlers['conversations.get'](ctx, { id: `c${only.xId}`, limit: 10 });
    const facts = { status: 'resolved', reason: 'longBeforePerch' };
    expect(page).toMatchObject({ value: { activities: [{ kind: 'statusSet', at: only.at, facts }, {}] } });
  });

  test('give the same conversations in whatever portions they come', async () => {
    const texts = [wrote(900), answered(899.5), wrote(898), wrote(400), wrote(31), wrote(2)];
    const once = await captured(texts);
    const portions = await captured(...texts.toReversed().map((one) => [one]));
    expect(portions.shown()).toEqual(once.shown());
    expect(once.shown()).toEqual([
      ['resolved', ['wrote 900', 'answered 899.5', 'wrote 898']],
      ['resolved', ['wrote 400']],
      ['resolved', ['wrote 31']],
      ['new', ['wrote 2']],
    ]);
  });
});

describe('history from before the connecting', () => {
  test('stays in the queue if nobody replied', async () => {
    const { shown, ctx } = await captured([asked(30), answered(29), asked(20)]);
    expect(shown()).toEqual([
      ['resolved', ['asked 30', 'answered 29']],
      ['new', ['asked 20']],
    ]);
    expect(countViews(ctx.db, '').queue).toBe(1);
  });

  test('stays pending if the reply is recent, and the person continues it', async () => {
    const later = someMessage({ at: MORNING + 5 * DAY_MS, text: 'later' });
    const { shown } = await captured([asked(3), answered(2)], [later]);
    expect(shown()).toEqual([['open', ['asked 3', 'answered 2', 'later']]]);
  });

  test('is one conversation if the silence was short', async () => {
    const { shown } = await captured([asked(30), answered(29), asked(27), answered(26)]);
    expect(shown()).toEqual([['resolved', ['asked 30', 'answered 29', 'asked 27', 'answered 26']]]);
  });

  test('is left alone once an agent has touched it', async () => {
    const question = asked(30);
    const engine = await captured([question]);
    await handlers['conversations.assign'](engine.ctx, { id: `c${question.xId}`, agent: 'Sam' });
    await engine.capture([answered(29), asked(10)]);
    expect(engine.shown()).toEqual([['open', ['asked 30', 'answered 29', 'asked 10']]]);
  });
});

test('history that is captured late joins a conversation that an agent has touched', async () => {
  const live = someMessage({ at: MORNING + DAY_MS, text: 'live' });
  const engine = await captured([live]);
  await handlers['conversations.assign'](engine.ctx, { id: `c${live.xId}`, agent: 'Sam' });
  await engine.capture([asked(1)]);
  expect(engine.shown()).toEqual([['new', ['asked 1', 'live']]]);
});

describe('what an archive brings of years ago', () => {
  const dm = { kind: 'dm', reason: 'dm' } as const;
  const old = () => [
    someMessage({ ...dm, at: MORNING - 900 * DAY_MS, text: 'asked 900' }),
    someMessage({ ...dm, role: 'own', reason: null, at: MORNING - 899 * DAY_MS, text: 'answered 899' }),
    someMessage({ ...dm, at: MORNING - 800 * DAY_MS, text: 'asked 800' }),
  ];
  const waiting = (db: Db) =>
    all(db, 'SELECT waiting_since AS since FROM conversations WHERE waiting_since IS NOT NULL');

  test.each([1, -1])(
    'leaves a conversation alone that an agent has touched, %i days before the connecting',
    async (days) => {
      const question = asked(days);
      const engine = await captured([question]);
      await handlers['conversations.assign'](engine.ctx, { id: `c${question.xId}`, agent: 'Sam' });
      await engine.capture(old());
      expect(engine.shown()).toEqual([
        ['resolved', ['asked 900', 'answered 899']],
        ['resolved', ['asked 800']],
        ['new', [`asked ${days}`]],
      ]);
      expect(waiting(engine.ctx.db)).toEqual([{ since: question.at }]);
    },
  );

  test('reopens nothing that an agent has resolved', async () => {
    const question = asked(1);
    const engine = await captured([question]);
    const seenThrough = `post-${question.xId}`;
    await handlers['conversations.setStatus'](engine.ctx, {
      id: `c${question.xId}`,
      status: 'resolved',
      seenThrough,
    });
    await engine.capture(old());
    expect(countViews(engine.ctx.db, '')).toMatchObject({ queue: 0, open: 0, resolved: 3 });
  });

  test('and what came just before joins it all the same', async () => {
    const question = asked(1);
    const engine = await captured([question]);
    await handlers['conversations.assign'](engine.ctx, { id: `c${question.xId}`, agent: 'Sam' });
    await engine.capture([...old(), asked(2)]);
    expect(engine.shown().at(-1)).toEqual(['new', ['asked 2', 'asked 1']]);
    expect(engine.shown()).toHaveLength(3);
  });
});

test('a live message joins the unresolved conversation, however old the last reply', async () => {
  const live = [0, 1, 90].map((days) => someMessage({ at: MORNING + days * DAY_MS, text: `day ${days}` }));
  const [first, , last] = live;
  const answer = someMessage({ role: 'own', reason: null, at: MORNING + DAY_MS, text: 'answer' });
  const { shown } = await captured(first ? [first] : [], [answer], last ? [last] : []);
  expect(shown()).toEqual([['open', ['day 0', 'answer', 'day 90']]]);
});

test('a reply from before the connecting that is captured later ends the silence it falls into', async () => {
  const live = someMessage({ at: MORNING + HOUR_MS, text: 'live' });
  const hours = (ago: number) => ago / 24;
  const { shown } = await captured([asked(hours(73)), answered(hours(72))], [answered(hours(1)), live]);
  expect(shown().map(([status, texts]) => [status, texts.length])).toEqual([['open', 4]]);
});

test('threading gives the same result in whatever order and portions history is captured', async () => {
  const part = fc.record({ hours: fc.integer({ min: 1, max: 600 }), own: fc.boolean(), portion: fc.nat(3) });
  const parts = fc.uniqueArray(part, { minLength: 1, maxLength: 10, selector: ({ hours }) => hours });
  await fc.assert(
    fc.asyncProperty(parts, fc.nat(3), async (history, portionOfToday) => {
      const today = someMessage({ at: MORNING + HOUR_MS, text: 'today' });
      const messages = history.map(({ hours, own, portion }) => {
        const facts = { at: MORNING - hours * HOUR_MS, text: `${hours} hours ago` };
        const message = someMessage(own ? { ...facts, role: 'own', reason: null } : facts);
        return { message, portion };
      });
      const all = [...messages, { message: today, portion: portionOfToday }];
      const pieces = [0, 1, 2, 3].map((n) => all.filter(({ portion }) => portion === n));
      const whole = await captured(all.map(({ message }) => message));
      const piecemeal = await captured(...pieces.map((piece) => piece.map(({ message }) => message)));
      expect(piecemeal.shown()).toEqual(whole.shown());
      expect(countViews(piecemeal.ctx.db, '')).toEqual(countViews(whole.ctx.db, ''));
    }),
    { numRuns: Number(process.env.PERCH_HISTORY_RUNS ?? 30) },
  );
});
