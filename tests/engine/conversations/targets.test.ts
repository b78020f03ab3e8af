import { describe, expect, test } from 'vitest';
import { recordTargets } from '#engine/conversations/targets.ts';
import { undoActivity } from '#engine/conversations/undoActivity.ts';
import { wakeSnoozed } from '#engine/conversations/wakeSnoozed.ts';
import { handlers } from '#engine/handlers/index.ts';
import { createServe } from '#engine/handlers/serve.ts';
import { all, run } from '#engine/store/sql.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { opened } from './support.ts';

const minute = (n: number) => MORNING + n * MINUTE_MS;

/** A conversation that opened on Monday at 9:01, with a target of 60 minutes for the first reply and 30 for the next. */
async function begin() {
  const conversation = await opened(minute(1));
  const { ctx, clock, id, capture, read } = conversation;
  const serve = createServe(ctx, handlers);
  const standard = { firstReplyMinutes: 60, nextReplyMinutes: 30 };
  await serve('serviceLevels.set', { levels: [], standard });
  const goTo = (n: number) => clock.jump(minute(n) - clock.now());
  const record = () => recordTargets(ctx);
  /** A reply of Sam's from Perch, which X has a minute later. */
  const reply = async (n: number, outboxId = `o${n}`) => {
    goTo(n);
    const xId = `9${n}`;
    putOutboxRow(ctx.db, { id: outboxId, conversationId: id, at: clock.now(), state: 'queued' });
    read();
    goTo(n + 1);
    putOutboxRow(ctx.db, { id: outboxId, conversationId: id, at: minute(n), state: 'sent', xId });
    await capture([someMessage({ xId, role: 'own', reason: null, at: minute(n + 1) })]);
    read();
    record();
  };
  const write = async (n: number) => {
    goTo(n);
    await capture([someMessage({ at: minute(n) })]);
  };
  return { ...conversation, serve, goTo, record, reply, writeAt: write };
}

const results = ({ ctx }: Pick<Awaited<ReturnType<typeof begin>>, 'ctx'>) =>
  all<Record<string, number>>(
    ctx.db,
    `SELECT reply, (since - ${MORNING}) / 60000 AS since, level, target_minutes AS target, outcome,
      (decided_at - ${MORNING}) / 60000 AS decided, (replied_at - ${MORNING}) / 60000 AS replied,
      elapsed_ms / 60000 AS elapsed, agent, outbox_id AS onItsWay FROM target_results ORDER BY since`,
  );

describe('a target', () => {
  test('is met by a reply in time, from the opening for the first one and from the oldest message for the next', async () => {
    const it = await begin();
    await it.reply(20);
    await it.writeAt(30);
    await it.writeAt(40);
    await it.reply(50);
    expect(results(it)).toEqual([
      {
        reply: 'first',
        since: 1,
        level: null,
        target: 60,
        outcome: 'met',
        decided: 21,
        replied: 21,
        elapsed: 20,
        agent: 'Sam',
        onItsWay: null,
      },
      {
        reply: 'next',
        since: 30,
        level: null,
        target: 30,
        outcome: 'met',
        decided: 51,
        replied: 51,
        elapsed: 21,
        agent: 'Sam',
        onItsWay: null,
      },
    ]);
  });

  test('is missed once it has passed, once, and a late reply only says how long it took', async () => {
    const it = await begin();
    it.goTo(60);
    it.record();
    expect(results(it)).toEqual([]);
    it.events.length = 0;
    it.goTo(500);
    it.record();
    it.record();
    const missed = {
      reply: 'first',
      outcome: 'missed',
      decided: 61,
      replied: null,
      elapsed: null,
      agent: null,
    };
    expect(results(it)).toMatchObject([missed]);
    expect(it.events).toEqual([{ name: 'conversations.changed', params: { ids: [it.id] } }]);
    await it.reply(600);
    expect(results(it)).toMatchObject([{ ...missed, replied: 601, elapsed: 600, agent: 'Sam' }]);
  });

  test('is not met by a reply that X refuses', async () => {
    const it = await begin();
    it.goTo(20);
    putOutboxRow(it.ctx.db, { id: 'o1', conversationId: it.id, at: minute(20), state: 'queued' });
    it.read();
    it.record();
    expect(results(it)).toMatchObject([{ outcome: null, onItsWay: 'o1' }]);
    putOutboxRow(it.ctx.db, { id: 'o1', conversationId: it.id, at: minute(20), state: 'refused' });
    expect(it.read()).toMatchObject({ dueReply: 'first', dueAt: minute(61) });
    it.record();
    expect(results(it)).toEqual([]);
    it.goTo(90);
    it.record();
    expect(results(it)).toMatchObject([{ outcome: 'missed', decided: 61 }]);
  });

  test('counts until X has the reply', async () => {
    const it = await begin();
    await it.reply(60);
    expect(results(it)).toMatchObject([{ outcome: 'met', decided: 61, replied: 61, elapsed: 60 }]);
    const late = await begin();
    await late.reply(61);
    expect(results(late)).toMatchObject([{ outcome: 'missed', decided: 61, replied: 62, elapsed: 61 }]);
  });

  test('is met by a reply from elsewhere, even if that is captured after the target', async () => {
    const it = await begin();
    it.goTo(70);
    it.record();
    await it.capture([someMessage({ role: 'own', reason: null, at: minute(30) })]);
    expect(results(it)).toMatchObject([
      { outcome: 'met', decided: 30, replied: 30, elapsed: 29, agent: null, onItsWay: null },
    ]);
  });

  test('is met by no message of a survey and no reminder of a handover', async () => {
    const it = await begin();
    it.goTo(10);
    putOutboxRow(it.ctx.db, { id: 'o1', conversationId: it.id, at: minute(10), state: 'queued' });
    run(
      it.ctx.db,
      `INSERT INTO handovers (outbox_id, conversation_id, person_id, with_link, language, reminder_id)
       VALUES ('o1', ?, '1', 0, 'en', 'o1')`,
      it.id,
    );
    it.read();
    it.record();
    expect(results(it)).toEqual([]);
  });

  test('stays as it was when the levels change, and a settled wait is none', async () => {
    const it = await begin();
    await it.reply(20);
    const standard = { firstReplyMinutes: 1, nextReplyMinutes: 1 };
    await it.serve('serviceLevels.set', { levels: [], standard });
    it.record();
    expect(results(it)).toMatchObject([{ outcome: 'met', target: 60 }]);
    await it.writeAt(30);
    await it.serve('conversations.setStatus', { id: it.id, status: 'resolved' });
    it.goTo(90);
    it.record();
    expect(results(it)).toHaveLength(1);
  });

  test('is that of the level by name, also if it was renamed since', async () => {
    const it = await begin();
    const level = { id: 'l1', name: 'VIPs', conditions: { isVip: true } };
    const targets = { firstReplyMinutes: 30, nextReplyMinutes: null };
    const set = (name: string) =>
      it.serve('serviceLevels.set', { levels: [{ ...level, name, targets }], standard: targets });
    await set('VIPs');
    await it.serve('people.setVip', { personId: '1', isVip: true });
    await it.reply(10);
    await set('Friends');
    expect(results(it)).toMatchObject([{ level: 'VIPs', target: 30, outcome: 'met' }]);
  });

  test('of what began to wait before the connecting is not judged', async () => {
    const it = await opened(MORNING - MINUTE_MS);
    it.clock.jump(120 * MINUTE_MS);
    recordTargets(it.ctx);
    expect(results(it)).toEqual([]);
  });

  test('stays the same for the next assignee', async () => {
    const it = await begin();
    it.goTo(30);
    await it.serve('conversations.assign', { id: it.id, agent: 'Robin' });
    expect(it.read()).toMatchObject({ dueReply: 'first', dueAt: minute(61) });
  });
});

describe('the clock of a target', () => {
  test('stands still while the conversation is snoozed', async () => {
    const it = await begin();
    it.goTo(11);
    await it.serve('conversations.snooze', { id: it.id, until: minute(100) });
    expect(it.read()).toMatchObject({ dueAt: minute(150), lateAt: minute(210) });
    it.goTo(100);
    wakeSnoozed(it.ctx);
    expect(it.read()).toMatchObject({ dueAt: minute(150), queued: true });
    await it.reply(120);
    expect(results(it)).toMatchObject([{ outcome: 'met', elapsed: 31 }]);
  });

  test('goes on when the person wakes it, from when they wrote, or when its end is brought forward', async () => {
    const it = await begin();
    it.goTo(11);
    await it.serve('conversations.snooze', { id: it.id, until: minute(100) });
    it.goTo(60);
    await it.capture([someMessage({ at: minute(31) })]);
    expect(it.read()).toMatchObject({ dueAt: minute(81) });
    await it.serve('conversations.snooze', { id: it.id, until: minute(200) });
    await it.serve('conversations.snooze', { id: it.id, until: null });
    expect(it.read().dueAt).toBeLessThan(minute(82));
  });

  test('of the first reply stands still while the conversation is put aside', async () => {
    const it = await begin();
    it.goTo(11);
    await it.serve('conversations.setStatus', { id: it.id, status: 'pending' });
    expect(it.read()).toMatchObject({ dueAt: null, dueReply: null, serviceLevelId: null });
    await it.writeAt(100);
    expect(it.read()).toMatchObject({ dueReply: 'first', dueAt: minute(150) });
  });

  test('ran on where a snooze is undone', async () => {
    const it = await begin();
    it.goTo(11);
    const done = await it.serve('conversations.snooze', { id: it.id, until: minute(100) });
    it.goTo(20);
    undoActivity(it.ctx, (done as { value: { activityId: string } }).value.activityId);
    expect(it.read()).toMatchObject({ dueAt: minute(61) });
  });

  test('ends its pause on time where the app was closed', async () => {
    const it = await begin();
    it.goTo(11);
    await it.serve('conversations.snooze', { id: it.id, until: minute(20) });
    it.goTo(500);
    wakeSnoozed(it.ctx);
    it.record();
    expect(results(it)).toMatchObject([{ outcome: 'missed', decided: 70 }]);
  });
});

describe('a clock that is set wrong for a while', () => {
  test.each([
    ['two hours ahead', 2 * 60],
    ['a year ahead', 365 * 24 * 60],
  ])('%s misses a target for that while only', async (_, ahead) => {
    const it = await begin();
    it.goTo(10);
    it.clock.jump(ahead * MINUTE_MS);
    it.record();
    expect(results(it)).toMatchObject([{ outcome: 'missed', decided: 61, replied: null }]);
    it.clock.jump(-ahead * MINUTE_MS);
    it.record();
    await it.reply(20);
    expect(results(it)).toMatchObject([{ outcome: 'met', decided: 21, replied: 21, elapsed: 20 }]);
  });

  test('and behind misses it once it is right again, at the time at which it was due', async () => {
    const it = await begin();
    it.goTo(50);
    it.clock.jump(-120 * MINUTE_MS);
    it.record();
    expect(results(it)).toEqual([]);
    it.goTo(90);
    it.record();
    it.record();
    expect(results(it)).toMatchObject([{ outcome: 'missed', decided: 61 }]);
  });
});
