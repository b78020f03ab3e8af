import { MINUTE_MS } from '#shared/time.ts';
import type { TestEngine } from '../../support/startTestEngine.ts';

/** X lets a user read private messages 15 times in so long. */
export const WINDOW = 15 * MINUTE_MS;
export const PAGE = 100;
/** A round that finds something known again reads so few. */
export const GLANCE = 20;

/** Private messages of twenty people, one every `everyMs` from `from` on. */
export function write(engine: TestEngine, count: number, from: number, everyMs: number): void {
  for (let n = 0; n < count; n += 1) {
    engine.control.dm({ from: `person${n % 20}`, text: `message ${n}`, at: from + n * everyMs });
  }
}

export async function read(engine: TestEngine) {
  const round = await engine.call('capture.pollNow', {});
  const { sources } = await engine.call('capture.status', {});
  const status = sources.find(({ id }) => id === 'dms');
  if (!status) throw new Error('There are no private messages');
  return { ...status, newMessages: round.newMessages };
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
