import type { OutboxState } from '#shared/domain/reply.ts';
import { type TestEngine, until } from './startTestEngine.ts';

/** The state of a reply; undefined if it is not in the outbox. */
export const stateOf = async (engine: TestEngine, id: string): Promise<OutboxState | undefined> =>
  (await engine.entry(id))?.state;

/** Resolves once a reply has this state. */
export const untilState = (engine: TestEngine, id: string, state: OutboxState): Promise<void> =>
  until(`${id} is ${state}`, async () => (await stateOf(engine, id)) === state);

/** Resolves once a reply is stopped. */
export const untilStopped = (engine: TestEngine, id: string): Promise<void> =>
  until('it is stopped', async () => (await engine.entry(id))?.status.kind === 'stopped');

/** Writes a public reply that is held for ten seconds, and captures that Anna has written again a second later. Returns its id. */
export async function sendAndBeOvertaken(engine: TestEngine, conversationId: string): Promise<string> {
  const id = await engine.send(conversationId, 'On it', 'public', 10_000);
  await engine.clock.advance(1_000);
  engine.control.mention({ from: 'anna', text: 'It is here!' });
  await engine.call('capture.pollNow', {});
  return id;
}
