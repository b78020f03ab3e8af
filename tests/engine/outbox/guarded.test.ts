import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';
import { stateOf, untilState } from '../../support/untilState.ts';

const leak = 'Is 0471\u00a023\u202f45\u201167 yours?';

async function open() {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const reply = { conversationId: id, channel: 'public', text: leak, undoMs: 0 } as const;
  const counts = async () => {
    const { items } = await engine.call('reports.guards', { from: 0, to: engine.clock.now() + 1 });
    return items.filter(({ refused, heeded, overruled }) => refused + heeded + overruled > 0);
  };
  return { engine, id, reply, counts };
}

describe('a public reply with personal data', () => {
  test('is refused, nothing is stored, and the refusal is recorded', async () => {
    const { engine, reply, counts } = await open();
    const items = [{ kind: 'phone', start: 3, end: 16 }];
    expect(await engine.fail('replies.send', reply)).toEqual({
      code: 'guardRefused',
      warnings: [{ code: 'personalData', items }],
    });
    expect((await engine.call('outbox.list', {})).items).toEqual([]);
    expect(await counts()).toEqual([{ code: 'personalData', refused: 1, heeded: 0, overruled: 0 }]);
  });

  test('is sent once it is overruled, which is recorded; what did not warn is not', async () => {
    const { engine, reply, counts } = await open();
    const { outboxId } = await engine.call('replies.send', {
      ...reply,
      overrule: ['personalData', 'wrongChannel', 'foreignLink'],
    });
    await untilState(engine, outboxId, 'sent');
    expect(await counts()).toEqual([{ code: 'personalData', refused: 0, heeded: 0, overruled: 1 }]);
  });

  test('was heeded if it warns no more, overruled if it does, and neither once it is taken back', async () => {
    const { engine, reply, counts } = await open();
    const warned = ['personalData', 'foreignLink', 'price'] as const;
    await engine.call('settings.set', { companyLinks: ['example.com'] });
    const text = 'See https://elsewhere.example.org';
    const { outboxId } = await engine.call('replies.send', {
      ...reply,
      text,
      warned: [...warned],
      undoMs: 5_000,
    });
    const both = [
      { code: 'personalData', refused: 0, heeded: 1, overruled: 0 },
      { code: 'foreignLink', refused: 0, heeded: 0, overruled: 1 },
      { code: 'price', refused: 0, heeded: 0, overruled: 1 },
    ];
    expect(await counts()).toEqual(both);
    await engine.call('outbox.cancel', { id: outboxId });
    expect(await counts()).toEqual([]);
    await engine.call('replies.send', { ...reply, text, warned: [...warned] });
    expect(await counts()).toEqual(both);
  });

  test('still is refused where it was only seen', async () => {
    const { engine, reply } = await open();
    const refusal = await engine.fail('replies.send', { ...reply, warned: ['personalData'] });
    expect(refusal).toMatchObject({ code: 'guardRefused' });
  });

  test('needs every refusing guard overruled', async () => {
    const { engine, reply } = await open();
    const text = 'As you told us in your DM, 0471 23 45 67 is yours';
    const said = { ...reply, text, overrule: ['personalData' as const] };
    expect(await engine.fail('replies.send', said)).toMatchObject({
      code: 'guardRefused',
      warnings: [{ code: 'wrongChannel', suggested: 'dm' }],
    });
  });

  test('still takes the word of scripts that confirm it as before', async () => {
    const { engine, reply } = await open();
    const refused = { ...reply, privateDataConfirmed: false };
    expect(await engine.fail('replies.send', refused)).toEqual({ code: 'privateData', kinds: ['phone'] });
    const confirmed = { ...reply, privateDataConfirmed: true };
    expect(Object.keys(await engine.call('replies.send', confirmed))).toEqual(['outboxId']);
  });

  test('goes out in private', async () => {
    const { engine, reply } = await open();
    const { outboxId } = await engine.call('replies.send', { ...reply, channel: 'dm' });
    await untilState(engine, outboxId, 'sent');
  });

  test('is refused once more after it was taken back and edited', async () => {
    const { engine, id, reply } = await open();
    const outboxId = await engine.send(id, 'On it', 'public', 60_000);
    await engine.call('outbox.cancel', { id: outboxId });
    expect(await engine.fail('replies.send', { ...reply, text: `On it. ${leak}` })).toMatchObject({
      code: 'guardRefused',
    });
  });
});

describe('a reply that came into the outbox by another way', () => {
  /** A reply whose text the guards would refuse now: its pattern was set after it was written. */
  async function openWaiting(undoMs: number) {
    const { engine, id } = await open();
    const outboxId = await engine.send(id, 'Your card is KL-4711', 'public', undoMs);
    await engine.call('settings.set', { ownPatterns: [{ name: 'Card', pattern: 'KL-####' }] });
    return { engine, outboxId };
  }

  test('is refused at the end of its undo time, and when it is sent at once', async () => {
    const { engine, outboxId } = await openWaiting(60_000);
    await engine.clock.advance(60_000);
    await untilState(engine, outboxId, 'refused');
    expect((await engine.entry(outboxId))?.error).toMatchObject({ code: 'guardRefused' });
    expect(engine.control.state().sentPosts).toEqual([]);
  });

  test('is refused on another try too, and can be edited', async () => {
    const { engine, outboxId } = await openWaiting(60_000);
    await engine.call('outbox.sendNow', { id: outboxId });
    await untilState(engine, outboxId, 'refused');
    expect(await engine.fail('outbox.retry', { id: outboxId })).toMatchObject({ code: 'guardRefused' });
    expect(await stateOf(engine, outboxId)).toBe('refused');
    expect(await engine.call('outbox.dismiss', { id: outboxId })).toEqual({
      text: 'Your card is KL-4711',
      channel: 'public',
    });
  });

  test('is sent if it was overruled when it was written, also after a refusal of X and a restart', async () => {
    const { engine, reply } = await open();
    engine.control.addFault({ kind: 'forbidden', match: { method: 'POST' }, count: 1 });
    const { outboxId } = await engine.call('replies.send', { ...reply, overrule: ['personalData'] });
    await untilState(engine, outboxId, 'refused');
    await engine.restart();
    await engine.call('outbox.retry', { id: outboxId });
    await engine.clock.advance(200_000);
    await untilState(engine, outboxId, 'sent');
  });
});
