import { describe, expect, test } from 'vitest';
import { splitThread } from '#shared/domain/splitThread.ts';
import { toPng } from '../../support/pictures.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { untilState } from '../../support/untilState.ts';

async function startSigning(signedChannels: ('public' | 'dm')[] = ['public']) {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  await engine.call('settings.set', { agentName: 'Anna Bakker', signedChannels });
  return { engine, id };
}

const send = async (engine: TestEngine, conversationId: string, text: string, more: object = {}) =>
  (await engine.call('replies.send', { conversationId, channel: 'public', text, undoMs: 0, ...more }))
    .outboxId;

const listTexts = (engine: TestEngine) =>
  engine.control.state().sentPosts.map(({ text }) => text.replace(/^@anna /, ''));

describe('initials', () => {
  test('end a reply on the channels that are signed, and nothing unless somebody wants them', async () => {
    const { engine, id } = await startSigning([]);
    await untilState(engine, await send(engine, id, 'On it'), 'sent');
    await engine.call('settings.set', { signedChannels: ['public'] });
    const outboxId = await send(engine, id, 'On it again');
    await untilState(engine, outboxId, 'sent');
    expect(listTexts(engine)).toEqual(['On it', 'On it again ^AB']);
    expect((await engine.entry(outboxId))?.text).toBe('On it again ^AB');
  });

  test('end a private message if they are wanted there', async () => {
    const { engine, id } = await startSigning(['dm']);
    await untilState(engine, await send(engine, id, 'On it', { channel: 'dm' }), 'sent');
    await untilState(engine, await send(engine, id, 'And in public'), 'sent');
    expect(engine.control.state().sentDms.map(({ text }) => text)).toEqual(['On it ^AB']);
    expect(listTexts(engine)).toEqual(['And in public']);
  });

  test('follow the name until others are set, and never stand twice', async () => {
    const { engine, id } = await startSigning();
    expect(await engine.call('settings.get', {})).toMatchObject({ initials: 'AB' });
    await engine.call('settings.set', { agentName: 'Anna Claes' });
    expect(await engine.call('settings.get', {})).toMatchObject({ initials: 'AC' });
    expect(await engine.call('settings.set', { initials: '^Ann' })).toMatchObject({ initials: 'Ann' });
    await engine.call('settings.set', { agentName: 'Anna Dael' });
    for (const text of ['One', 'Two ^Ann', 'Three /ANN'])
      await untilState(engine, await send(engine, id, text), 'sent');
    expect(listTexts(engine)).toEqual(['One ^Ann', 'Two ^Ann', 'Three /ANN']);
    expect(await engine.call('settings.set', { initials: '' })).toMatchObject({ initials: 'AD' });
  });

  test('are each agent’s own', async () => {
    const { engine, id } = await startSigning();
    const { agents } = await engine.call('agents.list', {});
    await engine.call('settings.set', { initials: 'XY' });
    await engine.call('agents.add', { name: 'Bea Claes' });
    expect(await engine.call('settings.get', {})).toMatchObject({ initials: 'BC' });
    await engine.call('agents.switch', { id: agents[0]?.id ?? '' });
    await untilState(engine, await send(engine, id, 'On it'), 'sent');
    expect(listTexts(engine)).toEqual(['On it ^XY']);
  });

  test('count towards the length of a post', async () => {
    const { engine, id } = await startSigning();
    const refused = { conversationId: id, channel: 'public' as const, text: 'a'.repeat(277) };
    expect(await engine.fail('replies.send', refused)).toMatchObject({
      code: 'postTooLong',
      weightedLength: 281,
    });
    const outboxId = await send(engine, id, 'a'.repeat(276));
    await untilState(engine, outboxId, 'sent');
    expect(listTexts(engine)).toEqual([`${'a'.repeat(276)} ^AB`]);
  });

  test('stand in the last part of a thread only', async () => {
    const { engine, id } = await startSigning();
    const text = 'We have looked at your order, and it left our warehouse this morning. '.repeat(6).trim();
    const outboxId = await send(engine, id, text, { thread: true });
    await untilState(engine, outboxId, 'sent');
    expect(listTexts(engine)).toEqual(splitThread(`${text} ^AB`, '^AB').map((part) => part.text));
    expect(listTexts(engine).at(-1)).toMatch(/ \^AB \(2\/2\)$/);
  });

  test('do not come back with the text of a reply that is taken back', async () => {
    const { engine, id } = await startSigning();
    for (const text of ['Use {{braces}', 'Mine ^AB']) {
      const outboxId = await send(engine, id, text, { undoMs: 60_000 });
      const written = text === 'Use {{braces}' ? 'Use {{braces}}' : text;
      expect((await engine.call('outbox.cancel', { id: outboxId })).text).toBe(written);
      const { items } = await engine.call('drafts.list', { conversationId: id });
      expect(items[0]?.text).toBe(written);
      await engine.call('drafts.save', { conversationId: id, channel: 'public', text: '' });
    }
  });

  test('do not come back with a thread, nor with what is refused', async () => {
    const { engine, id } = await startSigning();
    const text = 'We have looked at your order, and it left our warehouse this morning. '.repeat(6).trim();
    const held = await send(engine, id, text, { thread: true, undoMs: 60_000 });
    expect((await engine.call('outbox.cancel', { id: held })).text).toBe(text);
    engine.control.addFault({ kind: 'forbidden', match: { method: 'POST', path: 'tweets$' } });
    const refused = await send(engine, id, 'On it');
    await untilState(engine, refused, 'refused');
    expect((await engine.call('outbox.dismiss', { id: refused })).text).toBe('On it');
  });

  test('go with a reply of pictures alone', async () => {
    const { engine, id } = await startSigning();
    const picture = await engine.call('media.add', {
      name: 'a.png',
      content: toPng(4, 4).toString('base64'),
    });
    const attachments = [{ id: picture.id, altText: 'A square' }];
    const outboxId = await send(engine, id, '', { attachments, undoMs: 60_000 });
    expect((await engine.entry(outboxId))?.text).toBe('^AB');
    expect(await engine.call('outbox.cancel', { id: outboxId })).toMatchObject({ text: '', attachments });
  });
});

describe('near-duplicates', () => {
  test('are compared without the marks of those who wrote them', async () => {
    const { engine, id } = await startSigning();
    const text = 'Thanks for your message, we are looking into it today';
    await untilState(engine, await send(engine, id, text), 'sent');
    await engine.call('agents.add', { name: 'Bea Claes' });
    const { warnings } = await engine.call('guards.check', { conversationId: id, channel: 'public', text });
    expect(warnings).toEqual([expect.objectContaining({ code: 'nearDuplicate', where: 'person' })]);
  });
});
