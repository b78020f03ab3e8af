import type { Channel } from '#shared/domain/reply.ts';
import { toPng } from '../../../support/pictures.ts';
import type { TestEngine } from '../../../support/startTestEngine.ts';

/** A small picture. */
export const png = toPng(40, 30);

/** A picture that takes several segments. */
export const largePng = Buffer.concat([png, Buffer.alloc(1_400_000, 7)]);

/** Stores a picture, in parts if it is large. */
export async function attach(engine: TestEngine, file: Buffer = png, name = 'box.png') {
  const parts = Array.from({ length: Math.ceil(file.length / 2_000_000) }, (_, at) =>
    file.subarray(at * 2_000_000, (at + 1) * 2_000_000).toString('base64'),
  );
  const last = parts.pop() ?? '';
  let id: string | undefined;
  for (const content of parts) ({ id } = await engine.call('media.append', { name, content, id }));
  return await engine.call('media.add', { name, content: last, id });
}

/** What to send; a public reply with a small picture by default. */
interface Sent {
  readonly channel?: Channel;
  readonly text?: string;
  readonly file?: Buffer;
  readonly altText?: string;
}

/** Sends a reply with a picture, and returns its id in the outbox. */
export async function sendWith(engine: TestEngine, conversationId: string, sent: Sent = {}): Promise<string> {
  const { channel = 'public', text = 'See', file = png, altText = 'A box' } = sent;
  const { id } = await attach(engine, file);
  const attachments = [{ id, altText }];
  const reply = { conversationId, channel, text, attachments, undoMs: 0 };
  return (await engine.call('replies.send', reply)).outboxId;
}

/** How many segments were sent. */
export const countAppends = (engine: TestEngine) =>
  engine.control.state().requests['POST /2/media/upload/:id/append'] ?? 0;

/** What X got. */
export const listSent = (engine: TestEngine) => {
  const { sentPosts, sentDms } = engine.control.state();
  return [...sentPosts, ...sentDms];
};
