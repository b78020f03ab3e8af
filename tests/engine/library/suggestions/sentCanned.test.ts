import { expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine } from '../../../support/startTestEngine.ts';
import { untilState } from '../../../support/untilState.ts';

const wording = 'Please restart your router and wait for five minutes.';

/** An engine in which a canned response was sent in words that its question has not, or another text in its place. */
async function sendCanned(
  text = wording,
): Promise<{ readonly engine: TestEngine; readonly cannedId: string }> {
  const engine = await startTestEngine();
  const texts = [{ language: null, channel: null, text: wording }];
  const input = { title: 'Modem', shortcut: null, folder: '', texts, images: [] };
  const { id: cannedId } = await engine.call('library.create', input);
  const { id } = await openConversation(engine, 'anna', 'no internet since yesterday evening');
  const reply = { conversationId: id, channel: 'public' as const, text, undoMs: 0 };
  const { outboxId } = await engine.call('replies.send', { ...reply, cannedIds: [cannedId] });
  await untilState(engine, outboxId, 'sent');
  await engine.clock.advance(60_000);
  await engine.call('capture.pollNow', {});
  return { engine, cannedId };
}

async function suggestTo(engine: TestEngine, from: string, text: string) {
  const { id } = await openConversation(engine, from, text);
  return (await engine.call('replies.suggest', { conversationId: id, limit: 5 })).items;
}

test('a canned response that was sent as it stands is suggested itself, and its reply is not', async () => {
  const { engine, cannedId } = await sendCanned();
  const items = await suggestTo(engine, 'bruno', 'my internet is gone since yesterday');
  expect(items).toMatchObject([{ text: wording, source: { kind: 'canned', id: cannedId }, uses: 1 }]);
});

test('one that was changed before it was sent is suggested as that reply', async () => {
  const { engine } = await sendCanned('We will send somebody who looks at the line in your street.');
  const items = await suggestTo(engine, 'bruno', 'my internet is gone since yesterday');
  expect(items[0]).toMatchObject({ source: { kind: 'reply' } });
});
