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
