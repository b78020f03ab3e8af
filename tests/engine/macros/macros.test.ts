import { describe, expect, test } from 'vitest';
import type { MacroSteps } from '#shared/domain/macro.ts';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';
import { untilState } from '../../support/untilState.ts';
import { attach } from '../outbox/support/attach.ts';

const nothing: MacroSteps = {
  name: 'Refund',
  reply: null,
  channel: null,
  addTags: [],
  removeTags: [],
  status: null,
  snoozeMinutes: null,
  assignee: null,
  priority: null,
};

/** An engine with a conversation, a tag, and a macro that does everything. */
async function withMacro(changed: Partial<MacroSteps> = {}) {
  const engine = await startTestEngine();
  const { id: conversationId } = await openConversation(engine);
  const tag = await engine.call('tags.create', { name: 'Refund', colour: 'green' });
  const steps: MacroSteps = {
    ...nothing,
    reply: { text: 'Your refund is on its way, @{handle}.' },
    addTags: [tag.id],
    status: 'resolved',
    assignee: 'me',
    priority: 'urgent',
    ...changed,
  };
  const macro = await engine.call('macros.create', steps);
  const run = (more: object = {}) => engine.call('macros.run', { id: macro.id, conversationId, ...more });
  const read = async () => {
    const { conversation, messages } = await engine.call('conversations.get', { id: conversationId });
    const { status, priority, agent, tags, snoozedUntil } = conversation;
    return { status, priority, agent, tags, snoozedUntil, texts: messages.map(({ text }) => text) };
  };
  return { engine, conversationId, tag, macro, run, read };
}

describe('a macro', () => {
  test('that a guard refuses leaves nothing but the record of that, and runs once overruled', async () => {
    const reply = { text: 'Is 0471 23 45 67 your number?' };
    const { engine, conversationId, macro, run, read } = await withMacro({ reply, channel: 'public' });
    const before = await read();
    const counted = async () => {
      const { items } = await engine.call('reports.guards', { from: 0, to: engine.clock.now() + 1 });
      return items.find(({ code }) => code === 'personalData');
    };
    const refused = await engine.fail('macros.run', { id: macro.id, conversationId });
    expect(refused).toMatchObject({ code: 'guardRefused', warnings: [{ code: 'personalData' }] });
    expect(await read()).toEqual(before);
    expect(await counted()).toMatchObject({ refused: 1, overruled: 0 });
    const { outboxId } = await run({ overrule: ['personalData'] });
    expect(await engine.entry(outboxId ?? '')).toMatchObject({ text: reply.text, state: 'held' });
    expect(await counted()).toMatchObject({ refused: 1, overruled: 1 });
  });

  test('does all of its steps at once, and one undo takes all of them back', async () => {
    const { engine, conversationId, tag, run, read } = await withMacro();
    const before = await read();
    const { bulkId, outboxId } = await run();
    expect(await read()).toMatchObject({ status: 'resolved', priority: 'urgent', tags: [tag.id] });
    expect((await read()).agent).not.toBeNull();
    expect(await engine.entry(outboxId ?? '')).toMatchObject({
      text: 'Your refund is on its way, @anna.',
      state: 'held',
    });
    expect(await engine.call('bulk.undo', { id: bulkId ?? '' })).toEqual({
      undone: [conversationId],
      left: [],
    });
    expect(await read()).toEqual(before);
    expect(await engine.entry(outboxId ?? '')).toBeUndefined();
    expect((await engine.call('drafts.list', { conversationId })).items).toEqual([]);
    const again = await engine.call('bulk.undo', { id: bulkId ?? '' });
    expect(again.undone).toEqual([]);
  });

  test('takes back the rest if its reply has left already', async () => {
    const { engine, conversationId, run, read } = await withMacro();
    const { bulkId, outboxId = '' } = await run();
    await engine.call('outbox.sendNow', { id: outboxId });
    await untilState(engine, outboxId, 'sent');
    const undone = await engine.call('bulk.undo', { id: bulkId ?? '' });
    expect(undone).toEqual({
      undone: [conversationId],
      left: [{ id: conversationId, code: 'changedSince' }],
    });
    expect(await read()).toMatchObject({ tags: [], agent: null });
  });

  test('asks for what it does not know, does nothing until it has it, and then fills it in', async () => {
    const { engine, run, read } = await withMacro({
      reply: { text: 'Ticket {ticketNumber} for {firstName}' },
    });
    const before = await read();
    const input = { id: (await engine.call('macros.list', {})).items[0]?.id ?? '', conversationId: '' };
    expect(input.id).not.toBe('');
    await expect(run()).rejects.toThrow('unfilledVariable');
    expect(await read()).toEqual(before);
    const { outboxId } = await run({ values: { ticketNumber: '{7}', firstName: 'Anna' } });
    expect((await engine.entry(outboxId ?? ''))?.text).toBe('Ticket {7} for Anna');
  });

  test('does none of its steps if one of them fails', async () => {
    const { engine, conversationId, macro, read } = await withMacro();
    await engine.call('conversations.markRead', { id: conversationId });
    const seen = (await engine.call('conversations.get', { id: conversationId })).seenThrough;
    await engine.clock.advance(1_000);
    engine.control.mention({ from: 'anna', text: 'One more thing' });
    await engine.call('capture.pollNow', {});
    const before = await read();
    engine.events.length = 0;
    const error = await engine.fail('macros.run', {
      id: macro.id,
      conversationId,
      ...(seen ? { seenThrough: seen } : {}),
    });
    expect(error).toMatchObject({ code: 'unseenMessages' });
    expect(await read()).toEqual(before);
    expect((await engine.call('outbox.list', {})).items).toEqual([]);
    expect(engine.events).toEqual([]);
  });

  test('leaves what the agent has begun to write', async () => {
    const { engine, conversationId, run } = await withMacro();
    await engine.call('drafts.save', { conversationId, channel: 'public', text: 'And also' });
    const { bulkId } = await run();
    const drafts = async () => (await engine.call('drafts.list', { conversationId })).items;
    expect(await drafts()).toMatchObject([{ text: 'And also' }]);
    await engine.call('bulk.undo', { id: bulkId ?? '' });
    expect(await drafts()).toMatchObject([{ text: 'And also' }]);
  });

  test('writes where the person wrote last, and what the library has', async () => {
    const { engine, conversationId, run } = await withMacro({ reply: null, status: null, snoozeMinutes: 60 });
    const picture = await attach(engine);
    const canned = await engine.call('library.create', {
      title: 'Later',
      images: [{ id: picture.id, altText: 'A clock' }],
      shortcut: null,
      folder: '',
      texts: [{ language: null, channel: null, text: 'We reply soon.' }],
    });
    const { items } = await engine.call('macros.list', {});
    await engine.call('macros.update', { id: items[0]?.id ?? '', reply: { canned: canned.id } });
    await engine.clock.advance(1_000);
    engine.control.dm({ from: 'anna', text: 'In private' });
    await engine.call('capture.pollNow', {});
    const { outboxId } = await run();
    expect(await engine.entry(outboxId ?? '')).toMatchObject({
      channel: 'dm',
      text: 'We reply soon.',
      attachments: [{ id: picture.id, altText: 'A clock' }],
    });
    const { conversation } = await engine.call('conversations.get', { id: conversationId });
    expect(conversation.snoozedUntil).toBe(engine.clock.now() + 3_600_000);
  });

  test('changes nothing where all is as it wants', async () => {
    const { run } = await withMacro({ reply: null, status: null, assignee: null, priority: null });
    expect((await run()).bulkId).toBeDefined();
    expect(await run()).toEqual({});
  });
});

describe('the list of macros', () => {
  test('keeps its order over a restart; they are changed, moved and deleted', async () => {
    const engine = await startTestEngine();
    const first = await engine.call('macros.create', { ...nothing, name: 'First', status: 'resolved' });
    const second = await engine.call('macros.create', { ...nothing, name: 'Second', assignee: 'nobody' });
    await engine.call('macros.update', { id: second.id, position: 0, name: 'Now first' });
    await engine.restart();
    const { items } = await engine.call('macros.list', {});
    expect(items.map(({ name }) => name)).toEqual(['Now first', 'First']);
    await engine.call('macros.delete', { id: first.id });
    expect((await engine.call('macros.list', {})).items).toHaveLength(1);
    expect(await engine.fail('macros.delete', { id: first.id })).toMatchObject({
      code: 'notFound',
      what: 'macro',
    });
  });

  test('refuses macros that do nothing or contradict themselves', async () => {
    const engine = await startTestEngine();
    expect(await engine.fail('macros.create', nothing)).toMatchObject({ code: 'invalid' });
    const both = { ...nothing, status: 'resolved', snoozeMinutes: 5 } as const;
    expect(await engine.fail('macros.create', both)).toMatchObject({ code: 'invalid' });
  });
});
