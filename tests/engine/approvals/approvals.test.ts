import { describe, expect, test } from 'vitest';
import type { EngineInput } from '#shared/contract/engine.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';
import { untilState } from '../../support/untilState.ts';
import { attach } from '../outbox/support/attach.ts';

type Reply = EngineInput<'approvals.ask'>['reply'];

/** A conversation, the agent who works in it, and a colleague. */
async function openTeam() {
  const engine = await startTestEngine();
  const { id: conversationId } = await openConversation(engine);
  const [me] = (await engine.call('agents.list', {})).agents;
  const { id: robin } = await engine.call('agents.add', { name: 'Robin' });
  const be = (id: string | undefined) => engine.call('agents.switch', { id: id ?? '' });
  await be(me?.id);
  const ask = async (more: Partial<Reply> = {}, approver: string | null = robin) => {
    const reply = { conversationId, channel: 'public' as const, text: 'On its way', ...more };
    return (await engine.call('approvals.ask', { reply, approver, note: 'Right tone?' })).id;
  };
  const waiting = async () => (await engine.call('approvals.list', { conversationId })).items;
  const drafts = async () => (await engine.call('drafts.list', { conversationId })).items;
  const row = async () => (await engine.call('conversations.get', { id: conversationId })).conversation;
  return { engine, conversationId, me: me?.id ?? '', robin, be, ask, waiting, drafts, row };
}

describe('a reply that a colleague is asked to approve', () => {
  test('waits outside of the outbox, in the queue, with the draft gone', async () => {
    const { engine, conversationId, me, robin, be, ask, waiting, drafts, row } = await openTeam();
    await engine.call('drafts.save', { conversationId, channel: 'public', text: 'On its way' });
    const id = await ask();
    expect(await waiting()).toEqual([
      {
        id,
        conversationId,
        channel: 'public',
        text: 'On its way',
        thread: false,
        askedBy: { id: me, name: expect.any(String) },
        approver: { id: robin, name: 'Robin' },
        note: 'Right tone?',
        askedAt: expect.any(Number),
        isOwn: true,
        isAsked: false,
        since: null,
      },
    ]);
    expect((await engine.call('outbox.list', {})).items).toEqual([]);
    expect(await drafts()).toEqual([]);
    expect(await row()).toMatchObject({ approval: 'waiting', waitingSince: expect.any(Number) });
    await be(robin);
    expect(await row()).toMatchObject({ approval: 'toApprove' });
    expect((await engine.call('conversations.counts', {})).counts).toMatchObject({ toApprove: 1, queue: 1 });
    const { items } = await engine.call('conversations.list', { view: 'toApprove' });
    expect(items.map((one) => one.id)).toEqual([conversationId]);
  });

  test('is never sent by itself, and not by any method of the outbox', async () => {
    const { engine, ask, waiting } = await openTeam();
    const id = await ask({});
    const state = { code: 'wrongState', id, state: 'awaitingApproval' };
    for (const method of ['outbox.sendNow', 'outbox.confirm', 'outbox.retry'] as const)
      expect(await engine.fail(method, { id })).toEqual(state);
    await engine.restart();
    await engine.call('capture.pollNow', {});
    expect(engine.control.state().sentPosts).toEqual([]);
    expect(await waiting()).toHaveLength(1);
    expect(await engine.fail('outbox.sendNow', { id })).toEqual(state);
  });

  test('is not approved by its author', async () => {
    const { engine, ask, waiting } = await openTeam();
    expect(await engine.fail('approvals.approve', { id: await ask() })).toEqual({ code: 'ownReply' });
    expect(await waiting()).toHaveLength(1);
  });

  test('goes out as its author’s once a colleague approves it, with their text', async () => {
    const { engine, conversationId, me, robin, be, ask, waiting, row } = await openTeam();
    const id = await ask({}, null);
    await be(robin);
    const { outboxId } = await engine.call('approvals.approve', { id, text: 'It is on its way' });
    expect(await waiting()).toEqual([]);
    expect((await row()).approval).toBeUndefined();
    await engine.call('outbox.sendNow', { id: outboxId });
    await untilState(engine, outboxId, 'sent');
    const [agent] = (await engine.call('agents.list', {})).agents.filter((one) => one.id === me);
    expect(await engine.entry(outboxId)).toMatchObject({ text: 'It is on its way', agent: agent?.name });
    const { activities } = await engine.call('conversations.get', { id: conversationId });
    expect(activities.find(({ kind }) => kind === 'replyApproved')).toMatchObject({
      agent: 'Robin',
      facts: { author: agent?.name, before: 'On its way', text: 'It is on its way' },
    });
    expect(await engine.fail('approvals.approve', { id })).toMatchObject({ code: 'wrongState' });
  });

  test('waits again, in the words of its author, when its approval is undone', async () => {
    const { engine, robin, be, ask, waiting, drafts } = await openTeam();
    const id = await ask();
    await be(robin);
    const { outboxId } = await engine.call('approvals.approve', { id, text: 'Hm' });
    expect(await engine.call('outbox.cancel', { id: outboxId })).toMatchObject({ approvalId: id });
    expect(await waiting()).toMatchObject([{ id, text: 'On its way', since: null }]);
    expect(await drafts()).toEqual([]);
    await engine.call('approvals.approve', { id });
  });

  test('leaves alone what was begun meanwhile', async () => {
    const { engine, conversationId, robin, be, ask, drafts } = await openTeam();
    const id = await ask();
    await be(robin);
    await engine.call('drafts.save', { conversationId, channel: 'public', text: 'Also' });
    await engine.call('approvals.approve', { id });
    expect(await drafts()).toMatchObject([{ text: 'Also' }]);
  });

  test('says that the person wrote again, and is approved in spite of it', async () => {
    const { engine, robin, be, ask, waiting } = await openTeam();
    const id = await ask();
    engine.control.mention({ from: 'anna', text: 'Never mind' });
    await engine.call('capture.pollNow', {});
    await be(robin);
    expect(await waiting()).toMatchObject([{ since: 'newMessage' }]);
    expect(await engine.fail('approvals.approve', { id })).toEqual({
      code: 'conversationChanged',
      reason: 'newMessage',
    });
    const { outboxId } = await engine.call('approvals.approve', { id, despite: true });
    await engine.call('outbox.sendNow', { id: outboxId });
    await untilState(engine, outboxId, 'sent');
  });

  test('says that a colleague has replied meanwhile', async () => {
    const { engine, conversationId, ask, waiting } = await openTeam();
    await ask();
    await engine.send(conversationId, 'Something else');
    expect(await waiting()).toMatchObject([{ since: 'answeredElsewhere' }]);
  });

  test('is checked by the guards when it is asked for and again when it is approved', async () => {
    const { engine, robin, be, ask, waiting } = await openTeam();
    const text = 'Is 0471 23 45 67 yours?';
    await expect(ask({ text })).rejects.toThrow('guardRefused');
    await expect(ask({ text: 'Hi {firstName}' })).rejects.toThrow('unfilledVariable');
    expect(await waiting()).toEqual([]);
    const id = await ask({ text, overrule: ['personalData'] });
    await be(robin);
    expect(await engine.fail('approvals.approve', { id })).toMatchObject({ code: 'guardRefused' });
    expect(await engine.fail('approvals.approve', { id, text: 'Hi {orderNumber}' })).toMatchObject({
      code: 'unfilledVariable',
    });
    expect(await waiting()).toHaveLength(1);
    const { outboxId } = await engine.call('approvals.approve', { id, overrule: ['personalData'] });
    await engine.call('outbox.sendNow', { id: outboxId });
    await untilState(engine, outboxId, 'sent');
  });

  test('keeps braces that are meant', async () => {
    const { engine, robin, be, ask } = await openTeam();
    const id = await ask({ text: 'Write {{name}} there' });
    await be(robin);
    const { outboxId } = await engine.call('approvals.approve', { id });
    expect(await engine.entry(outboxId)).toMatchObject({ text: 'Write {name} there' });
  });
});

describe('a reply that is not approved', () => {
  test('comes back to the draft with a note that mentions its author', async () => {
    const { engine, conversationId, me, robin, be, ask, waiting, drafts, row } = await openTeam();
    const id = await ask();
    await engine.call('drafts.save', { conversationId, channel: 'public', text: 'Begun' });
    await be(robin);
    await engine.call('approvals.return', { id, note: 'Say when' });
    expect(await waiting()).toEqual([]);
    expect(await drafts()).toMatchObject([{ text: expect.stringMatching(/^On its way\s+Begun$/) }]);
    await be(me);
    expect(await row()).toMatchObject({ mentionsMe: true });
    const { notes, activities } = await engine.call('conversations.get', { id: conversationId });
    expect(notes).toMatchObject([{ agent: 'Robin', text: expect.stringMatching(/^@.+ Say when$/) }]);
    expect(activities.map(({ kind }) => kind)).toContain('replyReturned');
  });

  test('is not returned by its author, who withdraws it', async () => {
    const { engine, ask, waiting, drafts } = await openTeam();
    const id = await ask();
    expect(await engine.fail('approvals.return', { id, note: 'No' })).toEqual({ code: 'ownReply' });
    expect(await engine.call('approvals.withdraw', { id })).toMatchObject({ text: 'On its way' });
    expect(await waiting()).toEqual([]);
    expect(await drafts()).toMatchObject([{ text: 'On its way' }]);
  });

  test('waits again when that is undone, with the draft as it was and without the note', async () => {
    const { engine, conversationId, me, robin, be, ask, waiting, drafts } = await openTeam();
    const id = await ask();
    await engine.call('drafts.save', { conversationId, channel: 'public', text: 'Begun' });
    await be(robin);
    const { activityId } = await engine.call('approvals.return', { id, note: 'Say when' });
    await engine.call('activities.undo', { id: activityId });
    expect(await waiting()).toMatchObject([{ id, text: 'On its way', note: 'Right tone?', since: null }]);
    expect(await drafts()).toMatchObject([{ text: 'Begun' }]);
    const { notes = [] } = await engine.call('conversations.get', { id: conversationId });
    expect(notes).toEqual([]);
    const undone = { code: 'notUndone', reason: 'alreadyUndone' };
    expect(await engine.fail('activities.undo', { id: activityId })).toMatchObject(undone);
    await engine.call('approvals.approve', { id });
    await be(me);
  });

  test('is withdrawn with its pictures, which wait again with it', async () => {
    const { engine, ask, waiting, drafts } = await openTeam();
    const picture = await attach(engine);
    const id = await ask({ attachments: [{ id: picture.id, altText: 'A box' }] });
    const { activityId } = await engine.call('approvals.withdraw', { id });
    expect(await drafts()).toMatchObject([{ attachments: [{ id: picture.id, altText: 'A box' }] }]);
    await engine.call('activities.undo', { id: activityId });
    expect(await drafts()).toEqual([]);
    expect(await waiting()).toMatchObject([{ id, attachments: [{ id: picture.id }] }]);
  });

  test.each(['draft', 'note'] as const)('does not wait again once its %s was changed', async (what) => {
    const { engine, conversationId, robin, be, ask, waiting } = await openTeam();
    const id = await ask();
    await be(robin);
    const { activityId } = await engine.call('approvals.return', { id, note: 'Say when' });
    const text = 'Tomorrow';
    if (what === 'draft') await engine.call('drafts.save', { conversationId, channel: 'public', text });
    else {
      const { notes } = await engine.call('conversations.get', { id: conversationId });
      await engine.call('notes.update', { id: notes?.[0]?.id ?? '', text });
    }
    const error = { code: 'notUndone', reason: 'changedSince' };
    expect(await engine.fail('activities.undo', { id: activityId })).toMatchObject(error);
    expect(await waiting()).toEqual([]);
  });

  test('needs a colleague to be asked of, who exists and is somebody else', async () => {
    const { engine, conversationId, me } = await openTeam();
    const reply = { conversationId, channel: 'public' as const, text: 'Hi' };
    expect(await engine.fail('approvals.ask', { reply, approver: me })).toEqual({ code: 'ownReply' });
    expect(await engine.fail('approvals.ask', { reply, approver: 'Nobody' })).toMatchObject({
      code: 'notFound',
      what: 'agent',
    });
    const alone = await startTestEngine();
    const { id } = await openConversation(alone);
    const own = { ...reply, conversationId: id };
    expect(await alone.fail('approvals.ask', { reply: own, approver: null })).toEqual({
      code: 'noColleague',
    });
  });
});

test('agents are told once: what they are asked, and what became of their replies', async () => {
  const { engine, me, robin, be, ask } = await openTeam();
  const told = () =>
    engine.events.flatMap((event) => (event.name === 'approvals.told' ? [event.params.kind] : []));
  const [first, second] = [await ask(), await ask({ text: 'Another' }, null)];
  expect(told()).toEqual([]);
  await be(robin);
  expect(told()).toEqual(['asked', 'asked']);
  await engine.call('approvals.return', { id: first, note: 'No' });
  await engine.call('approvals.approve', { id: second, despite: true });
  await be(me);
  await be(robin);
  await be(me);
  await until('both are told', () => told().length === 4);
  expect(told().slice(2)).toEqual(['returned', 'approved']);
});
