import { HOUR_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { untilState } from '../../support/untilState.ts';

/** Asks the engine for the handover of a conversation. */
export const compose = (engine: TestEngine, conversationId: string) =>
  engine.call('handover.compose', { conversationId });

/** The handover of a conversation, and where the conversation is. */
export async function readHandover(engine: TestEngine, id: string) {
  const { conversation, handover } = await engine.call('conversations.get', { id });
  const queue = await engine.call('conversations.list', { view: 'queue' });
  const { status, dueAt } = conversation;
  return { handover, status, dueAt, queued: queue.items.some((row) => row.id === id) };
}

/** Sends the words that `handover.compose` proposes and waits until X has them. Returns the id of the reply. */
export async function sendComposed(engine: TestEngine, conversationId: string, withLink = true) {
  const { text, plainText } = await compose(engine, conversationId);
  const { outboxId } = await engine.call('replies.send', {
    conversationId,
    channel: 'public',
    text: withLink ? text : plainText,
    handover: true,
    undoMs: 0,
  });
  await untilState(engine, outboxId, 'sent');
  return outboxId;
}

/** An engine with a conversation whose handover X has. */
export async function handedOver(withLink = true) {
  const engine = await startTestEngine();
  const { id, postId, personId } = await openConversation(engine);
  await engine.clock.advance(1_000);
  const outboxId = await sendComposed(engine, id, withLink);
  const read = () => readHandover(engine, id);
  return { engine, id, postId, personId, outboxId, read };
}

/** Lets hours pass and captures what happened meanwhile. */
export async function passHours(engine: TestEngine, hours: number) {
  engine.clock.jump(hours * HOUR_MS);
  await engine.call('capture.pollNow', {});
}

/** Anna writes a private message, which is captured. */
export async function writePrivately(engine: TestEngine, text = 'Here I am', from = 'anna') {
  await engine.clock.advance(1_000);
  engine.control.dm({ from, text });
  await engine.call('capture.pollNow', {});
}

/** How many posts the account has sent. */
export const countSent = (engine: TestEngine) => engine.control.state().sentPosts.length;
