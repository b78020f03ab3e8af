import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';
import { untilState } from '../../support/untilState.ts';
import {
  compose,
  countSent,
  handedOver,
  passHours,
  readHandover,
  sendComposed,
  writePrivately,
} from './support.ts';

const returned = (engine: Awaited<ReturnType<typeof handedOver>>['engine']) =>
  engine.events.filter(
    ({ name, params }) =>
      name === 'conversations.returned' && 'reason' in params && params.reason === 'noPrivateMessage',
  ).length;

describe('a handover', () => {
  test('that X has waits for the private message, and is not late meanwhile', async () => {
    const { engine, read } = await handedOver();
    const sent = {
      handover: { state: 'sent', withLink: true, remindDue: false },
      status: 'pending',
      queued: false,
    };
    expect(await read()).toMatchObject({ ...sent, dueAt: null });
    await passHours(engine, 20);
    expect(await read()).toMatchObject({ ...sent, dueAt: null });
  });

  test('is none before X has it, or once it is cancelled', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const { text } = await compose(engine, id);
    const reply = { conversationId: id, channel: 'public', text, handover: true, undoMs: 10_000 } as const;
    const { outboxId } = await engine.call('replies.send', reply);
    expect((await readHandover(engine, id)).handover).toBeUndefined();
    await engine.call('outbox.cancel', { id: outboxId });
    await passHours(engine, 30);
    expect((await readHandover(engine, id)).handover).toBeUndefined();
  });

  test('is none if X refuses it and an agent removes it, and one if a retry reaches X', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'forbidden', match: { method: 'POST' } });
    const { text } = await compose(engine, id);
    const reply = { conversationId: id, channel: 'public', text, handover: true, undoMs: 0 } as const;
    const { outboxId } = await engine.call('replies.send', reply);
    await untilState(engine, outboxId, 'refused');
    expect((await readHandover(engine, id)).handover).toBeUndefined();
    await engine.call('outbox.retry', { id: outboxId });
    await untilState(engine, outboxId, 'sent');
    expect((await readHandover(engine, id)).handover).toMatchObject({ state: 'sent' });
  });

  test('arrives with the first private message after it, in the conversation with its history', async () => {
    const { engine, id, read } = await handedOver();
    await writePrivately(engine);
    const { handover, queued } = await read();
    expect(handover).toMatchObject({ state: 'arrived' });
    expect(handover?.arrivedAt).toBeGreaterThan(handover?.sentAt ?? Number.POSITIVE_INFINITY);
    expect(queued).toBe(true);
    const { messages, activities } = await engine.call('conversations.get', { id });
    expect(messages.map(({ kind }) => kind)).toEqual(['post', 'post', 'dm']);
    expect(activities.filter(({ kind }) => kind === 'handoverArrived')).toHaveLength(1);
    await passHours(engine, 200);
    expect(await read()).toMatchObject({ handover: { state: 'arrived' } });
  });

  test('does not arrive with an earlier private message, or one of somebody else', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.dm({ from: 'anna', text: 'Before' });
    await engine.clock.advance(2_000);
    await sendComposed(engine, id);
    await engine.call('capture.pollNow', {});
    await writePrivately(engine, 'Me too', 'bert');
    expect((await readHandover(engine, id)).handover).toMatchObject({ state: 'sent' });
  });

  test('is found by its link, whoever sends it', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const { link } = await compose(engine, id);
    const outboxId = await engine.send(id, `Please write to us: ${link}`);
    await untilState(engine, outboxId, 'sent');
    expect((await readHandover(engine, id)).handover).toMatchObject({ state: 'sent', withLink: true });
  });

  test('can be told by the words', async () => {
    const { read } = await handedOver(false);
    expect((await read()).handover).toMatchObject({ state: 'sent', withLink: false });
  });
});

describe('a handover without a private message', () => {
  test('brings its conversation back once, with the question whether to remind', async () => {
    const { engine, id, read } = await handedOver();
    await passHours(engine, 23);
    expect(await read()).toMatchObject({ queued: false, handover: { remindDue: false } });
    await passHours(engine, 1.1);
    expect(await read()).toMatchObject({
      queued: true,
      status: 'open',
      handover: { state: 'sent', remindDue: true },
    });
    expect(await compose(engine, id)).toMatchObject({ kind: 'reminder' });
    await passHours(engine, 1);
    await engine.restart();
    await engine.call('capture.pollNow', {});
    expect(returned(engine)).toBe(1);
  });

  test('waits on once it is reminded, and can still arrive', async () => {
    const { engine, id, read } = await handedOver();
    await passHours(engine, 25);
    await sendComposed(engine, id, false);
    expect(await read()).toMatchObject({
      queued: false,
      status: 'pending',
      handover: { state: 'reminded', remindDue: false },
    });
    await passHours(engine, 60);
    expect(await read()).toMatchObject({ handover: { state: 'reminded' } });
    await writePrivately(engine);
    expect(await read()).toMatchObject({ handover: { state: 'arrived' } });
    expect(returned(engine)).toBe(1);
  });

  test('is given up after its time, from the reminder on', async () => {
    const { engine, id, read } = await handedOver();
    await passHours(engine, 25);
    await sendComposed(engine, id, false);
    await passHours(engine, 73);
    expect(await read()).toMatchObject({ handover: { state: 'givenUp' }, queued: false });
    expect(await compose(engine, id)).toMatchObject({ kind: 'handover' });
    await writePrivately(engine);
    expect(await read()).toMatchObject({ handover: { state: 'givenUp' }, queued: true });
  });

  test('is given up at once if its post is deleted', async () => {
    const { engine, id, read } = await handedOver();
    const { messages } = await engine.call('conversations.get', { id });
    await engine.call('messages.delete', { id: messages.at(-1)?.id ?? '' });
    await engine.call('capture.pollNow', {});
    expect(await read()).toMatchObject({ handover: { state: 'givenUp' } });
    await passHours(engine, 30);
    expect(returned(engine)).toBe(0);
  });

  test('asks nobody while its conversation is resolved or snoozed', async () => {
    const { engine, id, read } = await handedOver();
    await engine.call('conversations.setStatus', { id, status: 'resolved' });
    await passHours(engine, 30);
    expect(await read()).toMatchObject({ queued: false, handover: { state: 'sent', remindDue: false } });
    await passHours(engine, 60);
    expect(await read()).toMatchObject({ handover: { state: 'givenUp' } });
    expect(returned(engine)).toBe(0);
  });

  test('is no reason to ask before private messages were read up to then', async () => {
    const { engine, id, read } = await handedOver();
    // The message was written in time, but Perch was closed.
    await engine.clock.advance(1_000);
    engine.control.dm({ from: 'anna', text: 'Here I am' });
    await engine.restart({}, () => engine.clock.jump(100 * HOUR_MS));
    expect(await read()).toMatchObject({ handover: { state: 'sent', remindDue: false } });
    await engine.call('capture.pollNow', {});
    expect((await readHandover(engine, id)).handover).toMatchObject({ state: 'arrived' });
    expect(returned(engine)).toBe(0);
  });

  test('is replaced by a newer one of the same person', async () => {
    const { engine, id, read } = await handedOver();
    await passHours(engine, 25);
    await sendComposed(engine, id);
    await engine.clock.advance(1_000);
    await sendComposed(engine, id, false);
    expect(await read()).toMatchObject({ handover: { state: 'sent', withLink: false } });
    await writePrivately(engine);
    const report = await engine.call('reports.handovers', { from: 0, to: Number.MAX_SAFE_INTEGER });
    expect(report).toMatchObject({ sent: 2, arrived: 1, waiting: 0 });
    expect(report.groups.find(({ withLink }) => !withLink)).toMatchObject({ arrived: 1 });
  });

  test('is left alone if the settings want no reminder', async () => {
    const { engine, read } = await handedOver();
    await engine.call('handover.setSettings', { reminder: 'off' });
    await passHours(engine, 30);
    expect(await read()).toMatchObject({ queued: false, handover: { remindDue: false } });
  });
});

describe('the automatic reminder', () => {
  test('is sent once, held like any reply', async () => {
    const { engine, id, read } = await handedOver(false);
    await engine.call('handover.setSettings', { reminder: 'auto', usesLink: false });
    await passHours(engine, 25);
    await engine.restart();
    await engine.call('capture.pollNow', {});
    const { items } = await engine.call('outbox.list', { conversationId: id });
    const [held] = items.filter(({ status }) => status.kind === 'held');
    expect(held?.text).toContain('still like to help');
    await engine.clock.advance(20_000);
    await until('it is on X', () => countSent(engine) === 2);
    await passHours(engine, 1);
    await passHours(engine, 1);
    expect(countSent(engine)).toBe(2);
    expect(await read()).toMatchObject({ handover: { state: 'reminded' } });
  });

  test('is not repeated if an agent cancels it', async () => {
    const { engine, id, read } = await handedOver(false);
    await engine.call('handover.setSettings', { reminder: 'auto' });
    await passHours(engine, 25);
    const [held] = (await engine.call('outbox.list', { conversationId: id })).items.filter(
      ({ status }) => status.kind === 'held',
    );
    await engine.call('outbox.cancel', { id: held?.id ?? '' });
    await passHours(engine, 2);
    expect(countSent(engine)).toBe(1);
    expect(await read()).toMatchObject({ handover: { state: 'sent', remindDue: true } });
  });

  test('leaves the decision to an agent who has begun a reply', async () => {
    const { engine, id, read } = await handedOver(false);
    await engine.call('handover.setSettings', { reminder: 'auto' });
    await engine.call('drafts.save', { conversationId: id, channel: 'public', text: 'One more thing' });
    await passHours(engine, 25);
    expect(await read()).toMatchObject({ queued: true, handover: { remindDue: true } });
    const { items } = await engine.call('drafts.list', { conversationId: id });
    expect(items).toMatchObject([{ text: 'One more thing' }]);
  });
});
