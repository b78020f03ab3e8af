import { summarise } from '#engine/conversations/summarise.ts';
import { getConversation } from '#engine/store/conversations.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { countViews } from '../../support/lists.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { testEngine } from '../../support/testEngine.ts';

/** A conversation that one message opened, and functions to continue it. */
export async function opened(at = MORNING - 5 * MINUTE_MS) {
  const engine = testEngine();
  const { ctx, clock } = engine;
  const first = someMessage({ at });
  const id = `c${first.xId}`;
  await engine.capture([first]);
  const read = () => {
    summarise(ctx, [id]);
    const conversation = getConversation(ctx.db, id);
    if (!conversation) throw new Error('no conversation');
    return { ...conversation, queued: countViews(ctx.db, '').queue === 1 };
  };
  const answer = (state: 'held' | 'sent' | 'refused' | 'unknown' = 'held', xId: string | null = null) => {
    clock.jump(1_000);
    putOutboxRow(ctx.db, { id: 'o1', conversationId: id, at: clock.now(), state, xId });
  };
  const write = (facts: Parameters<typeof someMessage>[0] = {}) =>
    engine.capture([someMessage({ at: clock.now(), ...facts })]);
  return { ...engine, id, first, read, answer, write };
}

/** One conversation each of several people; the first person has waited longest. */
export async function withPeople(count: number) {
  const engine = testEngine();
  const messages = Array.from({ length: count }, (_, n) =>
    someMessage({ personId: String(n + 1), at: MORNING - (count - n) * 1_000 }),
  );
  await engine.capture(messages);
  return { ...engine, ids: messages.map((message) => `c${message.xId}`) };
}
