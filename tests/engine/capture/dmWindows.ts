import { MINUTE_MS } from '#shared/time.ts';
import type { TestEngine } from '../../support/startTestEngine.ts';

/** X allows 15 calls for private messages in a window of this length. */
export const WINDOW = 15 * MINUTE_MS;
export const PAGE = 100;
/** Messages on the first page of a poll. */
export const FIRST_PAGE = 20;

/** Writes private messages of 20 people, one every `everyMs`, starting at `from`. */
export function write(engine: TestEngine, count: number, from: number, everyMs: number): void {
  for (let n = 0; n < count; n += 1) {
    engine.control.dm({ from: `person${n % 20}`, text: `message ${n}`, at: from + n * everyMs });
  }
}

/** Runs a poll cycle and returns the status of private messages after it. */
export async function read(engine: TestEngine) {
  const cycle = await engine.call('capture.pollNow', {});
  const { sources } = await engine.call('capture.status', {});
  const status = sources.find(({ id }) => id === 'dms');
  if (!status) throw new Error('There are no private messages');
  return { ...status, newMessages: cycle.newMessages };
}

export async function countMessages(engine: TestEngine): Promise<number> {
  const { items } = await engine.call('conversations.list', { view: 'all', limit: 1_000 });
  const pages = await Promise.all(
    items.map(({ id }) => engine.call('conversations.get', { id, limit: 1_000 })),
  );
  return pages.reduce((sum, { messages }) => sum + messages.length, 0);
}

export const calls = (engine: TestEngine) => engine.control.state().requests['GET /2/dm_events'] ?? 0;
export const refused = (engine: TestEngine) =>
  engine.control.state().requestLog.filter(({ status }) => status === 429);
